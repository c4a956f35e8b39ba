"""The queue as a screen holds it: all entries in order, what a split shows of them, and how an act changes it.

Pure: `workbench.py` brings the entries, `screens/today.py` shows them.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from cs_workbench.kernel.queue import SPLITS, Entry, in_rule_split, in_split
from cs_workbench.kernel.rule import Rule

CAPPED = "capped"


def _place(entry: Entry) -> int | str | None:
    """By what an act finds an entry: its client, but for capped rules, whose entries come all together."""
    return CAPPED if entry.rule.capped else entry.client_id


def _order(entry: Entry) -> tuple[object, ...]:
    return entry.order


class QueueList:
    """Entries in their final order. `whole` says that none is missing; until then the counts are not known.

    The counts are kept as entries come and go: a list of ten thousand is not counted anew after each act.
    """

    def __init__(self, entries: Sequence[Entry] = (), *, whole: bool = False) -> None:
        self.entries = list(entries)
        self.whole = whole
        self._at: dict[int | str | None, list[Entry]] = {}
        for entry in self.entries:
            self._at.setdefault(_place(entry), []).append(entry)
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
        for place in {None, CAPPED, *clients}:
            there = self._at.get(place, [])
            gone = [entry for entry in there if (entry.rule.id, entry.rule.select) in asked]
            for entry in gone:
                there.remove(entry)
                del self.entries[self.entries.index(entry, bisect_left(self.entries, entry.order, key=_order))]
                self._count(_kind(entry), -1)
        for entry in entries:
            insort(self.entries, entry, key=_order)
            self._at.setdefault(_place(entry), []).append(entry)
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
