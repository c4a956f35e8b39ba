"""Clients, their contacts, colleagues, notes, talks and contracts: whom everything else is about (rows 1, 6.1, 20.1)."""
