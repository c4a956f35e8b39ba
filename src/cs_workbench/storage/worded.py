"""The plain driver's errors as words for a person, wherever `workbench.py` reads without SQLAlchemy."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from cs_workbench.storage import driver

P = ParamSpec("P")
T = TypeVar("T")


class Somewhere(Protocol):
    """Whatever has a database, by path or URL."""

    where: str


W = TypeVar("W", bound=Somewhere)


def worded(method: Callable[Concatenate[W, P], T]) -> Callable[Concatenate[W, P], T]:
    """The method, raising Unavailable where the driver raises."""

    @wraps(method)
    def call(self: W, /, *args: P.args, **more: P.kwargs) -> T:
        try:
            return method(self, *args, **more)
        except driver.sqlite.DatabaseError as error:
            raise driver.unavailable(Path(self.where), error) from error

    return call
