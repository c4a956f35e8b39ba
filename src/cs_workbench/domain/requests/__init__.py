"""Requests of clients, what other departments are asked for them, conflicts, proposals (rows 1.1, 1.2, 1.7, 20.3)."""
