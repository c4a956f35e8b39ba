"""The second schema: requests, sites and equipment, needs, the columns of registers."""

import sqlalchemy as sa
from alembic import op

from cs_workbench.kernel.text import fold
from cs_workbench.storage.migrations.versions.schema_0002 import client, clients, hold, requests, standing

revision = "0002"
down_revision = "0001"

NOTE = sa.table("note", sa.column("id"), sa.column("text"), sa.column("text_key"))
META = sa.table("meta", sa.column("key"), sa.column("value"))


def upgrade() -> None:
    """Make what is new, make again what has changed, and have the standing reckoned anew."""
    for part in (client, clients, requests, hold):
        part.create()
    op.create_index("ix_call_attempt_on_outcome", "call_attempt", ["on", "outcome"], unique=False)
    op.add_column("note", sa.Column("text_key", sa.Text(), nullable=False, server_default=""))
    _fold_notes()
    op.add_column("invoice", sa.Column("sent_before", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_talk_on", "talk", ["on"])
    op.drop_table("client_standing")
    standing.create()
    op.execute(sa.update(META).where(META.c.key == "standing_day").values(value=""))


def _fold_notes() -> None:
    connection = op.get_bind()
    for number, text in connection.execute(sa.select(NOTE.c.id, NOTE.c.text)).fetchall():
        connection.execute(sa.update(NOTE).where(NOTE.c.id == number).values(text_key=fold(text)))
