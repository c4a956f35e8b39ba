"""Alembic's scripts: one module a schema. `migrating.py` runs them on the connection that it has prepared."""
