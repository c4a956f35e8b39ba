"""The score of a line of the queue, term by term, and the order of the lines (processes 1)."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest

from cs_workbench.kernel.calendar import WorkCalendar
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.queue import (
    NO_OVERLAYS,
    Caps,
    Entry,
    Overlays,
    in_rule_split,
    in_split,
    lateness_term,
    lay_over,
    let_through,
    make_entry,
    make_item,
    score_terms,
)
from cs_workbench.kernel.rule import Duty, Line, NoFacts, Rule, Tier
from cs_workbench.kernel.today import Today

NOON = datetime(2026, 11, 24, 9, tzinfo=UTC)
TODAY = Today(NOON, WorkCalendar({}))


def word(duty: Duty, facts: NoFacts, today: Today) -> Line:
    """The words of a rule for these tests."""
    return Line(f"Позвонить: {duty.client}", "пора", "разговор записан")


CALL = Rule("CALL", Tier.MONEY, "money", "Звонок", ("2.1",), "client", "call", word, ("collection.log_call",))
ALARM = Rule("ALARM", Tier.BURNING, "burning", "Тревога", ("1",), "client", "alarm", word, ())


def duty(**facts: Any) -> Duty:
    """A duty of a healthy client on its due day, unless said otherwise."""
    usual: dict[str, Any] = {
        "record_id": 1,
        "client_id": 1,
        "client": "ООО Ромашка",
        "period": "2026-11",
        "due": date(2026, 11, 24),
        "since": date(2026, 11, 24),
        "amount": Money(0),
        "blocked": False,
        "promised": 0,
        "waiting": False,
        "health": 100,
    }
    return Duty(**(usual | facts))


def entry(rule: Rule = CALL, score: float = 0.0, name_key: str = "", **facts: Any) -> Entry:
    """A row of a select as the reader brings it: days as text."""
    row = duty(**facts)
    raw: Sequence[Any] = [value.isoformat() if isinstance(value, date) else value for value in row]
    return make_entry(rule, raw, score, name_key)


def test_the_worked_example() -> None:
    """45 000 ₽, three business days late, one broken promise, seven business days old, healthy: 18.1."""
    terms = score_terms(duty(amount=Money.rubles(45_000), promised=2), late_bd=3, age_bd=7)

    assert {name: round(value, 1) for name, value in terms.items()} == {"D": 10.1, "M": 3.3, "P": 4.0, "A": 0.7}
    assert round(sum(terms.values()), 1) == 18.1


@pytest.mark.parametrize(
    ("late_bd", "term"), [(-100, 0.2), (-5, 0.2), (-4, 0.28), (0, 0.6), (3, 0.84), (5, 1.0), (6, 1.0), (100, 1.0)]
)
def test_lateness_grows_from_five_days_before_the_due_day_to_five_after(late_bd: int, term: float) -> None:
    assert lateness_term(late_bd) == pytest.approx(term)


@pytest.mark.parametrize(("rubles", "term"), [(10_000, 0.35), (100_000, 0.67), (1_000_000, 1.0), (9_000_000, 1.0)])
def test_money_counts_by_its_logarithm(rubles: int, term: float) -> None:
    assert score_terms(duty(amount=Money.rubles(rubles)), 0, 0)["M"] == pytest.approx(6 * term, abs=0.03)


@pytest.mark.parametrize(
    ("facts", "name", "term"),
    [
        ({"blocked": True}, "B", 8.0),
        ({"promised": 1}, "P", 2.0),
        ({"promised": 2}, "P", 4.0),
        ({"health": 39}, "R", 3.0),
        ({"health": 40}, "R", 1.5),
        ({"health": 59}, "R", 1.5),
        ({"waiting": True}, "W", -3.0),
    ],
)
def test_each_mark_has_its_term(facts: dict[str, Any], name: str, term: float) -> None:
    terms = score_terms(duty(**facts), 0, 0)

    assert terms == {"D": 7.2, name: term}


def test_what_weighs_nothing_is_left_out() -> None:
    assert score_terms(duty(health=60), 0, 0) == {"D": 7.2}


@pytest.mark.parametrize(("age_bd", "term"), [(-3, None), (0, None), (10, 1.0), (20, 2.0), (90, 2.0)])
def test_age_counts_up_to_twenty_business_days(age_bd: int, term: float | None) -> None:
    assert score_terms(duty(), 0, age_bd).get("A") == term


def test_an_item_sums_its_terms_and_says_what_it_is() -> None:
    found = make_item(entry(), duty(due=date(2026, 11, 19), since=date(2026, 11, 19)), NoFacts(), TODAY)

    assert (found.key, found.late_bd, found.score) == ("CALL:client:1:2026-11", 3, 10.38)
    assert found.text == "Позвонить: ООО Ромашка"
    assert found.score == pytest.approx(sum(found.terms.values()), abs=0.01)
    assert not found.pinned


def test_the_order_is_tier_then_score_then_sum_then_age_then_name() -> None:
    entries = [
        entry(ALARM, record_id=1),
        entry(score=9.0, record_id=2),
        entry(score=8.0, record_id=3, amount=Money(200)),
        entry(score=8.0, record_id=4, amount=Money(100), since=date(2026, 11, 1)),
        entry(score=8.0, record_id=5, amount=Money(100), name_key="аист"),
        entry(score=8.0, record_id=6, amount=Money(100), name_key="яблоко"),
        entry(score=8.0, record_id=7, amount=Money(100), name_key="яблоко"),
    ]

    in_order = sorted((entries[n] for n in (3, 0, 6, 2, 5, 1, 4)), key=lambda one: one.order)

    assert [one.record_id for one in in_order] == [1, 2, 3, 4, 5, 6, 7]


def test_a_pin_comes_before_all_else() -> None:
    laid = lay_over([entry(ALARM), entry()], Overlays({}, frozenset(), frozenset({"CALL:client:1:2026-11"})), TODAY)

    assert [one.rule.id for one in sorted(laid, key=lambda one: one.order)] == ["CALL", "ALARM"]


def test_a_mute_holds_in_every_period() -> None:
    muted = Overlays({}, frozenset({"CALL:client:1"}), frozenset())

    assert lay_over([entry(period="2026-11"), entry(period="2026-12")], muted, TODAY) == []


def test_a_snooze_puts_a_line_off_until_its_moment() -> None:
    def until(moment: datetime) -> Entry:
        overlays = Overlays({"CALL:client:1:2026-11": (moment, "завтра")}, frozenset(), frozenset())
        return lay_over([entry()], overlays, TODAY)[0]

    later, past = until(datetime(2026, 11, 25, tzinfo=UTC)), until(NOON)

    assert later.snoozed == (datetime(2026, 11, 25, tzinfo=UTC), "завтра")
    assert [in_split(later, split) for split in ("all", "money", "calls", "snoozed")] == [False, False, False, True]
    assert past.snoozed is None
    assert [in_split(past, split) for split in ("all", "money", "calls", "snoozed")] == [True, True, True, False]


@pytest.mark.parametrize(("due", "hidden"), [(date(2026, 11, 24), False), (date(2026, 11, 25), True)])
def test_a_snooze_never_hides_what_burns_past_its_deadline(due: date, hidden: bool) -> None:
    overlays = Overlays({"ALARM:client:1:2026-11": (datetime(2026, 12, 1, tzinfo=UTC), "")}, frozenset(), frozenset())

    (laid,) = lay_over([entry(ALARM, due=due)], overlays, TODAY)

    assert (laid.snoozed is not None) is hidden


def test_no_overlay_leaves_everything() -> None:
    assert len(lay_over(iter([entry(), entry(ALARM)]), NO_OVERLAYS, TODAY)) == 2


def test_overlays_name_the_records_of_a_rule() -> None:
    overlays = Overlays(
        {"CALL:client:3:2026-11": (NOON, "")}, frozenset({"CALL:client:5"}), frozenset({"ALARM:client:7:"})
    )

    assert overlays.ids(CALL) == {3, 5}
    assert overlays.ids(ALARM) == {7}


def test_what_waits_for_another_side_stands_apart() -> None:
    assert in_split(entry(waiting=True), "waiting")
    assert not in_split(entry(), "waiting")


def test_calls_are_the_rules_whose_first_answer_is_a_call() -> None:
    assert in_rule_split(CALL, "calls")
    assert not in_rule_split(ALARM, "calls")
    assert in_rule_split(ALARM, "burning")


# The caps of the last tier -----------------------------------------------------------------------------------------

TOUCH = Rule("TOUCH", Tier.GROWTH, "growth", "Касание", ("20.1",), "client", "touch", word, (), daily=3)
ASK = Rule("ASK", Tier.GROWTH, "growth", "Вопрос", ("14.3",), "client", "ask", word, ())
NOBODY: frozenset[int] = frozenset()


def growth(rule: Rule, many: int) -> list[Entry]:
    """So many lines of a rule, the first with the highest score."""
    return [entry(rule, score=float(many - n), record_id=n, client_id=n) for n in range(1, many + 1)]


def passed(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    """The rule and the record of each line."""
    return [(one.rule.id, one.record_id) for one in entries]


def test_a_rule_shows_no_more_than_its_own_number_a_day() -> None:
    assert passed(let_through(growth(TOUCH, 9), Caps(NOBODY, {}))) == [("TOUCH", 1), ("TOUCH", 2), ("TOUCH", 3)]


def test_the_tier_shows_five_a_day_whatever_its_rules() -> None:
    assert len(let_through([*growth(TOUCH, 9), *growth(ASK, 9)], Caps(NOBODY, {}))) == 5


def test_what_was_dealt_with_today_takes_a_place() -> None:
    assert passed(let_through(growth(TOUCH, 9), Caps(NOBODY, {"TOUCH": 2}))) == [("TOUCH", 1)]
    assert let_through(growth(ASK, 9), Caps(NOBODY, {"TOUCH": 3, "ASK": 2})) == []


def test_a_client_in_dispute_is_asked_for_nothing() -> None:
    assert passed(let_through(growth(TOUCH, 4), Caps(frozenset({1, 3}), {}))) == [("TOUCH", 2), ("TOUCH", 4)]


def test_what_is_snoozed_takes_nobodys_place() -> None:
    first, *others = growth(TOUCH, 5)
    entries = [first._replace(snoozed=(NOON, "после отпуска")), *others]
    assert passed(let_through(entries, Caps(NOBODY, {}))) == [("TOUCH", n) for n in (1, 2, 3, 4)]
