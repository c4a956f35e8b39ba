"""`Касса`: the month's money on one screen in four lists.

`view.py` shows them and `screen.py` hands them the keys; `mode.py` says what a list gives, `clients.py` has the map and
the debts, `run.py` the month's run, `bank.py` the bank's lines that wait.
"""
