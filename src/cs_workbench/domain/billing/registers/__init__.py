"""The register of invoices: 1C's list of them, many lines at once (row 8.1).

`lines.py` is a line, `fees.py` knows which months of subscriptions are billed, `plan.py` decides, `storing.py` stores.
"""
