"""The card of a client: its head word by word, its tabs as rows."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from cs_workbench.domain.billing.records import InvoiceState, SendState, SubscriptionState
from cs_workbench.domain.client_page.head import Head, StandingHold
from cs_workbench.domain.client_page.money import (
    ClientMoney,
    CreditRow,
    InvoiceRow,
    Part,
    PaymentRow,
    PromiseRow,
    SubscriptionRow,
)
from cs_workbench.domain.client_page.people import ContactRow
from cs_workbench.domain.client_page.timeline import KINDS, READINESS, Event, Spot
from cs_workbench.domain.collection.records import HoldState, PromiseState, StepKind
from cs_workbench.domain.standing import HEALTH_WEIGHTS
from cs_workbench.kernel.money import Money
from cs_workbench.presentation.client_head import HEALTH_WORDS, client_values, head_lines
from cs_workbench.presentation.client_tabs import (
    COLUMNS,
    EMPTY,
    INVOICE_WORDS,
    PROMISE_WORDS,
    SUBSCRIPTION_WORDS,
    TABS,
    contact_row,
    contact_values,
    item_row,
    money_rows,
)
from cs_workbench.presentation.timeline import FILTERS, HOLD_WORDS, SEND_WORDS, STEP_WORDS, TELL, event_lines, event_row
from tests.presentation.shown import cells, item, told

HEAD = Head(
    client_id=17,
    rev=3,
    name="Ромашка",
    fields={
        "name": "Ромашка",
        "inn": "7707083893",
        "kpp": "",
        "phone": "+79161112233",
        "email": "",
        "manager": "Ольга",
        "source": "",
        "kind": "company",
        "do_not_call": "нет",
    },
    debt=Money.rubles(45_000),
    health=100,
    terms={"start": 100},
    last_touch=date(2026, 11, 19),
    promise=None,
    broken=0,
    holds=(),
    people=1,
    unpaid=2,
)


def test_the_head_of_a_healthy_client() -> None:
    assert told(head_lines(HEAD, None)) == [
        ("title", "Ромашка · ИНН 7707083893 · менеджер Ольга"),
        ("good", "Долг 45 000,00 ₽ · здоровье 100"),
        ("quiet", "Дальше: ничего не ждёт"),
        ("quiet", "+7 916 111-22-33 · говорили 19.11.2026"),
    ]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"health": 35, "terms": {"start": 100, "overdue_months": -45, "broken_90": -20}},
            (
                "urgent",
                "Долг 45 000,00 ₽ · здоровье 35: 100 − 45 просроченные месяцы − 20 нарушенные обещания за 90 дней",
            ),
        ),
        ({"broken": 2}, ("warn", "Нарушено за 90 дней: 2 обещания")),
        ({"promise": (date(2026, 11, 27), Money.rubles(15_000))}, ("good", "Обещали 27.11.2026: 15 000 ₽")),
        ({"holds": (StandingHold("ждём акт", None, "", ""),)}, ("warn", "Пауза: ждём акт")),
        (
            {"holds": (StandingHold("спор", date(2026, 12, 1), "118", "2026-11"),)},
            ("warn", "Пауза (счёт № 118): спор, до 01.12.2026"),
        ),
        ({"fields": {**HEAD.fields, "do_not_call": "да"}}, ("urgent", "Просили не звонить")),
        ({"fields": {**HEAD.fields, "inn": "", "manager": ""}}, ("title", "Ромашка · ИНН не указан · менеджера нет")),
        (
            {"fields": {**HEAD.fields, "phone": ""}},
            ("quiet", "телефона и почты нет (e — дописать) · говорили 19.11.2026"),
        ),
    ],
)
def test_what_the_head_warns_of(changes: dict[str, Any], line: tuple[str, str]) -> None:
    assert line in told(head_lines(replace(HEAD, **changes), None))


def test_the_next_step_says_how_late_it_is() -> None:
    said = "Дальше: Позвонить об оплате: 45 000 ₽, 2 счёта (опоздание 2 рабочих дня)"
    assert told(head_lines(HEAD, item()))[2] == ("warn", said)


def test_every_term_of_health_has_its_words() -> None:
    assert set(HEALTH_WORDS) == set(HEALTH_WEIGHTS)


def test_a_form_begins_with_the_telephone_as_people_read_it() -> None:
    assert client_values(HEAD)["phone"] == "+7 916 111-22-33"


# Tabs -----------------------------------------------------------------------------------------------------------


def test_every_tab_has_columns_and_words_for_nothing() -> None:
    assert set(TABS) == set(COLUMNS) == set(EMPTY)


def test_a_thing_to_do_leaves_the_client_out() -> None:
    shown = ("Позвонить об оплате: 45 000 ₽, 2 счёта", "45 000 ₽", "20.11", "опоздание 2 рабочих дня")
    assert cells(item_row(item())) == shown
    assert item_row(item(snoozed=(datetime(2026, 12, 1, tzinfo=UTC), ""))).mark == "…"


def test_people_are_marked() -> None:
    maria = ContactRow(5, 1, "Мария", "бухгалтер", "+79161112233", "", primary=True, wrong=False)
    assert cells(contact_row(maria)) == ("Мария", "бухгалтер", "+7 916 111-22-33", "", "основной")
    assert cells(contact_row(replace(maria, wrong=True)))[-1] == "не тот человек"
    assert contact_values(maria)["primary"] == "да"


INVOICES = (
    InvoiceRow(
        1,
        "118",
        "2026-10",
        "partly_paid",
        date(2026, 10, 15),
        date(2026, 10, 31),
        Money.rubles(20_000),
        Money.rubles(5_000),
        True,
        16,
    ),
    InvoiceRow(
        2,
        "",
        "2026-11",
        "issued",
        date(2026, 11, 16),
        date(2026, 11, 30),
        Money.rubles(20_000),
        Money.rubles(20_000),
        True,
        0,
    ),
    InvoiceRow(
        3, "90", "2026-09", "paid", date(2026, 9, 15), date(2026, 9, 30), Money.rubles(20_000), Money(0), False, 0
    ),
)
MONEY = ClientMoney(
    INVOICES,
    (
        PaymentRow(
            4,
            "77",
            date(2026, 11, 2),
            Money.rubles(16_000),
            Money.rubles(1_000),
            (Part("118", "2026-10", Money.rubles(15_000)),),
        ),
        PaymentRow(5, "", date(2026, 9, 28), Money.rubles(100), Money.rubles(100), ()),
    ),
    (CreditRow(6, date(2026, 11, 2), Money.rubles(1_000), Money.rubles(1_000)),),
    (SubscriptionRow(7, Money.rubles(20_000), "2026-09", "2026-12", "active"),),
    (PromiseRow(8, date(2026, 11, 10), date(2026, 11, 13), Money.rubles(5_000), Money.rubles(2_000), "partly_kept"),),
)


def test_money_stands_under_its_headings() -> None:
    assert [cells(row) for row in money_rows(MONEY)] == [
        ("", "Не оплачено"),
        ("15.10.2026", "Счёт № 118 за октябрь 2026", "20 000 ₽", "5 000 ₽", "оплачен частично, просрочка 16 рд"),
        ("16.11.2026", "Счёт за ноябрь 2026", "20 000 ₽", "20 000 ₽", "выставлен, до 30.11.2026"),
        ("", "Обещания"),
        ("13.11.2026", "Обещание от 10.11.2026", "5 000 ₽", "3 000 ₽", "исполнено частично"),
        ("", "Авансы"),
        ("02.11.2026", "Аванс", "1 000 ₽", "1 000 ₽", "не зачтён"),
        ("", "Подписки"),
        ("", "Подписка с 09.2026 по 12.2026", "20 000 ₽", "в месяц", "действует"),
        ("", "Платежи"),
        ("02.11.2026", "Платёж № 77 → № 118 — 15 000 ₽", "16 000 ₽", "1 000 ₽", "1 счёт"),
        ("28.09.2026", "Платёж", "100 ₽", "100 ₽", "не разнесён"),
        ("", "Закрытые счета"),
        ("15.09.2026", "Счёт № 90 за сентябрь 2026", "20 000 ₽", "", "оплачен"),
    ]


def test_headings_without_rows_are_left_out() -> None:
    assert money_rows(ClientMoney((), (), (), (), ())) == []


# What happened --------------------------------------------------------------------------------------------------


def event(kind: str, time: str = "12:00:00", **facts: Any) -> Event:
    """An event of 19 November 2026."""
    return Event(Spot(date(2026, 11, 19), time, kind, 9), **facts)


@pytest.mark.parametrize(
    ("told_event", "shown"),
    [
        (event("note", text="злая собака", who="Ольга"), ("заметка", "злая собака — Ольга", "")),
        (event("talk", text="о сервисе", mark="call"), ("разговор", "о сервисе", "")),
        (event("talk", text="о сервисе", mark="mail", who="Пётр"), ("письмо", "о сервисе — Пётр", "")),
        (
            event("call_attempt", mark="promised", who="Мария", text="до пятницы", sum=Money.rubles(9)),
            ("звонок о долге", "обещал (Мария): до пятницы", "9 ₽"),
        ),
        (
            event("promise", mark="broken", day=date(2026, 11, 20), sum=Money.rubles(9)),
            ("обещание", "на 20.11.2026, нарушено", "9 ₽"),
        ),
        (
            event("hold", mark="open", text="спор", number="118", period="2026-11"),
            ("пауза звонков", "стоит (счёт № 118): спор", ""),
        ),
        (
            event("hold", mark="lifted", text="спор", day=date(2026, 12, 1)),
            ("пауза звонков", "снята до 01.12.2026: спор", ""),
        ),
        (event("ladder_step", mark="taken", number="3"), ("ступень 3", "пройдена", "")),
        (
            event("invoice", mark="sent", period="2026-11", day=date(2026, 11, 30), sum=Money.rubles(9)),
            ("счёт за ноябрь 2026", "отправлен, срок 30.11.2026", "9 ₽"),
        ),
        (
            event("invoice_send", mark="bounced", number="118", period="2026-11", text="a@b.ru"),
            ("отправка № 118", "не дошёл на a@b.ru", ""),
        ),
        (event("payment", number="77", text="за ноябрь", sum=Money.rubles(9)), ("оплата", "№ 77: за ноябрь", "9 ₽")),
        (event("contract", number="5/26"), ("договор № 5/26", "подписан", "")),
        (
            event("request", mark="in_work", number="5", text="стоит", who="Анна"),
            ("обращение № 5", "в работе: стоит — Анна", ""),
        ),
        (
            event("handover", mark="answered", number="support", text="логи → готово"),
            ("передача", "техподдержка: ответили: логи → готово", ""),
        ),
        (event("conflict", mark="open", text="вернуть деньги"), ("конфликт", "открыт: вернуть деньги", "")),
        (
            event("proposal", mark="offered", number="5", text="стойка 9 ₽"),
            ("предложение № 5", "предложено: стойка 9 ₽", ""),
        ),
        (event("readiness", text="Готовность обещана"), ("готовность", "Готовность обещана", "")),
        (event("note", gone=True), ("—", "запись отменили", "")),
    ],
)
def test_an_event_is_told_in_a_line(told_event: Event, shown: tuple[str, str, str]) -> None:
    row = event_row(told_event)
    assert cells(row) == ("19.11.2026 12:00", *shown)
    assert row.key == f"{told_event.spot.kind}:9"


def test_an_event_of_a_day_has_no_time() -> None:
    assert event_row(event("contract", "", number="5")).cells[0] == "19.11.2026"


def test_an_event_is_read_whole() -> None:
    assert told(event_lines(event("payment", text="за ноябрь", sum=Money.rubles(9)))) == [
        ("title", "Оплата"),
        ("quiet", "19.11.2026 12:00"),
        ("normal", "за ноябрь"),
        ("normal", "Сумма 9 ₽"),
    ]


def test_every_kind_and_every_state_has_its_words() -> None:
    assert set(TELL) == {*KINDS, READINESS}
    assert set(TELL) == {kind for _word, kinds in FILTERS.values() for kind in kinds}
    for states, words in (
        (InvoiceState, INVOICE_WORDS),
        (PromiseState, PROMISE_WORDS),
        (SubscriptionState, SUBSCRIPTION_WORDS),
        (SendState, SEND_WORDS),
        (HoldState, HOLD_WORDS),
        (StepKind, STEP_WORDS),
    ):
        assert {state.value for state in states} == set(words)
