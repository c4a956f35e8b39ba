"""Subscriptions, invoices, payments and the bank's lines (rows 2.2, 8.1-8.3)."""
