"""Items of the queue as rows, cards and reasons."""

from datetime import UTC, date, datetime

import pytest

from cs_workbench.kernel.money import Money
from cs_workbench.presentation.queue import item_lines, lateness, row_of, tone_of, why_lines
from tests.presentation.shown import cells, item, told


@pytest.mark.parametrize(
    ("tier", "late", "tone"),
    [(0, -1, "urgent"), (1, 1, "urgent"), (1, 0, "warn"), (2, 1, "warn"), (2, 0, "normal"), (4, 3, "warn")],
)
def test_urgency_is_a_tone(tier: int, late: int, tone: str) -> None:
    assert tone_of(item(tier=tier, late_bd=late)) == tone


@pytest.mark.parametrize(
    ("late", "said"),
    [
        (1, "опоздание 1 рабочий день"),
        (2, "опоздание 2 рабочих дня"),
        (5, "опоздание 5 рабочих дней"),
        (0, "срок сегодня"),
        (-1, "до срока 1 рабочий день"),
    ],
)
def test_lateness_is_said_in_business_days(late: int, said: str) -> None:
    assert lateness(item(late_bd=late)) == said


@pytest.mark.parametrize(
    ("changes", "shown", "mark"),
    [
        ({}, ("Ромашка", "Позвонить об оплате: 45 000 ₽, 2 счёта", "45 000 ₽", "20.11"), ""),
        ({"client": "", "amount": Money(0)}, ("—", "Позвонить об оплате: 45 000 ₽, 2 счёта", "", "20.11"), ""),
        ({"pinned": True}, ("Ромашка", "Позвонить об оплате: 45 000 ₽, 2 счёта", "45 000 ₽", "20.11"), "•"),
        ({"waiting": True}, ("Ромашка", "Позвонить об оплате: 45 000 ₽, 2 счёта", "45 000 ₽", "20.11"), "…"),
    ],
)
def test_a_row_says_who_what_how_much_and_when(changes: dict[str, object], shown: tuple[str, ...], mark: str) -> None:
    row = row_of(item(**changes))
    assert (cells(row), row.mark) == (shown, mark)


def test_the_card_says_why_and_what_makes_it_go() -> None:
    assert told(item_lines(item(tier=1))) == [
        ("title", "Ромашка"),
        ("urgent", "Позвонить об оплате: 45 000 ₽, 2 счёта"),
        ("quiet", "Срок 20.11.2026: опоздание 2 рабочих дня"),
        ("normal", "Долг 45 000,00 ₽ по 2 счетам."),
        ("quiet", "Уйдёт, когда: долг оплачен"),
    ]


def test_what_is_put_off_says_until_when_and_why() -> None:
    snoozed = (datetime(2026, 11, 27, 8, 0, tzinfo=UTC), "ждём юристов")
    assert told(item_lines(item(snoozed=snoozed)))[2] == ("warn", "Отложено до 27.11.2026 11:00 — ждём юристов")


def test_the_reasons_take_the_score_apart() -> None:
    lines = [text for _tone, text in told(why_lines(item()))]
    assert lines[3] == "Правило PAY-CALL, ярус 2 «Деньги»"
    assert lines[5] == "Появилось по дате 20.11.2026: опоздание 2 рабочих дня"
    assert lines[8:] == [
        "Вес 12,3 — из чего сложился:",
        "   9,6  срок",
        "   3,3  сумма",
        "  −0,6  ждём другую сторону",
    ]


def test_an_item_without_a_client_says_so() -> None:
    assert item_lines(item(client="", client_id=None, due=date(2026, 11, 24)))[0].text == "Без клиента"
