"""The queue after any run of acts: an absence loses nothing, SQL and Python agree on the order."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from cs_workbench.kernel.action import Done
from cs_workbench.kernel.errors import Refusal
from tests.desk import Desk

START = datetime(2026, 11, 9, 10)
CLIENTS = ("ООО Ромашка", "ООО Лютик", "ЗАО Василёк")
KINDS = ("subscription", "one_off", "equipment")
ACTS = ("bill", "call", "promise", "pay", "hold", "lift", "step", "task", "fate")
FATES = ("billing.write_off", "billing.cancel_invoice", "billing.send_invoice")


class Step(NamedTuple):
    """One act of a manager: what, to whom, with which numbers, and how many hours later the next one is."""

    act: str
    client: int
    a: int
    b: int
    hours: int


steps = st.lists(
    st.builds(
        Step,
        st.sampled_from(ACTS),
        st.integers(1, len(CLIENTS)),
        st.integers(0, 40),
        st.integers(1, 9),
        st.sampled_from((0, 1, 4, 24, 72)),
    ),
    min_size=6,
    max_size=24,
)


def inputs_of(step: Step, number: int, today: date) -> tuple[str, dict[str, Any]]:
    """The step as an action and what a person types."""
    client, ahead, back = str(step.client), _day(today, step.a), _day(today, -step.a)
    sum = str(step.b * 1000 + step.a)
    named: dict[str, tuple[str, dict[str, Any]]] = {
        "bill": (
            "billing.add_invoice",
            {
                "client": client,
                "number": str(number),
                "sum": sum,
                "issued_on": back,
                "due_on": _day(today, step.b - step.a),
                "kind": KINDS[step.b % 3],
            },
        ),
        "call": (
            "collection.log_call",
            {"client": client, "outcome": str(step.b)}
            | ({"callback_at": f"{_day(today, 1 + step.a % 7)}T12:00"} if step.b == 3 else {})
            | ({"promise_on": ahead} if step.b == 4 else {}),
        ),
        "promise": ("collection.promise", {"client": client, "on": ahead, "sum": str(step.b * 500)}),
        "pay": ("billing.record_payment", {"client": client, "sum": sum, "paid_on": _day(today, -(step.a % 4))}),
        "hold": (
            "collection.hold",
            {"client": client, "reason": "сверка"} | ({"until": ahead} if step.b % 2 else {}),
        ),
        "lift": ("collection.lift_hold", {"hold": str(1 + step.b % 3)}),
        "step": ("collection.take_step", {"client": client, "level": str(2 + step.b % 3)}),
        "task": ("tasks.add", {"text": "позвонить на объект", "client": client, "on": ahead}),
        "fate": (
            FATES[step.b % 3],
            {"invoice": str(1 + step.a % 8)} | ({"reason": "так вышло"} if step.b % 3 < 2 else {}),
        ),
    }
    return named[step.act]


def _day(today: date, ahead: int) -> str:
    return (today + timedelta(days=ahead)).isoformat()


@contextmanager
def desk_with_clients() -> Iterator[tuple[Desk, Path]]:
    """A desk that knows three clients, each owing a little, and its folder."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder), START.isoformat())
        for number, name in enumerate(CLIENTS, start=1):
            desk.do("clients.add", name=name)
            due = _day(START.date(), -5 * number)
            desk.do("billing.add_invoice", client=str(number), number=f"Н-{number}", issued_on="2026-10-15",
                    due_on=due, sum=str(7000 * number))  # fmt: skip
        yield desk, Path(folder)
        desk.close()


def acts(desk: Desk, history: list[Step]) -> Iterator[Callable[[], Done | None]]:
    """The acts of a history, each when its time has come; an act that is refused did not happen and gives nothing."""
    moment = START
    for number, step in enumerate(history, start=1):
        desk.at(moment.isoformat())
        action, inputs = inputs_of(step, number, moment.date())

        def act(action: str = action, inputs: dict[str, Any] = inputs) -> Done | None:
            try:
                return desk.do(action, confirm="да", **inputs)
            except Refusal:
                return None

        yield act
        moment += timedelta(hours=step.hours)


def live(desk: Desk, history: list[Step]) -> None:
    """Perform a whole history."""
    for act in acts(desk, history):
        act()


def seen(desk: Desk) -> list[tuple[str, tuple[Any, ...], str]]:
    """The queue as it stands: keys, what they are ordered by, and words."""
    return [(entry.key, entry.order, desk.bench.item(entry).text) for entry in desk.bench.queue()]


@settings(max_examples=10)
@given(history=steps, away=st.integers(1, 45))
def test_a_database_opened_after_days_away_shows_the_queue_of_one_opened_daily(history: list[Step], away: int) -> None:
    with desk_with_clients() as (daily, folder), TemporaryDirectory() as other:
        live(daily, history)
        last = daily.bench.today().today
        back = _day(last, away) + "T11:00"
        daily.close()
        shutil.copy(folder / "desk.db", other)

        for day in range(1, away):
            daily.at(_day(last, day) + "T09:00")
            daily.bench.queue(limit=10)
        daily.at(back)
        absent = Desk(Path(other), back)

        assert seen(absent) == seen(daily)
        absent.close()


@settings(max_examples=10)
@given(history=steps, later=st.integers(0, 30))
def test_sql_orders_the_queue_as_the_terms_of_the_score_do(history: list[Step], later: int) -> None:
    with desk_with_clients() as (desk, _):
        live(desk, history)
        desk.at(_day(desk.bench.today().today, later) + "T11:00")

        entries = desk.bench.queue()
        items = [desk.bench.item(entry) for entry in entries]

        for entry, item in zip(entries, items, strict=True):
            assert abs(entry.raw[-2] - item.score) < 0.01, item.terms
        for above, below in pairwise(items):
            assert (above.tier, -above.score) <= (below.tier, -below.score + 0.01)
        for limit in (1, 2, 5):
            assert desk.bench.queue(limit=limit) == entries[:limit]


@settings(max_examples=10)
@given(history=steps)
def test_what_is_asked_anew_after_an_act_makes_the_queue_whole(history: list[Step]) -> None:
    with desk_with_clients() as (desk, _):
        for act in acts(desk, history):
            before = desk.bench.queue()
            done = act()
            if done is None:
                continue

            fresh, asked = desk.bench.requeue(done)

            touched = {*done.clients, None}
            stays = [
                one for one in before if not (one.client_id in touched and (one.rule.id, one.rule.select) in asked)
            ]
            assert sorted([*stays, *fresh], key=lambda one: one.order) == desk.bench.queue()
