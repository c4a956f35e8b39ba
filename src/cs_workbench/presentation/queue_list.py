"""The queue as a screen holds it: all entries in order, what a split shows of them, and how an act changes it.

Pure: `workbench.py` brings the entries, `screens/today.py` shows them.
"""

from bisect import insort
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from cs_workbench.kernel.queue import SPLITS, Entry, in_rule_split, in_split


def _order(entry: Entry) -> tuple[object, ...]:
    return entry.order


class QueueList:
    """Entries in their final order. `whole` says that none is missing; until then the counts are not known."""

    def __init__(self, entries: Sequence[Entry] = (), *, whole: bool = False) -> None:
        self.entries = list(entries)
        self.whole = whole

    def of_split(self, split: str, words: str = "") -> list[Entry]:
        """The entries of a split, those whose client's folded name has `words` in it."""
        if split in ("waiting", "snoozed"):
            return [entry for entry in self.entries if in_split(entry, split) and words in entry.order[5]]
        shown = {
            rule.select: in_rule_split(rule, split)
            for rule in {entry.rule.select: entry.rule for entry in self.entries}.values()
        }
        return [
            entry
            for entry in self.entries
            if entry.snoozed is None and shown[entry.rule.select] and words in entry.order[5]
        ]

    def counts(self) -> dict[str, int | None]:
        """How many entries each split holds; None while that is not known."""
        if not self.whole:
            return dict.fromkeys(SPLITS)
        by_rule: Counter[tuple[str, str]] = Counter()
        rules, waiting, snoozed = {}, 0, 0
        for entry in self.entries:
            if entry.snoozed is not None:
                snoozed += 1
                continue
            by_rule[name := _rule(entry)] += 1
            rules[name] = entry.rule
            waiting += entry.waiting
        counts: dict[str, int | None] = {
            split: sum(many for name, many in by_rule.items() if in_rule_split(rules[name], split)) for split in SPLITS
        }
        return {**counts, "waiting": waiting, "snoozed": snoozed}

    def replace(
        self, clients: Collection[int | None], asked: Collection[tuple[str, str]], entries: Iterable[Entry]
    ) -> None:
        """Put the fresh entries of some clients (and of no client) under some rules, as (id, select), in the place
        of the old ones.
        """
        touched = {None, *clients}
        self.entries = [entry for entry in self.entries if entry.client_id not in touched or _rule(entry) not in asked]
        for entry in entries:
            insort(self.entries, entry, key=_order)


def _rule(entry: Entry) -> tuple[str, str]:
    return entry.rule.id, entry.rule.select
