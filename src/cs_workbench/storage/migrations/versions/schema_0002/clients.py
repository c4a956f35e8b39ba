"""Tables of what a client has and needs."""

import sqlalchemy as sa
from alembic import op


def create_site() -> None:
    """The table site."""
    op.create_table(
        "site",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("blockers", sa.Text(), nullable=False),
        sa.Column("slips", sa.Integer(), nullable=False),
        sa.Column("slip_reason", sa.String(), nullable=True),
        sa.Column("ask_on", sa.Date(), nullable=True),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.CheckConstraint("state IN ('unknown', 'promised', 'confirmed', 'ready')", name=op.f("ck_site_state")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_site_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_site_asked",
        "site",
        ["ask_on"],
        unique=False,
        sqlite_where=sa.text("ask_on IS NOT NULL"),
        postgresql_where=sa.text("ask_on IS NOT NULL"),
    )
    op.create_index(op.f("ix_site_client_id"), "site", ["client_id"], unique=False)
    op.create_index("ix_site_name_key", "site", ["name_key"], unique=False)


def create_asset() -> None:
    """The table asset."""
    op.create_table(
        "asset",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("site_id", sa.BigInteger(), nullable=False),
        sa.Column("category", sa.String(40), nullable=False),
        sa.Column("vendor", sa.String(), nullable=True),
        sa.Column("model", sa.String(), nullable=True),
        sa.Column("serial", sa.String(), nullable=True),
        sa.Column("serial_key", sa.String(), nullable=True),
        sa.Column("unnumbered", sa.Boolean(), nullable=False),
        sa.Column("ours", sa.Boolean(), nullable=False),
        sa.Column("installed_on", sa.Date(), nullable=True),
        sa.Column("warranty_until", sa.Date(), nullable=True),
        sa.Column("warranty_told", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("replaced_by", sa.BigInteger(), nullable=True),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "category IN ('barrier', 'turnstile', 'camera', 'controller', 'server', 'intercom', 'other')",
            name=op.f("ck_asset_category"),
        ),
        sa.CheckConstraint(
            "state IN ('reported', 'verified', 'in_service', 'faulty', 'replaced', 'removed')",
            name=op.f("ck_asset_state"),
        ),
        sa.CheckConstraint("warranty_until >= installed_on", name=op.f("ck_asset_warranty")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_asset_client_id")),
        sa.ForeignKeyConstraint(["replaced_by"], ["asset.id"], name=op.f("fk_asset_replaced_by")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_asset_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asset")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_asset_client_id"), "asset", ["client_id"], unique=False)
    op.create_index(op.f("ix_asset_replaced_by"), "asset", ["replaced_by"], unique=False)
    op.create_index("ix_asset_serial_key", "asset", ["serial_key"], unique=False)
    op.create_index(op.f("ix_asset_site_id"), "asset", ["site_id"], unique=False)
    op.create_index(
        "ix_asset_warranty",
        "asset",
        ["warranty_until"],
        unique=False,
        sqlite_where=sa.text("warranty_told = 0 AND warranty_until IS NOT NULL"),
        postgresql_where=sa.text("warranty_told = 0 AND warranty_until IS NOT NULL"),
    )


def create_needs_profile() -> None:
    """The table needs_profile."""
    op.create_table(
        "needs_profile",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.BigInteger(), nullable=False),
        sa.Column("goals", sa.Text(), nullable=True),
        sa.Column("pains", sa.Text(), nullable=True),
        sa.Column("lanes", sa.Integer(), nullable=True),
        sa.Column("users", sa.Integer(), nullable=True),
        sa.Column("integration", sa.String(), nullable=True),
        sa.Column("decision_maker", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("filled_pct", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "state IN ('empty', 'partial', 'complete', 'not_needed')", name=op.f("ck_needs_profile_state")
        ),
        sa.CheckConstraint("lanes BETWEEN 0 AND 99", name=op.f("ck_needs_profile_lanes")),
        sa.CheckConstraint("users BETWEEN 0 AND 100000", name=op.f("ck_needs_profile_users")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_needs_profile_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_needs_profile")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_needs_profile_client_id", "needs_profile", ["client_id"], unique=True)


def create_column_profile() -> None:
    """The table column_profile."""
    op.create_table(
        "column_profile",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("header", sa.Text(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_profile")),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_column_profile_kind_header", "column_profile", ["kind", "header"], unique=True)


def create() -> None:
    """All of them."""
    create_site()
    create_asset()
    create_needs_profile()
    create_column_profile()
