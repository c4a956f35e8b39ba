"""The demo: a believable month of invented clients in a database of its own.

It stands above the domain, and nothing below knows it. `month.py` is the door. `firms.py` invents who there is,
`roles.py` what is special about each, `window.py` which days are lived, `plan.py` what is billed and paid; `past.py`
stores the months before at one go; `life.py` with `stories.py`, `billing_office.py` and `office.py` lives the last
weeks by real actions. `statement.py` writes a bank's file for the user to load.
"""
