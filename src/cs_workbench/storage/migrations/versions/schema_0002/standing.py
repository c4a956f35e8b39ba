"""The derived standing: made anew, and reckoned when the file is opened."""

import sqlalchemy as sa
from alembic import op


def create_client_standing() -> None:
    """The table client_standing."""
    op.create_table(
        "client_standing",
        sa.Column(
            "client_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("debt", sa.BigInteger(), nullable=False),
        sa.Column("oldest_due", sa.Date(), nullable=True),
        sa.Column("overdue_months", sa.Integer(), nullable=False),
        sa.Column("call_sum", sa.BigInteger(), nullable=False),
        sa.Column("call_count", sa.Integer(), nullable=False),
        sa.Column("call_due", sa.Date(), nullable=True),
        sa.Column("call_since", sa.Date(), nullable=True),
        sa.Column("quiet_until", sa.DateTime(), nullable=True),
        sa.Column("callback_at", sa.DateTime(), nullable=True),
        sa.Column("callback_on", sa.Date(), nullable=True),
        sa.Column("check_on", sa.Date(), nullable=True),
        sa.Column("silent_days", sa.Integer(), nullable=False),
        sa.Column("ladder_done", sa.Integer(), nullable=False),
        sa.Column("ladder_raised", sa.Integer(), nullable=False),
        sa.Column("promise_open", sa.Integer(), nullable=False),
        sa.Column("broken_90", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("last_touch", sa.Date(), nullable=False),
        sa.Column("health", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("client_id", name=op.f("pk_client_standing")),
    )
    op.create_index(
        "ix_client_standing_callback",
        "client_standing",
        ["callback_at"],
        unique=False,
        sqlite_where=sa.text("callback_at IS NOT NULL"),
    )
    op.create_index(
        "ix_client_standing_calls",
        "client_standing",
        ["client_id"],
        unique=False,
        sqlite_where=sa.text("call_sum > 0"),
        postgresql_where=sa.text("call_sum > 0"),
    )
    op.create_index(
        "ix_client_standing_check",
        "client_standing",
        ["check_on"],
        unique=False,
        sqlite_where=sa.text("check_on IS NOT NULL"),
    )
    op.create_index(
        "ix_client_standing_conflicts",
        "client_standing",
        ["client_id"],
        unique=False,
        sqlite_where=sa.text("conflicts > 0"),
    )


def create() -> None:
    """All of them."""
    create_client_standing()
