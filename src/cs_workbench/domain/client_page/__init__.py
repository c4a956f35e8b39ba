"""A client's card in frozen rows, tab by tab: its head (`head`), what happened (`timeline`), its money (`money`), its
people (`people`).

`screens/client.py` reads them through `Workbench.read`; the command line's card in JSON is `domain/card.py`.
"""
