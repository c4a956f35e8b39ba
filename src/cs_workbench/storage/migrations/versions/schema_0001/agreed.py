"""Tables of what is agreed with clients."""

import sqlalchemy as sa
from alembic import op


def create_billing_period() -> None:
    """The table billing_period."""
    op.create_table(
        "billing_period",
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.PrimaryKeyConstraint("period", name=op.f("pk_billing_period")),
    )


def create_billing_run() -> None:
    """The table billing_run."""
    op.create_table(
        "billing_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("run_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("invoices", sa.Integer(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("state IN ('preview', 'issued', 'sent', 'closed')", name=op.f("ck_billing_run_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_billing_run")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_billing_run_period", "billing_run", ["period"], unique=True)


def create_own_account() -> None:
    """The table own_account."""
    op.create_table(
        "own_account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("bik", sa.String(), nullable=True),
        sa.Column("bank", sa.String(), nullable=True),
        sa.Column("org", sa.String(), nullable=True),
        sa.Column("inn", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_account")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_own_account_account", "own_account", ["account"], unique=True)


def create_subscription() -> None:
    """The table subscription."""
    op.create_table(
        "subscription",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("from_period", sa.String(), nullable=False),
        sa.Column("to_period", sa.String(), nullable=True),
        sa.Column("run_from", sa.String(), nullable=False),
        sa.Column("next_unbilled", sa.String(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("channel", sa.String(40), nullable=True),
        sa.Column("remind_from", sa.Integer(), nullable=False),
        sa.Column("due_day", sa.Integer(), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=True),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.CheckConstraint("channel IN ('mail', 'edo', 'messenger')", name=op.f("ck_subscription_channel")),
        sa.CheckConstraint(
            "state IN ('draft', 'pilot', 'active', 'paused', 'ended')", name=op.f("ck_subscription_state")
        ),
        sa.CheckConstraint("amount > 0", name=op.f("ck_subscription_amount_positive")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_subscription_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscription")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_subscription_client_id"), "subscription", ["client_id"], unique=False)
    op.create_index(
        "ix_subscription_unbilled",
        "subscription",
        ["next_unbilled"],
        unique=False,
        sqlite_where=sa.text("next_unbilled IS NOT NULL"),
        postgresql_where=sa.text("next_unbilled IS NOT NULL"),
    )


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


def create() -> None:
    """All of them."""
    create_billing_period()
    create_billing_run()
    create_own_account()
    create_subscription()
    create_price_change()
    create_subscription_pause()
