"""One SQLite file (or PostgreSQL by URL): driver, units of work, journal, compiled selects, backups, migrations."""
