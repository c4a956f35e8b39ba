"""Tables of tasks and overlays."""

import sqlalchemy as sa
from alembic import op


def create_mute() -> None:
    """The table mute."""
    op.create_table(
        "mute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_mute_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mute")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_mute_client_id"), "mute", ["client_id"], unique=False)
    op.create_index("uq_mute_key", "mute", ["key"], unique=True)


def create_pin() -> None:
    """The table pin."""
    op.create_table(
        "pin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_pin_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pin")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_pin_client_id"), "pin", ["client_id"], unique=False)
    op.create_index("uq_pin_key", "pin", ["key"], unique=True)


def create_snooze() -> None:
    """The table snooze."""
    op.create_table(
        "snooze",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("wake_on_event", sa.Boolean(), nullable=False),
        sa.Column("seen", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_snooze_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snooze")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_snooze_client_id"), "snooze", ["client_id"], unique=False)
    op.create_index("ix_snooze_until", "snooze", ["until"], unique=False)
    op.create_index("uq_snooze_key", "snooze", ["key"], unique=True)


def create_task() -> None:
    """The table task."""
    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("repeat", sa.String(40), nullable=True),
        sa.Column("every", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(40), nullable=True),
        sa.Column("series_on", sa.Date(), nullable=True),
        sa.Column("series_day", sa.Integer(), nullable=True),
        sa.Column("waiting_for", sa.String(), nullable=True),
        sa.Column("expected_at", sa.Date(), nullable=True),
        sa.Column("no_next_reason", sa.String(), nullable=True),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("repeat IN ('fixed', 'after_completion')", name=op.f("ck_task_repeat")),
        sa.CheckConstraint("state IN ('open', 'done')", name=op.f("ck_task_state")),
        sa.CheckConstraint("unit IN ('d', 'bd', 'w', 'm')", name=op.f("ck_task_unit")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_task_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_task_client_id"), "task", ["client_id"], unique=False)
    op.create_index(
        "ix_task_open",
        "task",
        ["on"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )


def create() -> None:
    """All of them."""
    create_mute()
    create_pin()
    create_snooze()
    create_task()
