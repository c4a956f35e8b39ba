"""Many short texts in one string, so that a piece is found in all of them at the speed of one search.

Ten thousand names take half a megabyte and are searched in less than a millisecond; a text of its own for each would
take five times as much of both.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator

BREAK = "\n"
"""Stands before each text and after the last: `BREAK + part` is found where a text begins with the part, `part + BREAK`
where it ends so.
"""


class Keys:
    """Texts by their numbers, from 0 on, in the order given. They hold no line breaks."""

    def __init__(self, texts: Iterable[str]) -> None:
        lines = [text.replace(BREAK, " ") for text in texts]
        self._starts = array("q", [0])
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._all = BREAK + "".join(f"{line}{BREAK}" for line in lines)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:
        return self._all[self._starts[number] + 1 : self._starts[number + 1]]

    def having(self, part: str) -> Iterator[int]:
        """Numbers of the texts that have this part, in order, each once."""
        starts, text = self._starts, self._all
        at = text.find(part) if part else -1
        while at >= 0 and (number := bisect_right(starts, at) - 1) < len(self):
            yield number
            at = text.find(part, starts[number + 1])

    def having_all(self, parts: Iterable[str]) -> Iterator[int]:
        """Numbers of the texts that have every one of these parts."""
        wanted = list(parts)
        rarest, *others = sorted(wanted, key=self._all.count) if len(wanted) > 1 else (wanted or [""])
        for number in self.having(rarest):
            if not others or self._has(number, others):
                yield number

    def _has(self, number: int, parts: Iterable[str]) -> bool:
        line = self._all[self._starts[number] : self._starts[number + 1] + 1]
        return all(part in line for part in parts)
