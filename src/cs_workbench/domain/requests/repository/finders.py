"""How a text names a record of requests: nothing but a number so far."""

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

FINDERS: Mapping[str, Callable[[Session, str], list[int]]] = {}
