"""Lists to files: CSV, XLSX or JSON by the suffix, written whole or not at all.

`shapes.py` says what a list is, `files.py` how a file appears, `csv.py`, `xlsx.py` and `json.py` write one; `papers.py`
writes papers of a few sheets. Headings and words come from the caller: nothing here knows how a screen calls things.
"""
