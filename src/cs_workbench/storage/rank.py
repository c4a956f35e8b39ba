"""How a duty select is made: the columns of `Duty` with the score's own terms as SQL, so that LIMIT keeps the best.

`kernel/queue.py` reckons the same terms in Python with their names; a test holds both to the same order. Dates are
compared with the parameters `late_N` of `Today`, so no business day is counted in SQL.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Date,
    Float,
    Integer,
    String,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    literal_column,
    or_,
)
from sqlalchemy import false as sql_false
from sqlalchemy.types import TypeEngine

from cs_workbench.storage.types import Kopecks, UtcMoment

STEPS = tuple(range(5, -5, -1))
AGES = tuple(range(20, 0, -1))


def word(name: str) -> ColumnElement[Any]:
    """A parameter that `Today` fills: today, now, period, run_day, statement_day, bd_N, late_N, ladder_N."""
    kinds: dict[str, TypeEngine[Any]] = {"now": UtcMoment(), "period": String()}
    return bindparam(name, type_=kinds.get(name, Date()))


def late(n: int) -> ColumnElement[Any]:
    """The latest due day that is at least `n` business days late."""
    return word(f"late_{'m' if n < 0 else ''}{abs(n)}")


def _lateness(due: ColumnElement[Any]) -> ColumnElement[float]:
    steps = [(due <= late(n), literal_column(f"{12 * (0.2 + 0.08 * (n + 5)):.2f}", Float)) for n in STEPS]
    return case(*steps, else_=literal_column("2.4", Float))


def _age(since: ColumnElement[Any]) -> ColumnElement[float]:
    steps = [(since <= late(n), literal_column(f"{n / 10:.1f}", Float)) for n in AGES]
    return case(*steps, else_=literal_column("0.0", Float))


def _money(amount: ColumnElement[Any]) -> ColumnElement[float]:
    logarithm = 2 * func.log10(literal_column("1.0") + cast(amount, Float) / literal_column("100000.0"), type_=Float)
    return case(
        (amount <= 0, literal_column("0.0", Float)), (logarithm > 6, literal_column("6.0", Float)), else_=logarithm
    )


def _health(health: ColumnElement[Any]) -> ColumnElement[float]:
    return case(
        (health < 40, literal_column("3.0", Float)),
        (health < 60, literal_column("1.5", Float)),
        else_=literal_column("0.0", Float),
    )


def duty(
    *,
    record_id: Any,
    client_id: Any = None,
    client: Any = "",
    name_key: Any = "",
    period: Any = "",
    due: Any,
    since: Any,
    amount: Any = 0,
    blocked: Any = None,
    promised: Any = 0,
    waiting: Any = None,
    health: Any = 100,
    facts: Sequence[ColumnElement[Any]] = (),
) -> list[ColumnElement[Any]]:
    """The columns of a duty select: `Duty`'s own, then the facts, then what the order needs (`score`, `name_key`)."""
    amount, promised = _literal(amount, Kopecks()), _literal(promised, Integer())
    blocked = sql_false() if blocked is None else blocked
    waiting = sql_false() if waiting is None else waiting
    health = _literal(health, Integer())
    score = _score(due, since, amount, blocked, promised, waiting, health)
    columns: list[tuple[str, Any]] = [
        ("record_id", record_id),
        ("client_id", literal_column("NULL", Integer) if client_id is None else client_id),
        ("client", _literal(client, String())),
        ("period", _literal(period, String())),
        ("due", due),
        ("since", since),
        ("amount", amount),
        ("blocked", cast(blocked, Boolean)),
        ("promised", promised),
        ("waiting", cast(waiting, Boolean)),
        ("health", health),
    ]
    order = [score.label("score"), _literal(name_key, String()).label("name_key")]
    return [*(column.label(name) for name, column in columns), *facts, *order]


def _score(
    due: Any, since: Any, amount: Any, blocked: Any, promised: Any, waiting: Any, health: Any
) -> ColumnElement[float]:
    """The sum of the terms (`processes.ru.md` 1)."""
    promise_and_others = 2 * promised + case((blocked, 8), else_=0) - case((waiting, 3), else_=0)
    score: ColumnElement[float] = _lateness(due) + _age(since) + _money(amount) + promise_and_others + _health(health)
    return score


def _literal(value: Any, kind: Any) -> Any:
    return literal(value, kind) if isinstance(value, int | str) else value


def needs_next(record: Any) -> ColumnElement[bool]:
    """Whether an open record has no next step today: no date to come, nobody waited for until a day to come, no reason
    why not (rule NEXT).
    """
    today = word("today")
    dated = and_(record.next_at.is_not(None), record.next_at > today)
    awaited = and_(record.waiting_for.is_not(None), record.expected_at.is_not(None), record.expected_at > today)
    return ~or_(dated, awaited, record.no_next_reason.is_not(None))
