"""The queue of requests after any run of acts: what is asked anew makes it whole, SQL and Python agree on the order, an
absence loses nothing.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from cs_workbench.kernel.action import Done
from cs_workbench.kernel.errors import Refusal
from tests.desk import Desk
from tests.domain.test_queue_properties import seen

START = datetime(2026, 11, 20, 15)
KINDS, SEVERITIES, DEPTS = ("tech", "sales", "other"), ("stop", "degraded", "question"), ("support", "law", "склад")


class Step(NamedTuple):
    """One act: what, on which record, with which choice among its inputs, and how many hours later the next one is."""

    act: str
    record: int
    choice: int
    hours: int


def inputs_of(step: Step) -> dict[str, dict[str, Any]]:
    """Every act with what a person types."""
    request, handover, conflict = ({name: step.record} for name in ("request", "handover", "conflict"))
    ahead, choice = f"+{1 + step.choice}рд", step.choice % 3
    plan = {"next_step": "позвонить", "next_at": ahead}
    return {
        "register": {
            "kind": KINDS[choice], "severity": SEVERITIES[choice], "text": "Не работает",
            **({"client": 1 + choice} if choice < 2 else {"phone": "8 921 000-00-01"}),
        },
        "attach_client": {**request, "client": 1 + choice},
        "take": {**request, **({"next_at": ahead} if choice else {})},
        "wait": {**request, "for": ("client", "склад", "Пётр")[choice], "until": ahead},
        "resolve": {**request, "result": "Готово"},
        "reopen": {**request, "reason": "опять"},
        "close": {**request, **({"result": "Готово"} if choice else {})},
        "mark_duplicate": {**request, "of": 1 + choice},
        "hand_over": {**request, "dept": DEPTS[choice], "incomplete": "да"},
        "acknowledge": handover,
        "record_answer": {**handover, "answer": "Да"},
        "return_handover": {**handover, "missing": "модель"},
        "tell_client": handover,
        "propose": {**request, "options": "ремонт 5000"},
        "proposal_answer": {"proposal": step.record, "accepted": "да" if choice else "нет"},
        "open_conflict": {"client": 1 + choice, "severity": ("critical", "high")[choice % 2], "demand": ahead, **plan},
        "conflict_contacted": {**conflict, **plan},
        "close_conflict": {**conflict, "outcome": "вернули"},
    }  # fmt: skip


ACTS = tuple(inputs_of(Step("", 1, 0, 0)))
# Half of the acts begin something, otherwise most find nothing to go on with.
BEGIN = ("register", "hand_over", "open_conflict", "propose", "record_answer", "resolve")
steps = st.lists(
    st.builds(
        Step,
        st.one_of(st.sampled_from(BEGIN), st.sampled_from(ACTS)),
        st.integers(1, 4),
        st.integers(0, 8),
        st.sampled_from((0, 1, 3, 24, 48)),
    ),
    min_size=10,
    max_size=26,
)


@contextmanager
def desk_with_clients() -> Iterator[tuple[Desk, Path]]:
    """A desk that knows two clients, and its folder."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder), START.isoformat())
        for name in ("ООО Ромашка", "ЗАО Василёк"):
            desk.do("clients.add", name=name)
        yield desk, Path(folder)
        desk.close()


def live(desk: Desk, history: list[Step]) -> Iterator[tuple[list[Any], Done]]:
    """Perform a history; for each act that stood, the queue before it and what it did."""
    moment = START
    for step in history:
        desk.at(moment.isoformat())
        before = desk.bench.queue()
        try:
            done = desk.bench.perform(f"requests.{step.act}", {**inputs_of(step)[step.act], "confirm": "да"})
        except Refusal:
            continue
        finally:
            moment += timedelta(hours=step.hours)
        yield before, done


@settings(max_examples=12)
@given(history=steps)
def test_what_is_asked_anew_after_an_act_makes_the_queue_whole(history: list[Step]) -> None:
    with desk_with_clients() as (desk, _):
        for before, done in live(desk, history):
            fresh, asked = desk.bench.requeue(done)
            touched = {*done.clients, None}
            stays = [
                one for one in before if not (one.client_id in touched and (one.rule.id, one.rule.select) in asked)
            ]
            assert sorted([*stays, *fresh], key=lambda one: one.order) == desk.bench.queue()


@settings(max_examples=8)
@given(history=steps, later=st.integers(0, 20))
def test_sql_orders_requests_as_the_terms_of_the_score_do(history: list[Step], later: int) -> None:
    with desk_with_clients() as (desk, _):
        for _ in live(desk, history):
            pass
        desk.at((START + timedelta(days=later)).isoformat())

        for entry in desk.bench.queue():
            item = desk.bench.item(entry)
            assert abs(entry.raw[-2] - item.score) < 0.01, item.terms


@settings(max_examples=6)
@given(history=steps, away=st.integers(1, 12))
def test_days_away_lose_no_request(history: list[Step], away: int) -> None:
    with desk_with_clients() as (daily, folder), TemporaryDirectory() as other:
        for _ in live(daily, history):
            pass
        last = daily.bench.today().today
        back = f"{last + timedelta(days=away)}T11:00"
        daily.close()
        shutil.copy(folder / "desk.db", other)

        for day in range(1, away):
            daily.at(f"{last + timedelta(days=day)}T09:00")
            daily.bench.queue(limit=10)
        daily.at(back)
        absent = Desk(Path(other), back)

        assert seen(absent) == seen(daily)
        absent.close()


@settings(max_examples=8)
@given(history=steps, later=st.integers(0, 20))
def test_nothing_that_is_open_is_ever_forgotten(history: list[Step], later: int) -> None:
    """Whatever was done, a day comes on which each open request and conflict stands in the queue."""
    with desk_with_clients() as (desk, _):
        for _ in live(desk, history):
            pass
        desk.at((START + timedelta(days=60 + later)).isoformat())
        lines = {(item.record, item.record_id) for item in desk.items()}
        handed = {row["request_id"] for row in desk.rows("handover") if ("handover", row["id"]) in lines}
        offered = {row["request_id"] for row in desk.rows("proposal") if ("proposal", row["id"]) in lines}

        for row in desk.rows("request"):
            told = ("request", row["id"]) in lines or row["id"] in handed | offered
            assert told is row["open"], row
        for row in desk.rows("conflict"):
            assert (("conflict", row["id"]) in lines) is row["open"], row
