"""The queue as a screen holds it: all entries in order, what a split shows of them, and how an act changes it.

Pure: `workbench.py` brings the entries, `screens/today.py` shows them.
"""

from bisect import insort
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from cs_workbench.kernel.queue import SPLITS, Entry, in_rule_split, in_split
from cs_workbench.kernel.rule import Rule


def _order(entry: Entry) -> tuple[object, ...]:
    return entry.order


class QueueList:
    """Entries in their final order. `whole` says that none is missing; until then the counts are not known.

    The counts are kept as entries come and go: a list of ten thousand is not counted anew after each act.
    """

    def __init__(self, entries: Sequence[Entry] = (), *, whole: bool = False) -> None:
        self.entries = list(entries)
        self.whole = whole
        self._shown: Counter[str] = Counter()
        for kind, many in Counter(map(_kind, self.entries)).items():
            self._count(kind, many)

    def of_split(self, split: str, words: str = "") -> list[Entry]:
        """The entries of a split, those whose client's folded name has `words` in it."""
        return [entry for entry in self.entries if in_split(entry, split) and words in entry.order[5]]

    def counts(self) -> dict[str, int | None]:
        """How many entries each split holds; None while that is not known."""
        return {split: self._shown[split] if self.whole else None for split in SPLITS}

    def replace(
        self, clients: Collection[int | None], asked: Collection[tuple[str, str]], entries: Iterable[Entry]
    ) -> None:
        """Put the fresh entries of some clients (and of no client) under some rules, as (id, select), in the place of
        the old ones; those of a capped rule come all together.
        """
        touched = {None, *clients}
        maybe = [entry for entry in self.entries if entry.raw[1] in touched or entry.rule.capped]
        gone = {entry.key for entry in maybe if (entry.rule.id, entry.rule.select) in asked}
        for entry in maybe:
            if entry.key in gone:
                self._count(_kind(entry), -1)
        self.entries = [entry for entry in self.entries if entry.key not in gone] if gone else self.entries
        for entry in entries:
            insort(self.entries, entry, key=_order)
            self._count(_kind(entry), 1)

    def _count(self, kind: tuple[Rule, bool, bool], many: int) -> None:
        rule, waiting, snoozed = kind
        if snoozed:
            self._shown["snoozed"] += many
            return
        for split in SPLITS:
            if in_rule_split(rule, split):
                self._shown[split] += many
        if waiting:
            self._shown["waiting"] += many


def _kind(entry: Entry) -> tuple[Rule, bool, bool]:
    """All that the splits look at: the rule, whether another side is waited for, whether the entry is snoozed."""
    return entry.rule, bool(entry.raw[9]), entry.snoozed is not None
