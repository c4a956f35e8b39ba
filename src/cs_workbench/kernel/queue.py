"""The queue: entries in their total order, the overlays of the manager, and items with their score's terms.

Nothing here is stored. `storage/queue_reader.py` brings a row for each duty as an `Entry`, ordered by the score that
SQL reckoned; `make_item` words an entry when it is shown and reckons the score's named terms. Standard library only:
this is on the short start.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from math import log10
from typing import Any, NamedTuple

from cs_workbench.kernel.money import Money
from cs_workbench.kernel.rule import Duty, Rule, Tier
from cs_workbench.kernel.today import Today

SPLITS = {
    "all": "Всё",
    "burning": "Горит",
    "promised": "Обещано",
    "calls": "Звонки",
    "money": "Деньги",
    "clients": "Клиенты",
    "goods": "Товар",
    "visits": "Выезды",
    "documents": "Документы",
    "suppliers": "Поставщики",
    "growth": "Развитие",
    "waiting": "Ждём",
    "snoozed": "Отложено",
}


class Entry(NamedTuple):
    """One duty in the queue, not yet worded. `order` sorts totally; `raw` is the select's row; `snoozed` is until when
    and why, if it is. `excused` is the same of a snooze that does not hide it, since it burns past its deadline.
    """

    order: tuple[Any, ...]
    key: str
    rule: Rule
    raw: Sequence[Any]
    snoozed: tuple[datetime, str] | None = None
    excused: tuple[datetime, str] | None = None

    @property
    def record_id(self) -> int:
        """The id of the record that the duty is about."""
        return int(self.raw[0])

    @property
    def client_id(self) -> int | None:
        """The client concerned, if one is."""
        return self.raw[1]  # type: ignore[no-any-return]

    @property
    def waiting(self) -> bool:
        """Whether another side is waited for."""
        return bool(self.raw[9])


class Item(NamedTuple):
    """One line of the queue. `key` is `RULE:record:id:period`; `late_bd` is negative before the due day; `amount`
    kopecks.
    """

    key: str
    rule: str
    tier: int
    split: str
    score: float
    terms: Mapping[str, float]
    client: str
    client_id: int | None
    record: str
    record_id: int
    text: str
    due: date
    since: date
    late_bd: int
    amount: Money
    why: str
    leaves_when: str
    actions: tuple[str, ...]
    waiting: bool
    pinned: bool
    snoozed: tuple[datetime, str] | None
    excused: tuple[datetime, str] | None = None


class Overlays(NamedTuple):
    """What the manager laid over the queue: snoozes by key (until, reason), mutes by `RULE:record:id`, pins by key."""

    snoozed: Mapping[str, tuple[datetime, str]]
    muted: frozenset[str]
    pinned: frozenset[str]

    def ids(self, rule: Rule) -> set[int]:
        """Record ids of the rule that an overlay names: a head of the rule's rows must bring these too."""
        start = f"{rule.id}:{rule.record}:"
        return {int(key.split(":")[2]) for key in (*self.snoozed, *self.muted, *self.pinned) if key.startswith(start)}


NO_OVERLAYS = Overlays({}, frozenset(), frozenset())


def make_entry(rule: Rule, raw: Sequence[Any], score: float, name_key: str) -> Entry:
    """A select's row as an entry: tier, score, amount, age, name, and the key for what is equal in all of these."""
    key = f"{rule.id}:{rule.record}:{raw[0]}:{raw[3]}"
    return Entry((1, rule.tier, -score, -raw[6], raw[5], name_key, rule.id, raw[0], raw[3]), key, rule, raw)


def lay_over(entries: Iterable[Entry], overlays: Overlays, today: Today) -> list[Entry]:
    """Entries with mutes left out, snoozes marked and pins before all else.

    A snooze never hides tier 0 past its deadline: it says there what was decided.
    """
    if overlays is NO_OVERLAYS:
        return list(entries)
    seen = []
    for entry in entries:
        if entry.key.rpartition(":")[0] in overlays.muted:
            continue
        if entry.key in overlays.pinned:
            entry = entry._replace(order=(0, *entry.order[1:]))
        snooze = overlays.snoozed.get(entry.key)
        if snooze and snooze[0] > today.now:
            burns = entry.rule.tier == Tier.BURNING and entry.raw[4] <= today.today.isoformat()
            entry = entry._replace(excused=snooze) if burns else entry._replace(snoozed=snooze)
        seen.append(entry)
    return seen


GROWTH_A_DAY = 5
"""Items of the last tier that a day shows, those dealt with today among them (`processes.ru.md` 1)."""


class Caps(NamedTuple):
    """What holds the last tier back: clients with an open dispute, and how many items of each rule were dealt with or
    put off today.
    """

    disputed: frozenset[int]
    handled: Mapping[str, int]


def let_through(entries: Iterable[Entry], caps: Caps) -> list[Entry]:
    """Entries of the last tier that the day shows, in their order: none of a client in dispute, no more than a rule's
    own number and `GROWTH_A_DAY` in all. What was snoozed on another day takes nobody's place.
    """
    left = GROWTH_A_DAY - sum(caps.handled.values())
    of_rule = Counter[str]()
    seen = []
    for entry in sorted(entries, key=lambda entry: entry.order):
        rule = entry.rule
        if entry.client_id in caps.disputed:
            continue
        if entry.snoozed is None:
            most = (rule.daily or GROWTH_A_DAY) - caps.handled.get(rule.id, 0)
            if left <= 0 or of_rule[rule.id] >= most:
                continue
            left -= 1
            of_rule[rule.id] += 1
        seen.append(entry)
    return seen


def in_split(entry: Entry, split: str) -> bool:
    """Whether a split shows the entry; what is snoozed stands in «Отложено» alone."""
    if split == "snoozed" or entry.snoozed is not None:
        return split == "snoozed" and entry.snoozed is not None
    return entry.waiting if split == "waiting" else in_rule_split(entry.rule, split)


def in_rule_split(rule: Rule, split: str) -> bool:
    """Whether all of a rule's entries belong to a split (but for `waiting` and `snoozed`, which look at the entry)."""
    if split == "all":
        return True
    return rule.calls if split == "calls" else rule.split == split


def lateness_term(late_bd: int) -> float:
    """D of the score: 0.2 five business days before the due day, 1.0 five after it."""
    return min(1.0, max(0.2, 0.2 + 0.8 * (late_bd + 5) / 10))


def score_terms(duty: Duty, late_bd: int, age_bd: int) -> dict[str, float]:
    """The weighted terms whose sum is the score (`processes.ru.md` 1), those that are nought left out."""
    terms = {
        "D": 12 * lateness_term(late_bd),
        "B": 8.0 if duty.blocked else 0.0,
        "M": 6 * min(1.0, log10(1 + int(duty.amount) / 100_000) / 3) if duty.amount > 0 else 0.0,
        "P": 2.0 * duty.promised,
        "R": 3.0 if duty.health < 40 else 1.5 if duty.health < 60 else 0.0,
        "A": 2 * min(1.0, max(0, age_bd) / 20),
        "W": -3.0 if duty.waiting else 0.0,
    }
    return {name: round(value, 3) for name, value in terms.items() if value}


def make_item(entry: Entry, duty: Duty, facts: Any, today: Today) -> Item:
    """An entry worded by its rule, with its score taken apart."""
    rule = entry.rule
    line = rule.word(duty, facts, today)
    late_bd = today.late(duty.due)
    terms = score_terms(duty, late_bd, today.late(duty.since))
    return Item(
        key=entry.key,
        rule=rule.id,
        tier=int(rule.tier),
        split=rule.split,
        score=round(sum(terms.values()), 2),
        terms=terms,
        client=duty.client,
        client_id=duty.client_id,
        record=rule.record,
        record_id=duty.record_id,
        text=line.text,
        due=duty.due,
        since=duty.since,
        late_bd=late_bd,
        amount=duty.amount,
        why=line.why,
        leaves_when=line.leaves_when,
        actions=rule.actions,
        waiting=duty.waiting,
        pinned=entry.order[0] == 0,
        snoozed=entry.snoozed,
        excused=entry.excused,
    )
