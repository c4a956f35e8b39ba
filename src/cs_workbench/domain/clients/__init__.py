"""Clients, their contacts, colleagues, notes, talks and contracts: whom all is about (rows 1, 6.1, 20.1)."""
