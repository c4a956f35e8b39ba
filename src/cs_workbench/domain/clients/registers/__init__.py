"""Registers: lists of clients, equipment and (in billing) invoices that come from a spreadsheet, many lines at once.

`lines.py` checks lines one by one, `book.py` finds whose they are, `people.py` and `things.py` plan what they change,
`storing.py` carries plans out, `profile.py` remembers how columns were read, `telling.py` counts and says it.
"""
