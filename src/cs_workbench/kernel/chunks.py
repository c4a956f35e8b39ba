"""A long run of values in pieces: what a query can name at once, or a page of a file. Standard library only: the queue
is read with it.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def chunks(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """The values in their order, `size` of them at a time; fewer in the last piece."""
    waiting = iter(values)
    while chunk := list(islice(waiting, size)):
        yield chunk
