"""Tables of requests."""

import sqlalchemy as sa
from alembic import op


def create_request() -> None:
    """The table request."""
    op.create_table(
        "request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("contact_id", sa.BigInteger(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("severity", sa.String(40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_key", sa.Text(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("next_at", sa.DateTime(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("waiting_for", sa.String(), nullable=True),
        sa.Column("expected_at", sa.Date(), nullable=True),
        sa.Column("no_next_reason", sa.String(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("resolved_at", sa.DateTime(), nullable=True),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("reopened", sa.Integer(), nullable=False),
        sa.Column("duplicate_of", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("channel IN ('call', 'mail', 'chat', 'visit')", name=op.f("ck_request_channel")),
        sa.CheckConstraint(
            "kind IN ('tech', 'billing', 'training', 'install', 'claim', 'sales', 'other')",
            name=op.f("ck_request_kind"),
        ),
        sa.CheckConstraint("open = (state NOT IN ('closed', 'duplicate'))", name=op.f("ck_request_open")),
        sa.CheckConstraint("severity IN ('stop', 'degraded', 'question')", name=op.f("ck_request_severity")),
        sa.CheckConstraint(
            "state IN ('new', 'in_work', 'waiting_client', 'waiting_dept', 'resolved', 'reopened', 'closed', 'duplicate')",
            name=op.f("ck_request_state"),
        ),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_request_client_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_request_contact_id")),
        sa.ForeignKeyConstraint(["duplicate_of"], ["request.id"], name=op.f("fk_request_duplicate_of")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_request_client_id"), "request", ["client_id"], unique=False)
    op.create_index(op.f("ix_request_contact_id"), "request", ["contact_id"], unique=False)
    op.create_index(op.f("ix_request_duplicate_of"), "request", ["duplicate_of"], unique=False)
    op.create_index(
        "ix_request_open",
        "request",
        ["state", "next_on"],
        unique=False,
        sqlite_where=sa.text("open = 1"),
        postgresql_where=sa.text("open = 1"),
    )
    op.create_index("ix_request_phone", "request", ["phone"], unique=False)
    op.create_index("ix_request_received_at", "request", ["received_at"], unique=False)
    op.create_index("ix_request_closed_at", "request", ["closed_at"], unique=False)


def create_handover() -> None:
    """The table handover."""
    op.create_table(
        "handover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.BigInteger(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("dept", sa.String(40), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("package", sa.Text(), nullable=False),
        sa.Column("missing", sa.Text(), nullable=False),
        sa.Column("incomplete", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("expected_at", sa.DateTime(), nullable=False),
        sa.Column("expected_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "dept IN ('support', 'sales', 'law', 'accounting', 'warehouse', 'crew', 'marketing', 'head')",
            name=op.f("ck_handover_dept"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'sent', 'acknowledged', 'answered', 'told_client', 'returned', 'closed')",
            name=op.f("ck_handover_state"),
        ),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_handover_client_id")),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_handover_request_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_handover_answered",
        "handover",
        ["answered_on"],
        unique=False,
        sqlite_where=sa.text("state = 'answered'"),
        postgresql_where=sa.text("state = 'answered'"),
    )
    op.create_index(op.f("ix_handover_client_id"), "handover", ["client_id"], unique=False)
    op.create_index(op.f("ix_handover_request_id"), "handover", ["request_id"], unique=False)
    op.create_index(
        "ix_handover_sent",
        "handover",
        ["expected_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('sent', 'acknowledged')"),
        postgresql_where=sa.text("state IN ('sent', 'acknowledged')"),
    )


def create_conflict() -> None:
    """The table conflict."""
    op.create_table(
        "conflict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("severity", sa.String(40), nullable=False),
        sa.Column("demand", sa.Text(), nullable=False),
        sa.Column("our_position", sa.Text(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("contact_by", sa.DateTime(), nullable=False),
        sa.Column("contact_on", sa.Date(), nullable=False),
        sa.Column("contacted_at", sa.DateTime(), nullable=True),
        sa.Column("next_step", sa.String(), nullable=False),
        sa.Column("next_at", sa.DateTime(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=False),
        sa.Column("mood", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("open = (state NOT IN ('closed', 'escalated'))", name=op.f("ck_conflict_open")),
        sa.CheckConstraint("severity IN ('critical', 'high', 'normal')", name=op.f("ck_conflict_severity")),
        sa.CheckConstraint(
            "state IN ('open', 'contacted', 'offer', 'agreed', 'closed', 'escalated')", name=op.f("ck_conflict_state")
        ),
        sa.CheckConstraint("mood BETWEEN -2 AND 2", name=op.f("ck_conflict_mood")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_conflict_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_conflict_client_id"), "conflict", ["client_id"], unique=False)
    op.create_index(
        "ix_conflict_open",
        "conflict",
        ["client_id"],
        unique=False,
        sqlite_where=sa.text("open = 1"),
        postgresql_where=sa.text("open = 1"),
    )


def create_proposal() -> None:
    """The table proposal."""
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.BigInteger(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=True),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("offered_on", sa.Date(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("chosen", sa.String(), nullable=True),
        sa.CheckConstraint("state IN ('offered', 'accepted', 'declined')", name=op.f("ck_proposal_state")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_proposal_client_id")),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_proposal_request_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_proposal_client_id"), "proposal", ["client_id"], unique=False)
    op.create_index(
        "ix_proposal_offered",
        "proposal",
        ["answer_by"],
        unique=False,
        sqlite_where=sa.text("state = 'offered'"),
        postgresql_where=sa.text("state = 'offered'"),
    )
    op.create_index(op.f("ix_proposal_request_id"), "proposal", ["request_id"], unique=False)


def create() -> None:
    """All of them."""
    create_request()
    create_handover()
    create_conflict()
    create_proposal()
