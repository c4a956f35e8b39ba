"""Calls about debts, promises, holds and the ladder of reminders (row 2.1)."""
