"""How fast the workbench is, measured from outside; not among the tests. `make bench` runs `run.py`."""
