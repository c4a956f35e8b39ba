"""How a screen says which list it shows, so that the palette can write it to a file (`palette.py`, `exports.py`)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol, runtime_checkable


class Shown(NamedTuple):
    """The list of a screen as `exports.py` knows it: its kind, its filter, ids where they alone are shown."""

    kind: str
    where: Mapping[str, str]
    ids: Sequence[int] | None = None


@runtime_checkable
class Listed(Protocol):
    """A screen with a list that can be written to a file."""

    def shown_list(self) -> Shown:
        """What is shown now."""
