"""Tables of what was paid."""

import sqlalchemy as sa
from alembic import op


def create_bank_import() -> None:
    """The table bank_import."""
    op.create_table(
        "bank_import",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("sha", sa.String(), nullable=False),
        sa.Column("covers_from", sa.Date(), nullable=True),
        sa.Column("covers_to", sa.Date(), nullable=True),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("income", sa.BigInteger(), nullable=False),
        sa.Column("expense", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_import")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bank_import_covers_to", "bank_import", ["covers_to"], unique=False)


def create_payer() -> None:
    """The table payer."""
    op.create_table(
        "payer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("inn", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_payer_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payer")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_payer_client_id"), "payer", ["client_id"], unique=False)
    op.create_index("uq_payer_inn_client_id", "payer", ["inn", "client_id"], unique=True)


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


def create_payment() -> None:
    """The table payment."""
    op.create_table(
        "payment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("bank_line_id", sa.BigInteger(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.Column("sum", sa.BigInteger(), nullable=False),
        sa.Column("allocated", sa.BigInteger(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("allocated >= 0 AND allocated <= sum", name=op.f("ck_payment_allocated_within_sum")),
        sa.CheckConstraint("sum > 0", name=op.f("ck_payment_sum_positive")),
        sa.ForeignKeyConstraint(["bank_line_id"], ["bank_line.id"], name=op.f("fk_payment_bank_line_id")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_payment_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_payment_bank_line_id"), "payment", ["bank_line_id"], unique=False)
    op.create_index("ix_payment_client_id_paid_on", "payment", ["client_id", "paid_on"], unique=False)


def create_allocation() -> None:
    """The table allocation."""
    op.create_table(
        "allocation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("payment_id", sa.BigInteger(), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("sum", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("sum > 0", name=op.f("ck_allocation_sum_positive")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_allocation_client_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_allocation_invoice_id")),
        sa.ForeignKeyConstraint(["payment_id"], ["payment.id"], name=op.f("fk_allocation_payment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allocation")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_allocation_client_id"), "allocation", ["client_id"], unique=False)
    op.create_index(op.f("ix_allocation_invoice_id"), "allocation", ["invoice_id"], unique=False)
    op.create_index(op.f("ix_allocation_payment_id"), "allocation", ["payment_id"], unique=False)


def create_client_credit() -> None:
    """The table client_credit."""
    op.create_table(
        "client_credit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("payment_id", sa.BigInteger(), nullable=False),
        sa.Column("sum", sa.BigInteger(), nullable=False),
        sa.Column("rest", sa.BigInteger(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.CheckConstraint("rest >= 0 AND rest <= sum", name=op.f("ck_client_credit_rest_within_sum")),
        sa.CheckConstraint("sum > 0", name=op.f("ck_client_credit_sum_positive")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_client_credit_client_id")),
        sa.ForeignKeyConstraint(["payment_id"], ["payment.id"], name=op.f("fk_client_credit_payment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_credit")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_client_credit_open",
        "client_credit",
        ["client_id"],
        unique=False,
        sqlite_where=sa.text("rest > 0"),
        postgresql_where=sa.text("rest > 0"),
    )
    op.create_index(op.f("ix_client_credit_payment_id"), "client_credit", ["payment_id"], unique=False)


def create() -> None:
    """All of them."""
    create_bank_import()
    create_payer()
    create_bank_line()
    create_payment()
    create_allocation()
    create_client_credit()
