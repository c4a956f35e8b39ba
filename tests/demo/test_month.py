"""What a newcomer finds in the demo: everything that the program watches, in a month that reads as if it was lived."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from cs_workbench.domain.rulebook import RULES
from cs_workbench.storage import journal
from cs_workbench.storage.record import metadata
from tests.demo.conftest import Demo

TODAY = date(2026, 11, 24)


def rows(demo: Demo, record: str) -> list[dict[str, Any]]:
    """Every row of a record."""
    with demo.bench.performer.reading(demo.bench.today()) as read:
        table = metadata.tables[record]
        return [dict(row) for row in read.session.connection().execute(select(table).order_by(table.c.id)).mappings()]


def test_no_act_of_the_month_was_refused(demo: Demo) -> None:
    assert demo.life.refused == []


def test_everything_that_the_program_watches_is_due_but_the_eve_of_the_run(demo: Demo) -> None:
    assert {entry.rule.id for entry in demo.bench.queue()} == {rule.id for rule in RULES} - {"BL-PREP"}


def test_the_queue_is_a_days_work_and_not_a_years(demo: Demo) -> None:
    assert 80 <= demo.bench.counts()["all"] <= 160


def test_the_doctor_finds_nothing_wrong(demo: Demo) -> None:
    assert [check.message for check in demo.bench.check() if not check.holds] == []


def test_there_are_as_many_clients_as_asked_for_and_two_who_came_this_month(demo: Demo) -> None:
    born = Counter(row["created_on"] > TODAY - timedelta(days=30) for row in rows(demo, "client"))
    assert born == {False: 120, True: 2}


def test_a_client_has_been_billed_for_more_than_a_year_and_has_mostly_paid(demo: Demo) -> None:
    bills = [row for row in rows(demo, "invoice") if row["kind"] == "subscription" and row["replaces_id"] is None]
    months = Counter(row["client_id"] for row in bills)
    assert min(months.values()) >= 12
    assert sum(row["paid"] for row in bills) > 0.85 * sum(row["sum"] for row in bills)


def test_the_months_run_was_made_on_its_day_and_waits_to_be_closed(demo: Demo) -> None:
    (run,) = [row for row in rows(demo, "billing_run") if row["period"] == "2026-11"]
    assert (run["run_on"], run["state"]) == (date(2026, 11, 16), "issued")


def test_every_step_of_the_ladder_is_due_with_somebody(demo: Demo) -> None:
    due = [entry for entry in demo.bench.queue() if entry.rule.id == "PAY-LADDER"]
    assert {entry.raw[3] for entry in due} == {"2", "3", "4"}


def test_promises_are_kept_due_today_broken_partly_kept_and_to_come(demo: Demo) -> None:
    promises = rows(demo, "promise")
    assert {row["state"].value for row in promises} >= {"kept", "open", "broken"}
    open_ones = [row for row in promises if row["state"].value == "open"]
    assert {"today": any(row["on"] == TODAY for row in open_ones), "later": any(row["on"] > TODAY for row in open_ones)}
    assert any(row["on"] < TODAY and row["received"] > 0 for row in open_ones)


def test_somebody_broke_a_second_promise(demo: Demo) -> None:
    broken = [demo.bench.item(entry) for entry in demo.bench.queue() if entry.rule.id == "PAY-BROKEN"]
    assert any("2-е нарушенное" in item.text for item in broken)


def test_holds_end_on_a_day_wait_for_somebody_or_stand_without_an_end(demo: Demo) -> None:
    holds = rows(demo, "hold")
    assert any(row["until"] for row in holds)
    assert any(row["waiting_for"] for row in holds)
    assert any(row["until"] is None and row["waiting_for"] is None for row in holds)


def test_money_without_a_place_is_guessed_at_or_not(demo: Demo) -> None:
    waiting = [row for row in rows(demo, "bank_line") if row["open"]]
    assert any(row["invoice_id"] for row in waiting)
    assert any(row["invoice_id"] is None and row["client_id"] is None for row in waiting)


def test_there_are_credits_part_payments_and_a_letter_that_did_not_leave(demo: Demo) -> None:
    assert any(row["rest"] > 0 for row in rows(demo, "client_credit"))
    assert any(row["state"].value == "partly_paid" for row in rows(demo, "invoice"))
    assert any(row["state"].value == "failed" for row in rows(demo, "outbox_message"))


def test_items_are_put_off_silenced_and_pinned(demo: Demo) -> None:
    assert [len(rows(demo, name)) for name in ("snooze", "mute", "pin")] == [2, 1, 1]
    assert demo.bench.counts()["snoozed"] == 2
    assert demo.bench.item(demo.bench.queue()[0]).pinned


def test_some_clients_belong_to_nobody_and_some_were_not_touched_for_two_months(demo: Demo) -> None:
    assert sum(row["manager"] is None for row in rows(demo, "client")) >= 6
    with demo.bench.performer.reading(demo.bench.today()) as read:
        standing = read.session.connection().execute(select(metadata.tables["client_standing"].c.last_touch)).scalars()
        assert sum(touched < TODAY - timedelta(days=60) for touched in standing) >= 4


def test_the_journal_reads_like_weeks_of_two_managers(demo: Demo) -> None:
    with demo.bench.performer.reading(demo.bench.today()) as read:
        entries = journal.entries(read.session, limit=1000)
    days = {entry["at"].date() for entry in entries}
    assert len(days) >= 14
    assert {entry["user"] for entry in entries} == {"Ирина Лаптева", "Павел Егоров", "перенос"}
    assert sum(entry["action"] == "demo.past" for entry in entries) == 1
    moments = [entry["at"] for entry in reversed(entries)]
    assert moments == sorted(moments)


def test_nothing_was_written_after_the_demos_moment(demo: Demo) -> None:
    now = demo.bench.today().now
    for record, column in (("note", "created_at"), ("talk", "at"), ("call_attempt", "at"), ("payment", "created_at")):
        assert max(row[column] for row in rows(demo, record)) <= now
