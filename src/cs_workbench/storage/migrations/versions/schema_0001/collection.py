"""Tables of collection."""

import sqlalchemy as sa
from alembic import op


def create_ladder_step() -> None:
    """The table ladder_step."""
    op.create_table(
        "ladder_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("debt_since", sa.Date(), nullable=False),
        sa.CheckConstraint("kind IN ('taken', 'raised')", name=op.f("ck_ladder_step_kind")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_ladder_step_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ladder_step")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_ladder_step_client_id"), "ladder_step", ["client_id"], unique=False)


def create_call_attempt() -> None:
    """The table call_attempt."""
    op.create_table(
        "call_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("spoke", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("callback_at", sa.DateTime(), nullable=True),
        sa.Column("callback_on", sa.Date(), nullable=True),
        sa.Column("check_on", sa.Date(), nullable=True),
        sa.Column("quiet_until", sa.DateTime(), nullable=False),
        sa.Column("silent_days", sa.Integer(), nullable=False),
        sa.Column("debt", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('no_answer', 'busy', 'call_back', 'promised', 'says_paid', 'lost_invoice', 'disputes', 'wrong_person', 'refuses')",
            name=op.f("ck_call_attempt_outcome"),
        ),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_call_attempt_client_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_call_attempt_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_attempt")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_call_attempt_client_id_at", "call_attempt", ["client_id", "at"], unique=False)
    op.create_index(op.f("ix_call_attempt_contact_id"), "call_attempt", ["contact_id"], unique=False)


def create_hold() -> None:
    """The table hold."""
    op.create_table(
        "hold",
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
        sa.CheckConstraint("state IN ('open', 'lifted')", name=op.f("ck_hold_state")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_hold_client_id")),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_hold_invoice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_hold_client_id"), "hold", ["client_id"], unique=False)
    op.create_index(op.f("ix_hold_invoice_id"), "hold", ["invoice_id"], unique=False)
    op.create_index(
        "ix_hold_open",
        "hold",
        ["client_id"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )


def create_promise() -> None:
    """The table promise."""
    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("call_id", sa.BigInteger(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("last_payment", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("broken_from", sa.Date(), nullable=False),
        sa.Column("sum", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("received_late", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("awaited", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'kept', 'partly_kept', 'broken', 'superseded', 'cancelled')",
            name=op.f("ck_promise_state"),
        ),
        sa.CheckConstraint("sum > 0", name=op.f("ck_promise_sum_positive")),
        sa.ForeignKeyConstraint(["call_id"], ["call_attempt.id"], name=op.f("fk_promise_call_id")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_promise_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_promise_awaited",
        "promise",
        ["broken_from"],
        unique=False,
        sqlite_where=sa.text("awaited = 1"),
        postgresql_where=sa.text("awaited = 1"),
    )
    op.create_index(op.f("ix_promise_call_id"), "promise", ["call_id"], unique=False)
    op.create_index("ix_promise_client_id_id", "promise", ["client_id", "id"], unique=False)
    op.create_index(
        "ix_promise_open",
        "promise",
        ["client_id", "on"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )


def create() -> None:
    """All of them."""
    create_ladder_step()
    create_call_attempt()
    create_hold()
    create_promise()
