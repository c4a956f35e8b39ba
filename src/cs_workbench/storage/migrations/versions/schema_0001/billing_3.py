"""Tables of billing."""

import sqlalchemy as sa
from alembic import op


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
    create_invoice_send()
    create_payment()
    create_allocation()
    create_client_credit()
