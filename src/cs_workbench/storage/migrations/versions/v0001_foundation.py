"""The first schema: the journal, clients, tasks, letters, billing and collection."""

import sqlalchemy as sa
from alembic import op

from cs_workbench.storage.migrations.versions.schema_0001 import (
    agreed,
    billed,
    clients,
    collection,
    journal,
    outbox,
    paid,
    tasks,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    for part in (journal, clients, tasks, outbox, agreed, billed, paid, collection):
        part.create()
    months = [{"period": f"{year}-{month:02d}"} for year in range(2000, 2100) for month in range(1, 13)]
    op.bulk_insert(sa.table("billing_period", sa.column("period")), months)
