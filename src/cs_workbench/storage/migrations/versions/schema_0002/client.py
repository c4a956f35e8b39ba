"""The table client made again: one more state, and the day on which needs are asked about."""

import sqlalchemy as sa
from alembic import op

COLUMNS = (
    "id, rev, name, name_key, inn, kpp, kind, state, phone, email, manager, source, do_not_call, created_on, created_at"
)


def create() -> None:
    """The new table takes the rows and the name of the old one; whoever was known is asked about his needs."""
    op.create_table(
        "client_0002",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("inn", sa.String(), nullable=True),
        sa.Column("kpp", sa.String(), nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("manager", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("do_not_call", sa.Boolean(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("needs_ask_on", sa.Date(), nullable=True),
        sa.Column("assigned_on", sa.Date(), nullable=True),
        sa.CheckConstraint("kind IN ('company', 'entrepreneur', 'person')", name=op.f("ck_client_kind")),
        sa.CheckConstraint("state IN ('unassigned', 'touched', 'assigned')", name=op.f("ck_client_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client")),
        sqlite_autoincrement=True,
    )
    op.execute(
        f"INSERT INTO client_0002 ({COLUMNS}, needs_ask_on) SELECT {COLUMNS}, date(created_on, '+1 day') FROM client"
    )
    op.drop_table("client")
    op.rename_table("client_0002", "client")
    op.create_index("ix_client_assigned_on", "client", ["assigned_on"], unique=False)
    op.create_index("ix_client_name_key", "client", ["name_key"], unique=False)
    op.create_index(
        "ix_client_needs",
        "client",
        ["needs_ask_on"],
        unique=False,
        sqlite_where=sa.text("needs_ask_on IS NOT NULL"),
        postgresql_where=sa.text("needs_ask_on IS NOT NULL"),
    )
    op.create_index(
        "ix_client_nobodys",
        "client",
        ["id"],
        unique=False,
        sqlite_where=sa.text("manager IS NULL"),
        postgresql_where=sa.text("manager IS NULL"),
    )
    op.create_index("ix_client_phone", "client", ["phone"], unique=False)
    op.create_index("uq_client_inn_kpp", "client", ["inn", "kpp"], unique=True)
