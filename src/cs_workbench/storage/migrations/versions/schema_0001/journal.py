"""The journal, the standing and the facts of the file."""

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


def create_journal_entry() -> None:
    """The table journal_entry."""
    op.create_table(
        "journal_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("target", sa.BigInteger(), nullable=True),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("inputs", sa.Text(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["target"], ["journal_entry.id"], name=op.f("fk_journal_entry_target")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_journal_entry_target"), "journal_entry", ["target"], unique=False)


def create_meta() -> None:
    """The table meta."""
    op.create_table(
        "meta",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )


def create_journal_image() -> None:
    """The table journal_image."""
    op.create_table(
        "journal_image",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.BigInteger(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("record_id", sa.BigInteger(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["journal_entry.id"], name=op.f("fk_journal_image_entry_id"), deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_image")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_journal_image_client_id"), "journal_image", ["client_id"], unique=False)
    op.create_index(op.f("ix_journal_image_entry_id"), "journal_image", ["entry_id"], unique=False)


def create() -> None:
    """All of them."""
    create_client_standing()
    create_journal_entry()
    create_meta()
    create_journal_image()
