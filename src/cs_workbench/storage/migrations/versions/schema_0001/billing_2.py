"""Tables of billing."""

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


def create_price_change() -> None:
    """The table price_change."""
    op.create_table(
        "price_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("subscription_id", sa.BigInteger(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("from_period", sa.String(), nullable=False),
        sa.Column("old", sa.BigInteger(), nullable=False),
        sa.Column("new", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("requested_on", sa.Date(), nullable=False),
        sa.CheckConstraint("new > 0", name=op.f("ck_price_change_new_positive")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_price_change_client_id")),
        sa.ForeignKeyConstraint(["subscription_id"], ["subscription.id"], name=op.f("fk_price_change_subscription_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_change")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_price_change_client_id"), "price_change", ["client_id"], unique=False)
    op.create_index(op.f("ix_price_change_subscription_id"), "price_change", ["subscription_id"], unique=False)


def create_subscription_pause() -> None:
    """The table subscription_pause."""
    op.create_table(
        "subscription_pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("subscription_id", sa.BigInteger(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("from_period", sa.String(), nullable=False),
        sa.Column("to_period", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_subscription_pause_client_id")),
        sa.ForeignKeyConstraint(
            ["subscription_id"], ["subscription.id"], name=op.f("fk_subscription_pause_subscription_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscription_pause")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_subscription_pause_client_id"), "subscription_pause", ["client_id"], unique=False)
    op.create_index(
        op.f("ix_subscription_pause_subscription_id"), "subscription_pause", ["subscription_id"], unique=False
    )


def create_bank_line() -> None:
    """The table bank_line."""
    op.create_table(
        "bank_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.BigInteger(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("direction", sa.String(40), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("sum", sa.BigInteger(), nullable=False),
        sa.Column("allocated", sa.BigInteger(), nullable=False),
        sa.Column("counterparty", sa.String(), nullable=False),
        sa.Column("counterparty_key", sa.String(), nullable=False),
        sa.Column("counterparty_account", sa.String(), nullable=False),
        sa.Column("inn", sa.String(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("terms", sa.String(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint("direction IN ('income', 'expense', 'own')", name=op.f("ck_bank_line_direction")),
        sa.CheckConstraint(
            "state IN ('new', 'auto', 'suggested', 'allocated', 'ignored')", name=op.f("ck_bank_line_state")
        ),
        sa.CheckConstraint("allocated >= 0 AND allocated <= sum", name=op.f("ck_bank_line_allocated_within_sum")),
        sa.CheckConstraint("sum > 0", name=op.f("ck_bank_line_sum_positive")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_bank_line_client_id")),
        sa.ForeignKeyConstraint(["import_id"], ["bank_import.id"], name=op.f("fk_bank_line_import_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_bank_line_invoice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_line")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_bank_line_client_id"), "bank_line", ["client_id"], unique=False)
    op.create_index(op.f("ix_bank_line_import_id"), "bank_line", ["import_id"], unique=False)
    op.create_index(op.f("ix_bank_line_invoice_id"), "bank_line", ["invoice_id"], unique=False)
    op.create_index(
        "ix_bank_line_unmatched",
        "bank_line",
        ["on"],
        unique=False,
        sqlite_where=sa.text("open = 1"),
        postgresql_where=sa.text("open = 1"),
    )
    op.create_index("uq_bank_line_fingerprint", "bank_line", ["fingerprint"], unique=True)


def create() -> None:
    """All of them."""
    create_invoice()
    create_price_change()
    create_subscription_pause()
    create_bank_line()
