"""Registers: lists of clients, invoices and equipment as XLSX, XLS or CSV, a path in, rows of text out.

`fields.py` knows how people and 1C call the columns, `guard.py` refuses what is dangerous to open, `sheets.py` opens
the rest, `header.py` finds the row of titles and what each column is, `cells.py` reads a cell. Nothing here knows the
database: `connectors/register_import.py` puts it together.
"""
