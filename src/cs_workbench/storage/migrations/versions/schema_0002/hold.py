"""The table hold made again: it names the conflict that it stands for."""

import sqlalchemy as sa
from alembic import op

COLUMNS = "id, rev, client_id, invoice_id, reason, until, state, created_on, next_at, waiting_for, expected_at, no_next_reason"


def create() -> None:
    """The new table takes the rows and the name of the old one."""
    op.create_table(
        "hold_0002",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("next_at", sa.Date(), nullable=True),
        sa.Column("waiting_for", sa.String(), nullable=True),
        sa.Column("expected_at", sa.Date(), nullable=True),
        sa.Column("no_next_reason", sa.String(), nullable=True),
        sa.Column("conflict_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'lifted')", name=op.f("ck_hold_state")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_hold_client_id")),
        sa.ForeignKeyConstraint(["conflict_id"], ["conflict.id"], name=op.f("fk_hold_conflict_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_hold_invoice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
        sqlite_autoincrement=True,
    )
    op.execute(f"INSERT INTO hold_0002 ({COLUMNS}, conflict_id) SELECT {COLUMNS}, NULL FROM hold")
    op.drop_table("hold")
    op.rename_table("hold_0002", "hold")
    op.create_index(op.f("ix_hold_client_id"), "hold", ["client_id"], unique=False)
    op.create_index(op.f("ix_hold_conflict_id"), "hold", ["conflict_id"], unique=False)
    op.create_index(op.f("ix_hold_invoice_id"), "hold", ["invoice_id"], unique=False)
    op.create_index(
        "ix_hold_open",
        "hold",
        ["client_id"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
