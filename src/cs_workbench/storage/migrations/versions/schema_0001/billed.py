"""Tables of what is billed."""

import sqlalchemy as sa
from alembic import op


def create_invoice() -> None:
    """The table invoice."""
    op.create_table(
        "invoice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("subscription_id", sa.BigInteger(), nullable=True),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("sum", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
        sa.Column("call_from", sa.Date(), nullable=False),
        sa.Column("send_by", sa.DateTime(), nullable=False),
        sa.Column("ask_from", sa.Date(), nullable=True),
        sa.Column("fix_sum", sa.BigInteger(), nullable=True),
        sa.Column("replaces_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint("kind IN ('subscription', 'equipment', 'service', 'one_off')", name=op.f("ck_invoice_kind")),
        sa.CheckConstraint(
            "state IN ('issued', 'sent', 'partly_paid', 'paid', 'superseded', 'cancelled', 'written_off')",
            name=op.f("ck_invoice_state"),
        ),
        sa.CheckConstraint("fix_sum > 0", name=op.f("ck_invoice_fix_sum_positive")),
        sa.CheckConstraint("paid >= 0 AND paid <= sum", name=op.f("ck_invoice_paid_within_sum")),
        sa.CheckConstraint("sum > 0", name=op.f("ck_invoice_sum_positive")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_invoice_client_id")),
        sa.ForeignKeyConstraint(["replaces_id"], ["invoice.id"], name=op.f("fk_invoice_replaces_id")),
        sa.ForeignKeyConstraint(["subscription_id"], ["subscription.id"], name=op.f("fk_invoice_subscription_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_invoice_ask",
        "invoice",
        ["ask_from"],
        unique=False,
        sqlite_where=sa.text("ask_from IS NOT NULL"),
        postgresql_where=sa.text("ask_from IS NOT NULL"),
    )
    op.create_index(op.f("ix_invoice_client_id"), "invoice", ["client_id"], unique=False)
    op.create_index(
        "ix_invoice_fix",
        "invoice",
        ["id"],
        unique=False,
        sqlite_where=sa.text("fix_sum IS NOT NULL"),
        postgresql_where=sa.text("fix_sum IS NOT NULL"),
    )
    op.create_index(
        "ix_invoice_open",
        "invoice",
        ["client_id", "due_on"],
        unique=False,
        sqlite_where=sa.text("open = 1"),
        postgresql_where=sa.text("open = 1"),
    )
    op.create_index("ix_invoice_period", "invoice", ["period"], unique=False)
    op.create_index(op.f("ix_invoice_replaces_id"), "invoice", ["replaces_id"], unique=False)
    op.create_index(
        "ix_invoice_unsent",
        "invoice",
        ["send_by"],
        unique=False,
        sqlite_where=sa.text("state = 'issued'"),
        postgresql_where=sa.text("state = 'issued'"),
    )
    op.create_index(
        "uq_invoice_subscription_id_period",
        "invoice",
        ["subscription_id", "period"],
        unique=True,
        sqlite_where=sa.text("state NOT IN ('superseded', 'cancelled')"),
        postgresql_where=sa.text("state NOT IN ('superseded', 'cancelled')"),
    )
    op.create_index("uq_invoice_year_number", "invoice", ["year", "number"], unique=True)


def create_invoice_send() -> None:
    """The table invoice_send."""
    op.create_table(
        "invoice_send",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("to", sa.String(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("prepared_on", sa.Date(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("channel IN ('mail', 'edo', 'messenger')", name=op.f("ck_invoice_send_channel")),
        sa.CheckConstraint("kind IN ('first', 'duplicate', 'corrected')", name=op.f("ck_invoice_send_kind")),
        sa.CheckConstraint("state IN ('prepared', 'sent', 'confirmed', 'bounced')", name=op.f("ck_invoice_send_state")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_invoice_send_client_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_send_invoice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_send")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_invoice_send_client_id"), "invoice_send", ["client_id"], unique=False)
    op.create_index(op.f("ix_invoice_send_invoice_id"), "invoice_send", ["invoice_id"], unique=False)
    op.create_index(
        "ix_invoice_send_prepared",
        "invoice_send",
        ["client_id"],
        unique=False,
        sqlite_where=sa.text("state = 'prepared'"),
        postgresql_where=sa.text("state = 'prepared'"),
    )


def create() -> None:
    """All of them."""
    create_invoice()
    create_invoice_send()
