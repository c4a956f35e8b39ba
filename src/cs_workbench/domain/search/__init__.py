"""Find anywhere: a client by whatever is known of it, answered while one types. Not an area, but several side by side.

`dialled.py` reads a telephone number in any spelling, `keys.py` holds many short texts to be searched in memory,
`book.py` finds clients, people and sites in them, `shelf.py` keeps the book fresh, `telling.py` words what was found,
`papers.py` looks for invoices, notes and requests in the database, a moment later.
"""

from cs_workbench.domain.search.dialled import dialled
from cs_workbench.domain.search.papers import find_papers
from cs_workbench.domain.search.rows import Found
from cs_workbench.domain.search.shelf import Shelf

__all__ = ["Found", "Shelf", "dialled", "find_papers"]
