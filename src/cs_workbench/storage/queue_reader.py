"""Reads the queue by compiled text over a plain connection: the best of each rule, exact counts, the rows of the
clients just touched.

No SQLAlchemy here: this is the short start, and what the screen reads from later too. `kernel/queue.py` orders the
entries and words them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any, get_type_hints

from cs_workbench.kernel.chunks import chunks
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.queue import (
    GROWTH_A_DAY,
    NO_OVERLAYS,
    SPLITS,
    Caps,
    Entry,
    Item,
    Overlays,
    in_rule_split,
    in_split,
    lay_over,
    let_through,
    make_entry,
    make_item,
)
from cs_workbench.kernel.rule import Duty, Rule, Tier
from cs_workbench.kernel.today import Today, sql_moment
from cs_workbench.storage.compiled import Text, Texts

Convert = Callable[[Any], Any]
CHUNK = 400
OVERLAYS = ("snooze", "mute", "pin")
"""Tables of what the manager lays over the queue."""
DISPUTES = "client_standing.conflicts"
"""The column that holds the last tier back."""


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


_CONVERTERS: dict[Any, Convert] = {date: date.fromisoformat, datetime: _moment, Money: Money, bool: bool}


@lru_cache(maxsize=256)
def _converters(kind: type[tuple[Any, ...]]) -> tuple[Convert | None, ...]:
    found = []
    for hint in get_type_hints(kind).values():
        inner = next((arg for arg in getattr(hint, "__args__", ()) if arg is not type(None)), hint)
        found.append(_CONVERTERS.get(inner))
    return tuple(found)


def _typed(kind: Any, raw: Sequence[Any]) -> Any:
    """A raw row as the NamedTuple of its columns."""
    pairs = zip(_converters(kind), raw, strict=True)
    return kind._make(value if convert is None or value is None else convert(value) for convert, value in pairs)


def item_of(entry: Entry, today: Today) -> Item:
    """An entry worded: its row typed, its rule asked."""
    width = len(Duty._fields)
    duty = _typed(Duty, entry.raw[:width])
    return make_item(entry, duty, _typed(entry.rule.facts, entry.raw[width:-2]), today)


class QueueReader:
    """The queue of one database at a moment. Not shared between threads: it holds one connection."""

    def __init__(self, connection: Any, rules: Sequence[Rule], texts: Texts) -> None:
        self._connection = connection
        self._texts = texts
        by_select = {(text.rule, text.select): text for text in texts.rules}
        every = [(rule, by_select[rule.id, rule.select]) for rule in rules]
        self._rules = [(rule, text) for rule, text in every if not rule.capped]
        self._capped = [(rule, text) for rule, text in every if rule.capped]

    def overlays(self, today: Today) -> Overlays:
        """The snoozes, mutes and pins that stand at this moment."""
        ask = self._connection.execute
        snoozed = {
            key: (_moment(until), reason or "")
            for key, until, reason in ask(
                "SELECT key, until, reason FROM snooze WHERE until > ?", (sql_moment(today.now),)
            )
        }
        muted = frozenset(
            key for (key,) in ask("SELECT key FROM mute WHERE until IS NULL OR until >= ?", (today.today.isoformat(),))
        )
        pinned = frozenset(key for (key,) in ask("SELECT key FROM pin"))
        return Overlays(snoozed, muted, pinned) if snoozed or muted or pinned else NO_OVERLAYS

    def best(
        self,
        today: Today,
        overlays: Overlays,
        limit: int | None = None,
        split: str = "all",
        tiers: Iterable[int] = range(6),
    ) -> list[Entry]:
        """The first `limit` entries of a split in their final order (all of them where no limit is given)."""
        wanted = set(tiers)
        found: list[Entry] = []
        for rule, text in self._rules:
            if rule.tier in wanted:
                found.extend(self._of_rule(rule, text, today, overlays, limit, split))
        if Tier.GROWTH in wanted:
            found.extend(entry for entry in self._growth(today, overlays) if in_split(entry, split))
        found.sort(key=_order)
        return found if limit is None else found[:limit]

    def _of_rule(
        self, rule: Rule, text: Text, today: Today, overlays: Overlays, limit: int | None, split: str
    ) -> list[Entry]:
        if split == "snoozed":
            return [entry for entry in self._laid(rule, text, today, overlays) if entry.snoozed]
        if split == "waiting":
            rows = self._rows(rule, text, text.waiting(), today)
            return [entry for entry in lay_over(rows, overlays, today) if not entry.snoozed]
        if not in_rule_split(rule, split):
            return []
        if limit is None:
            entries = {entry.key: entry for entry in self._rows(rule, text, text.sql, today)}
        else:
            named = sorted(overlays.ids(rule))
            best = self._rows(rule, text, text.head(), today, head=limit + len(named))
            marked = self._by_id(rule, text, "record_id", named, today)
            entries = {entry.key: entry for entry in (*best, *marked)}
        return [entry for entry in lay_over(entries.values(), overlays, today) if not entry.snoozed]

    def of_clients(
        self, clients: Iterable[int | None], columns: frozenset[str], today: Today, overlays: Overlays
    ) -> tuple[list[Entry], set[tuple[str, str]]]:
        """After a change of `columns`: the entries of the clients touched (None: of no client) under the rules that
        look at one of those columns, and which rules these are, as (id, select).
        """
        touched = set(clients)
        ids = sorted(number for number in touched if number is not None)
        overlaid = any(
            column.partition(".")[0] in OVERLAYS for column in columns
        )  # no select reads them, every rule heeds them
        found: list[Entry] = []
        asked: set[tuple[str, str]] = set()
        for rule, text in self._rules:
            if columns.isdisjoint(text.reads) and not overlaid:
                continue
            asked.add((rule.id, rule.select))
            found.extend(self._by_id(rule, text, "client_id", ids, today))
            found.extend(self._rows(rule, text, text.without_client(), today))
        found = lay_over(found, overlays, today)
        if overlaid or self._capped_by(columns):
            asked |= {(rule.id, rule.select) for rule, _ in self._capped}
            found.extend(self._growth(today, overlays))
        return sorted(found, key=_order), asked

    def _capped_by(self, changed: frozenset[str]) -> bool:
        """Whether a change may let other items of the last tier through: they are read again all together."""
        return bool(self._capped) and not changed.isdisjoint(
            {DISPUTES, *(column for _, text in self._capped for column in text.reads)}
        )

    def _growth(self, today: Today, overlays: Overlays) -> list[Entry]:
        """What the last tier shows today, and what of it is snoozed."""
        if not self._capped:
            return []
        caps = self._caps(today)
        found: dict[str, Entry] = {}
        for rule, text in self._capped:
            named = sorted(overlays.ids(rule))
            most = (rule.daily or GROWTH_A_DAY) + len(named) + len(caps.disputed)
            rows = self._rows(rule, text, text.head(), today, head=most)
            found.update((entry.key, entry) for entry in (*rows, *self._by_id(rule, text, "record_id", named, today)))
        return let_through(lay_over(found.values(), overlays, today), caps)

    def _disputed(self) -> frozenset[int]:
        """Clients with an open conflict."""
        found = self._connection.execute("SELECT client_id FROM client_standing WHERE conflicts > 0")
        return frozenset(number for (number,) in found)

    def _caps(self, today: Today) -> Caps:
        ask = self._connection.execute
        disputed = self._disputed()
        counted = ((rule.id, text) for rule, text in self._capped if text.handled)
        words = today.sql_words
        handled = {name: ask(text.handled, words(text.words)).fetchone()[0] for name, text in counted}
        return Caps(disputed, self._put_off(today) + Counter(handled))

    def _put_off(self, today: Today) -> Counter[str]:
        """How many items of each capped rule were put off or silenced today: they have had their places in the day."""
        midnight = datetime.combine(today.today, time()).astimezone()
        found = self._connection.execute(
            "SELECT key FROM snooze WHERE created_at >= :midnight AND until > :now "
            "UNION ALL SELECT key FROM mute WHERE created_at >= :midnight",
            {"midnight": sql_moment(midnight), "now": sql_moment(today.now)},
        )
        capped = {rule.id for rule, _ in self._capped}
        rules = (key.partition(":")[0] for (key,) in found)
        return Counter(rule for rule in rules if rule in capped)

    def due_of_clients(self, ids: Sequence[int], today: Today, overlays: Overlays) -> list[Entry]:
        """Everything due about these clients, in the final order, beyond the day's caps too."""
        found: list[Entry] = []
        for rule, text in self._rules:
            found.extend(self._by_id(rule, text, "client_id", ids, today))
        disputed = self._disputed()
        calm = [number for number in ids if number not in disputed]
        for rule, text in self._capped:
            found.extend(self._by_id(rule, text, "client_id", calm, today))
        return sorted(lay_over(found, overlays, today), key=_order)

    def next_of_clients(self, ids: Sequence[int], today: Today, overlays: Overlays) -> dict[int, Entry]:
        """The first entry of each of these clients that is not snoozed."""
        found: dict[int, Entry] = {}
        for entry in self.due_of_clients(ids, today, overlays):
            if entry.client_id is not None and entry.snoozed is None:
                found.setdefault(entry.client_id, entry)
        return found

    def counts(self, today: Today, overlays: Overlays) -> dict[str, int]:
        """How many entries each split holds, exactly."""
        counts = dict.fromkeys(SPLITS, 0)
        for rule, text in self._rules:
            total, waiting = self._connection.execute(text.counted(), today.sql_words(text.words)).fetchone()
            named = self._laid(rule, text, today, overlays, keep_muted=True)
            shown = [entry for entry in lay_over(named, overlays, today) if not entry.snoozed]
            snoozed = [entry for entry in lay_over(named, overlays, today) if entry.snoozed]
            total -= len(named) - len(shown)
            waiting -= sum(entry.waiting for entry in named) - sum(entry.waiting for entry in shown)
            for split in counts:
                if split not in ("waiting", "snoozed") and in_rule_split(rule, split):
                    counts[split] += total
            counts["waiting"] += waiting
            counts["snoozed"] += len(snoozed)
        for entry in self._growth(today, overlays):
            for split in counts:
                counts[split] += in_split(entry, split)
        return counts

    def _laid(
        self, rule: Rule, text: Text, today: Today, overlays: Overlays, *, keep_muted: bool = False
    ) -> list[Entry]:
        """The entries of a rule that an overlay names."""
        named = self._by_id(rule, text, "record_id", sorted(overlays.ids(rule)), today)
        return named if keep_muted else lay_over(named, overlays, today)

    def _by_id(self, rule: Rule, text: Text, column: str, ids: Sequence[int], today: Today) -> list[Entry]:
        found: list[Entry] = []
        for chunk in chunks(ids, CHUNK):
            names = {f"id{number}": value for number, value in enumerate(chunk)}
            found.extend(self._rows(rule, text, text.of(column, len(chunk)), today, **names))
        return found

    def _rows(self, rule: Rule, text: Text, sql: str, today: Today, **more: int) -> list[Entry]:
        rows = self._connection.execute(sql, {**today.sql_words(text.words), **more})
        return [make_entry(rule, row, row[-2], row[-1]) for row in rows]


def _order(entry: Entry) -> tuple[Any, ...]:
    return entry.order
