"""A client at a glance, as lines of a card."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from cs_workbench.domain.clients.records import Channel
from cs_workbench.domain.collection.records import CallOutcome
from cs_workbench.domain.glance import Glance, Owed, Person, Said
from cs_workbench.kernel.money import Money
from cs_workbench.presentation.client import OUTCOME_WORDS, glance_lines, health_tone
from tests.presentation.shown import told

MARIA = Person("Мария", "бухгалтер", "+79161112233", "m@example.ru", wrong=False)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KNOWN = Glance(
    client_id=17,
    name="Ромашка",
    phone="+74951112233",
    email="",
    manager="Ольга",
    do_not_call=False,
    debt=Money.rubles(45_000),
    health=85,
    people=(MARIA,),
    owed=(Owed("118", "2026-10", Money.rubles(45_000), date(2026, 10, 31)),),
    said=(Said("call", AT, "promised", "до пятницы"), Said("note", AT, "", "злая собака")),
    promise=(date(2026, 11, 27), Money.rubles(15_000)),
    holds=("ждём акт",),
)


def test_everything_that_one_needs_before_a_call() -> None:
    assert told(glance_lines(KNOWN)) == [
        ("good", "Долг 45 000,00 ₽ · здоровье 85"),
        ("normal", "+7 495 111-22-33"),
        ("normal", "Мария (бухгалтер)  +7 916 111-22-33  m@example.ru"),
        ("good", "Обещали 27.11.2026: 15 000 ₽"),
        ("warn", "Пауза: ждём акт"),
        ("title", "Неоплаченные счета"),
        ("normal", "№ 118 за октябрь 2026: 45 000 ₽, до 31.10.2026"),
        ("title", "Последнее"),
        ("normal", "23.11 о долге, обещал: до пятницы"),
        ("normal", "23.11 заметка: злая собака"),
        ("quiet", "Менеджер Ольга"),
    ]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"do_not_call": True}, ("urgent", "Просили не звонить")),
        ({"people": (), "phone": ""}, ("warn", "Телефона нет: добавьте контакт (a)")),
        (
            {"people": (replace(MARIA, wrong=True),)},
            ("quiet", "Мария (бухгалтер)  +7 916 111-22-33  m@example.ru — не тот человек"),
        ),
        (
            {"owed": (Owed("", "2026-11", Money.rubles(1), date(2026, 11, 30)),)},
            ("normal", "без номера за ноябрь 2026: 1 ₽, до 30.11.2026"),
        ),
    ],
)
def test_what_to_be_careful_of(changes: dict[str, Any], line: tuple[str, str]) -> None:
    assert line in told(glance_lines(replace(KNOWN, **changes)))


@pytest.mark.parametrize(("health", "tone"), [(39, "urgent"), (40, "warn"), (59, "warn"), (60, "good")])
def test_health_has_a_tone(health: int, tone: str) -> None:
    assert health_tone(health) == tone


def test_every_outcome_and_channel_has_its_word() -> None:
    assert {*CallOutcome, *Channel} <= set(OUTCOME_WORDS)
