"""Reads of the requests area: `duties` (the queue), `standing`, `finders`."""
