"""Reusable pieces of the screens: record table, card pane, action form, status line."""
