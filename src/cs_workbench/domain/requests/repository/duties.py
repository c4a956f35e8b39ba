"""The duty selects of requests: what stands in the queue for each rule of `rules.py`."""
