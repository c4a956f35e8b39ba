"""The day's report: each figure comes with its act and goes with its undo."""

from datetime import date

import pytest

from cs_workbench.domain.reports.day import DayReport, Requests, Sum, day_report
from cs_workbench.kernel.money import Money
from cs_workbench.presentation.day_report import report_text
from tests.desk import Desk


def report(desk: Desk, day: date | None = None) -> DayReport:
    """The report of a day, today's with the queue."""
    return desk.bench.read(day_report, day, desk.bench.queue())


@pytest.fixture
def client(desk: Desk) -> int:
    """A client who owes 7 000 ₽."""
    client = desk.new("client", "clients.add", name="Ромашка", inn="7707083893")
    bill = {"issued_on": "2026-11-10", "sum": "7000", "kind": "one_off", "due_on": "2026-11-20"}
    desk.do("billing.add_invoice", client=client, number="Р-1", **bill)
    return client


def test_calls_by_outcome_and_promises_with_their_sum(desk: Desk, client: int) -> None:
    desk.do("collection.log_call", client=client, outcome="no_answer")
    desk.do("collection.log_call", client=client, outcome="promised", promise_on="27.11", promise_sum="5000")
    facts = report(desk)
    assert facts.calls == {"no_answer": 1, "promised": 1}
    assert (facts.calls_made, facts.spoke) == (2, 1)
    assert facts.promises == Sum(1, Money.rubles(5000))
    desk.undo()
    assert report(desk).promises == Sum(0, Money(0))
    assert report(desk).calls == {"no_answer": 1}


def test_a_promise_that_was_replaced_is_not_counted_twice(desk: Desk, client: int) -> None:
    desk.do("collection.promise", client=client, on="27.11", sum="5000")
    desk.do("collection.promise", client=client, on="30.11", sum="6000", confirm=True)
    assert report(desk).promises == Sum(1, Money.rubles(6000))


def test_money_that_came_and_was_matched(desk: Desk, client: int) -> None:
    desk.do("billing.record_payment", client=client, sum="10000", paid_on="2026-11-23", confirm=True)
    facts = report(desk)
    assert facts.payments == Sum(1, Money.rubles(10_000))
    assert facts.matched == Money.rubles(7000)


def test_invoices_issued_and_sent(desk: Desk, client: int) -> None:
    bill = {"issued_on": "сегодня", "sum": "3000", "kind": "one_off", "due_on": "2026-11-30"}
    made = desk.new("invoice", "billing.add_invoice", client=client, number="Р-2", **bill)
    assert report(desk).issued == Sum(1, Money.rubles(3000))
    desk.do("clients.edit", client=client, rev=1, email="buh@example.ru")
    desk.do("billing.send_invoice", invoice=made)
    desk.do("billing.confirm_send", invoice_send=f"invoice:{made}")
    assert report(desk).sent == 1
    desk.do("billing.cancel_invoice", invoice=made, reason="ошибка")
    assert report(desk).issued == Sum(0, Money(0))


def test_requests_and_conflicts(desk: Desk, client: int) -> None:
    request = desk.new("request", "requests.register", kind="tech", text="Не открывает", client=client)
    desk.do("requests.hand_over", request=request, dept="support", incomplete=True, confirm=True)
    step = {"next_step": "Позвонить", "next_at": "завтра"}
    conflict = desk.new(
        "conflict", "requests.open_conflict", client=client, severity="normal", demand="Вернуть", **step
    )
    facts = report(desk)
    assert facts.requests == Requests(received=1, handed=1, answered=0, told=0, closed=0)
    assert (facts.conflicts_opened, facts.conflicts_closed) == (1, 0)
    desk.do("requests.close_conflict", conflict=conflict, outcome="Договорились")
    assert report(desk).conflicts_closed == 1


def test_tasks_talks_and_what_is_put_off_with_its_reason(desk: Desk, client: int) -> None:
    ids = [desk.new("task", "tasks.add", text=f"Дело {number}", on="сегодня") for number in range(4)]
    desk.do("tasks.done", task=ids[0])
    desk.do("clients.log_talk", client=client, text="Просили прайс")
    keys = [f"TASK:task:{number}:" for number in ids]
    desk.do("tasks.snooze", key=keys[1], until="завтра")
    desk.do("tasks.close_day", keys=keys[1:3], until="завтра", reason="не успели")
    desk.do("tasks.mute", key=keys[3], reason="не наше")
    facts = report(desk)
    assert (facts.tasks_done, facts.talks) == (1, 1)
    assert facts.put_off.later == {"не успели": 2}
    assert facts.put_off.silenced == {"не наше": 1}
    assert facts.tomorrow.items == 2
    desk.do("tasks.wake", key=keys[1])
    assert report(desk).put_off.count == 1


def test_what_was_undone_is_not_put_off(desk: Desk) -> None:
    task = desk.new("task", "tasks.add", text="Дело", on="сегодня")
    desk.do("tasks.snooze", key=f"TASK:task:{task}:", until="завтра", reason="не успели")
    desk.undo()
    assert report(desk).put_off.count == 0
    desk.redo()
    assert report(desk).put_off.later == {"не успели": 1}


def test_the_next_business_day_is_what_is_left_for(desk: Desk, client: int) -> None:
    desk.at("2026-11-27T17:00")
    desk.do("collection.promise", client=client, on="30.11", sum="5000")
    desk.do("tasks.add", text="Понедельник", on="30.11")
    after = report(desk).tomorrow
    assert (after.day, after.tasks, after.promises) == (date(2026, 11, 30), 1, Sum(1, Money.rubles(5000)))


def test_another_day_says_nothing_of_the_queue(desk: Desk, client: int) -> None:
    desk.do("collection.log_call", client=client, outcome="no_answer")
    desk.at("2026-11-25T10:00")
    yesterday = report(desk, date(2026, 11, 24))
    assert yesterday.calls_made == 1
    assert (yesterday.undecided, yesterday.burning) == (None, None)
    assert report(desk).calls_made == 0
    assert report(desk).undecided


def test_the_text_says_what_has_happened_and_no_more(desk: Desk, client: int) -> None:
    desk.do("collection.log_call", client=client, outcome="promised", promise_on="25.11", promise_sum="5000")
    text = report_text(report(desk))
    assert text.startswith("Отчёт за день: вторник 24 ноября 2026\nЗвонки: 1, разговоров 1 (обещал 1).\n")
    assert "Обещания заплатить: 1 на 5 000 ₽." in text
    assert "Следующий рабочий день: среда 25 ноября\nОбещаний заплатить: 1 на 5 000 ₽." in text
    assert "Конфликты" not in text
    assert "\u00a0" not in text


def test_a_day_without_acts_says_so(desk: Desk) -> None:
    assert "Действий за день нет." in report_text(report(desk))
