"""Reports over several areas, in frozen rows: the month (`month.py`) and a client's statement (`reconciliation.py`).

Not an area: nothing is stored here. `presentation` words them, `connectors/exporting` writes them to files.
"""
