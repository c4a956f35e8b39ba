"""The month's run: previewed, made, closed; who is in it and who is not (row 8.1)."""

from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from cs_workbench.domain.billing.records import InvoiceKind, InvoiceState, RunState, Subscription, SubscriptionState
from cs_workbench.domain.billing.repository.preview import RunPreview, Standing, run_preview
from cs_workbench.kernel.errors import Cancelled
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.billing import month


def preview(desk: Desk, period: str) -> RunPreview:
    """The run's preview as the screen reads it."""
    with desk.bench.performer.reading(desk.bench.today()) as read:
        return run_preview(read.session, period, read.day)


def five_kinds(desk: Desk) -> None:
    """In December: a price that changed, a new one, one on pause, one that ended, one without an INN."""
    desk.at("2026-11-02T09:00")
    _, changed = month.payer(desk, "АО Альфа")
    _, paused = month.payer(desk, "АО Бета")
    _, ended = month.payer(desk, "АО Гамма")
    month.run(desk)
    month.subscription(desk, month.client(desk, "АО Дельта"), from_period="2026-12")
    month.subscription(desk, month.client(desk, "АО Эпсилон", inn=None), from_period="2026-12")
    desk.do("billing.change_price", subscription=changed, amount="15000", from_period="2026-12", reason="Договор")
    desk.do("billing.pause", subscription=paused, until="2027-02", reason="Стройка")
    desk.do("billing.end", subscription=ended, period="2026-11", reason="Ушли")


def test_the_preview_says_of_each_line_what_and_why(desk: Desk) -> None:
    five_kinds(desk)
    desk.at("2026-12-14T10:00")

    lines = preview(desk, "2026-12").lines

    assert [(line.client, line.standing, month.plain(line.reason)) for line in lines] == [
        ("АО Альфа", Standing.CHANGED, "цена была 12 000 ₽"),
        ("АО Бета", Standing.PAUSED, "на паузе"),
        ("АО Гамма", Standing.ENDED, "подписка закончилась"),
        ("АО Дельта", Standing.NEW, "новая"),
        ("АО Эпсилон", Standing.NO_INN, "нет ИНН"),
    ]
    assert preview(desk, "2026-12").total == Money.rubles(27_000)


def test_looking_at_the_preview_is_what_the_day_before_asks_for(desk: Desk) -> None:
    five_kinds(desk)
    desk.at("2026-12-14T10:00")
    assert "BL-PREP" in desk.rules()

    done = desk.there_and_back("billing.preview_run", period="2026-12")

    assert month.plain(done.message) == (
        "Декабрь 2026: 2 счёта на 27 000 ₽ (новых — 1, с новой ценой — 1, на паузе — 1, закончилось — 1, без ИНН — 1)."
    )
    assert done.warnings == ("Нет ИНН, счёт не выставлен: «АО Эпсилон».",)
    assert desk.rows("billing_run")[-1]["state"] is RunState.PREVIEW
    assert "BL-PREP" not in desk.rules()


def test_a_second_look_changes_nothing(desk: Desk) -> None:
    month.payer(desk)
    desk.do("billing.preview_run", period="2026-11")

    done = desk.do("billing.preview_run", period="2026-11")

    assert done.entry == 0
    assert month.plain(done.message) == "Ноябрь 2026: 1 счёт на 12 000 ₽ (новых — 1)."


def test_the_run_bills_a_whole_month_of_each_running_subscription(desk: Desk) -> None:
    _, subscription = month.payer(desk, due="25", remind_from="18")
    desk.at(month.RUN)

    done = desk.there_and_back("billing.issue_run", period="2026-11")

    row = desk.rows("invoice")[0]
    assert (row["kind"], row["state"], row["sum"]) == (
        InvoiceKind.SUBSCRIPTION,
        InvoiceState.ISSUED,
        Money.rubles(12_000),
    )
    assert (row["issued_on"], row["due_on"], row["call_from"]) == (
        date(2026, 11, 16),
        date(2026, 11, 25),
        date(2026, 11, 18),
    )
    assert (row["number"], row["year"], row["subscription_id"]) == (None, 2026, subscription)
    run = desk.rows("billing_run")[0]
    assert (run["state"], run["invoices"], run["total"]) == (RunState.ISSUED, 1, Money.rubles(12_000))
    assert run["run_on"] == date(2026, 11, 16)
    assert desk.show("subscription", subscription)["next_unbilled"] == "2026-12"
    assert month.plain(done.message) == "Выставлено за ноябрь 2026: 1 счёт на 12 000 ₽."


def test_only_what_bills_is_billed_and_the_bad_line_is_named(desk: Desk) -> None:
    five_kinds(desk)
    desk.at("2026-12-15T11:00")

    done = desk.do("billing.issue_run", period="2026-12")

    assert len(done.created["invoice"]) == 2
    assert done.warnings == ("Нет ИНН, счёт не выставлен: «АО Эпсилон».",)


def test_a_pilot_is_shown_and_not_billed(desk: Desk) -> None:
    client, _ = month.payer(desk)
    pilot = Subscription(
        client_id=client,
        amount=Money.rubles(5_000),
        from_period="2026-11",
        run_from="2026-11",
        state=SubscriptionState.PILOT,
        created_on=date(2026, 11, 2),
    )
    with Session(desk.bench.performer.engine) as session, session.begin():
        session.add(pilot)

    assert preview(desk, "2026-11").lines[1].reason == "пилот или черновик"
    assert len(month.run(desk)) == 1


def test_a_person_needs_no_inn(desk: Desk) -> None:
    client = month.client(desk, "Иванов Иван", inn=None, kind="person")
    month.subscription(desk, client)

    assert len(month.run(desk)) == 1


def test_a_pause_that_is_over_ends_with_the_run(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    desk.do("billing.pause", subscription=subscription, until="2026-12", reason="Стройка")

    assert desk.refused("billing.issue_run", period="2026-11").code == "empty"
    month.run(desk, "2026-12", "2026-12-15T11:00")

    assert desk.show("subscription", subscription)["state"] is SubscriptionState.ACTIVE


def test_a_new_subscription_after_the_run_is_billed_by_a_second_run_alone(desk: Desk) -> None:
    month.payer(desk, "АО Альфа")
    month.run(desk)
    month.payer(desk, "АО Бета")

    (invoice,) = desk.do("billing.issue_run", period="2026-11").created["invoice"]

    assert desk.show("invoice", invoice)["client_id"] == 2
    run = desk.rows("billing_run")[0]
    assert (run["invoices"], run["total"]) == (2, Money.rubles(24_000))


def test_a_run_with_nothing_left_says_why(desk: Desk) -> None:
    month.payer(desk, "АО Альфа")
    month.run(desk)
    month.subscription(desk, month.client(desk, "АО Бета", inn=None))

    refusal = desk.refused("billing.issue_run", period="2026-11")

    assert refusal.code == "already"
    assert refusal.message == "За ноябрь 2026 всё уже выставлено: 1 счёт. Нет ИНН, счёт не выставлен: «АО Бета»."


def test_a_run_without_any_subscription_is_refused(desk: Desk) -> None:
    assert desk.refused("billing.issue_run", period="2026-11").code == "empty"


@pytest.mark.parametrize("action", ["billing.preview_run", "billing.issue_run"])
def test_a_run_later_than_next_month_is_refused(desk: Desk, action: str) -> None:
    month.payer(desk)

    assert desk.refused(action, period="2027-01").code == "period"
    assert desk.do(action, period="2026-12").entry


def test_a_month_billed_ahead_leaves_this_month_first(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    month.run(desk, "2026-12")
    assert desk.show("subscription", subscription)["next_unbilled"] == "2026-11"

    month.run(desk, "2026-11")

    assert desk.show("subscription", subscription)["next_unbilled"] == "2027-01"


def test_a_sum_ten_times_the_last_is_told(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    month.run(desk)
    desk.do(
        "billing.change_price",
        subscription=subscription,
        amount="120000",
        from_period="2026-12",
        reason="Сеть",
        confirm=True,
    )
    desk.at("2026-12-15T11:00")

    assert "в десять раз больше" in preview(desk, "2026-12").lines[0].reason
    assert desk.do("billing.issue_run", period="2026-12").warnings == (
        "Сумма в десять раз больше прошлой: «ООО Ромашка».",
    )


def test_clients_with_a_credit_are_counted(desk: Desk) -> None:
    client, _ = month.payer(desk)
    desk.do("billing.record_payment", client=client, sum="5000", paid_on="2026-11-20")

    done = desk.do("billing.issue_run", period="2026-11")

    assert "У 1 клиента есть аванс: зачтите его в новые счета." in done.warnings


def test_the_preview_names_the_number_of_what_is_billed(desk: Desk) -> None:
    month.payer(desk)
    (invoice,) = month.run(desk)
    assert preview(desk, "2026-11").lines[0].reason == "счёт уже есть, без номера"

    desk.do("billing.set_number", invoice=invoice, number="118")

    assert preview(desk, "2026-11").lines[0].reason == "счёт уже есть: № 118"


def test_the_preview_asks_the_same_of_many_as_of_one(desk: Desk) -> None:
    month.payer(desk)
    few = _statements(desk)
    for name in ("АО Альфа", "АО Бета", "АО Гамма"):
        month.payer(desk, name)

    assert _statements(desk) == few


def _statements(desk: Desk) -> int:
    asked: list[str] = []
    engine = desk.bench.performer.engine

    def note(*args: object) -> None:
        asked.append(str(args[2]))

    event.listen(engine, "before_cursor_execute", note)
    preview(desk, "2026-11")
    event.remove(engine, "before_cursor_execute", note)
    return len(asked)


def test_a_run_tells_how_far_it_is_and_stops_when_told(desk: Desk) -> None:
    month.payer(desk)
    desk.at(month.RUN)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == total:
            raise Cancelled

    before = desk.snapshot()
    with pytest.raises(Cancelled):
        desk.bench.perform("billing.issue_run", {"period": "2026-11"}, stop)

    assert told == [(0, 2), (1, 2), (2, 2)]
    assert desk.snapshot() == before
