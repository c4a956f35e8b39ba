"""A client's card in frozen rows, tab by tab: its head (`head`), what happened (`timeline`, with `readiness`), its
money (`money`), what it asked for (`asked`), what it has (`objects`) and needs (`needs`), its people (`people`).

`screens/client.py` reads them through `Workbench.read`; the command line's card in JSON is `domain/card.py`.
"""
