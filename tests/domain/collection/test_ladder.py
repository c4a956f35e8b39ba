"""The ladder: a letter, a warning, the head and the lawyers, by the age of the debt or after a refusal (row 2.1)."""

import pytest

from cs_workbench.kernel.terms import Terms
from tests.desk import Desk
from tests.domain.collection.debtors import Debtor, last, plain


def step_on(client: Debtor, moment: str) -> str | None:
    """The words of the ladder's line at a moment; None where there is none."""
    return client.text("PAY-LADDER") if "PAY-LADDER" in client.rules(moment) else None


@pytest.mark.parametrize(("day", "level"), [
    ("2026-12-04", None),  # four business days after Monday 30 November
    ("2026-12-07", 2),
    ("2026-12-11", 2),
    ("2026-12-14", 3),
    ("2026-12-25", 3),
    ("2026-12-28", 4),
])  # fmt: skip
def test_steps_are_due_five_ten_and_twenty_business_days_after_the_due_day(
    romashka: Debtor, day: str, level: int | None
) -> None:
    found = step_on(romashka, f"{day}T10:00")

    assert (found and int(found.removeprefix("Ступень ")[0])) == level


def test_the_step_says_what_to_do(romashka: Debtor) -> None:
    assert step_on(romashka, "2026-12-07T10:00") == (
        "Ступень 2: отправить письмо о долге — долг 24 800 ₽, просрочка 5 рабочих дней"
    )


def test_a_step_taken_goes_until_the_next_is_due(romashka: Debtor) -> None:
    romashka.desk.at("2026-12-07T10:00")
    romashka.desk.do("collection.take_step", client=romashka.id, level="2")

    assert step_on(romashka, "2026-12-11T10:00") is None
    assert step_on(romashka, "2026-12-14T10:00") is not None


def test_the_letter_is_ready_to_be_sent(romashka: Debtor) -> None:
    romashka.desk.at("2026-12-07T10:00")

    (offer,) = romashka.desk.do("collection.take_step", client=romashka.id, level="2").follow_ups

    assert offer.action == "outbox.queue"
    assert offer.inputs["to"] == "buh@romashka.ru"
    assert offer.inputs["for"] == f"client:{romashka.id}"
    assert offer.inputs["subject"] == "Задолженность по оплате: ООО Ромашка"
    text = plain(offer.inputs["text"])
    assert "задолженность 24 800,00 ₽" in text
    assert "— счёт № 118 от 16.11.2026 за ноябрь 2026: срок оплаты 30.11.2026, остаток 24 800,00 ₽" in text
    romashka.desk.do(offer.action, **offer.inputs)


def test_the_warning_speaks_of_lawyers_and_the_last_step_writes_no_letter(romashka: Debtor) -> None:
    romashka.desk.at("2026-12-28T10:00")

    romashka.desk.do("collection.take_step", client=romashka.id, level="2")
    warning = romashka.desk.do("collection.take_step", client=romashka.id, level="3")
    lawyers = romashka.desk.do("collection.take_step", client=romashka.id, level="4")

    assert "юристам" in warning.follow_ups[0].inputs["text"]
    assert lawyers.follow_ups == ()
    assert "PAY-LADDER" not in romashka.rules()


def test_a_letter_without_an_address_leaves_it_to_be_filled_in(desk: Desk) -> None:
    desk.at("2026-11-16T10:00")
    client = Debtor(desk)
    client.bill()
    desk.at("2026-12-07T10:00")

    (offer,) = desk.do("collection.take_step", client=client.id, level="2").follow_ups

    assert "to" not in offer.inputs


def test_a_letter_is_signed_by_the_manager_of_the_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = Desk(tmp_path_factory.mktemp("signed"), "2026-11-16T10:00", terms=Terms(manager="Мария Иванова"))
    client = Debtor(desk)
    client.bill()
    desk.at("2026-12-07T10:00")

    (offer,) = desk.do("collection.take_step", client=client.id, level="2").follow_ups

    assert offer.inputs["text"].endswith("С уважением,\nМария Иванова")
    desk.close()


def test_the_days_of_the_steps_are_a_setting(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = Desk(tmp_path_factory.mktemp("sooner"), "2026-11-16T10:00", terms=Terms(ladder_bd=(1, 2, 3)))
    client = Debtor(desk)
    client.bill()

    assert step_on(client, "2026-11-30T10:00") is None
    assert "Ступень 4" in (step_on(client, "2026-12-03T10:00") or "")
    desk.close()


@pytest.mark.parametrize("leaving", ["paid", "promised", "held"])
def test_money_a_promise_and_a_hold_take_the_step_away(romashka: Debtor, leaving: str) -> None:
    romashka.desk.at("2026-12-07T10:00")
    assert "PAY-LADDER" in romashka.rules()

    if leaving == "paid":
        romashka.pay("24800", "2026-12-07")
    elif leaving == "promised":
        romashka.promise("2026-12-10")
    else:
        romashka.desk.do("collection.hold", client=romashka.id, reason="сверка", until="2026-12-10")

    assert "PAY-LADDER" not in romashka.rules()


def test_steps_begin_anew_when_the_oldest_debt_is_paid(romashka: Debtor) -> None:
    romashka.bill("119", "5000", kind="one_off", issued_on="2026-11-16", due_on="2026-12-01")
    romashka.desk.at("2026-12-08T10:00")
    romashka.desk.do("collection.take_step", client=romashka.id, level="2")
    assert "PAY-LADDER" not in romashka.rules()

    romashka.pay("24800", "2026-12-08", invoice="118")

    assert "5 рабочих дней" in romashka.text("PAY-LADDER")


@pytest.mark.parametrize(("before", "level"), [(0, 2), (1, 3), (2, 4), (3, 4)])
def test_each_refusal_raises_the_ladder_by_a_step_up_to_the_last(romashka: Debtor, before: int, level: int) -> None:
    for _ in range(before):
        romashka.call(9)

    romashka.call(9)

    assert last(romashka.desk, "ladder_step")["level"] == level
    assert romashka.text("PAY-LADDER").startswith(f"Ступень {level}: ")
    assert "клиент отказался платить" in romashka.text("PAY-LADDER")


def test_a_refusal_goes_above_the_age_of_the_debt_and_the_steps_taken(romashka: Debtor) -> None:
    romashka.desk.at("2026-12-07T10:00")
    romashka.call(9)
    assert "Ступень 3" in romashka.text("PAY-LADDER")
    romashka.desk.do("collection.take_step", client=romashka.id, level="3")

    romashka.call(9)

    assert "Ступень 4" in romashka.text("PAY-LADDER")


def test_a_raised_step_goes_when_it_is_taken(romashka: Debtor) -> None:
    romashka.call(9)

    romashka.desk.do("collection.take_step", client=romashka.id, level="2")

    assert "PAY-LADDER" not in romashka.rules()


@pytest.mark.parametrize(("level", "code"), [
    ("1", "level"),
    ("5", "level"),
    ("4", "too_early"),
    ("письмо", "number"),
    (None, "required"),
])  # fmt: skip
def test_another_level_than_the_due_one_or_the_next_is_refused(romashka: Debtor, level: str | None, code: str) -> None:
    romashka.desk.at("2026-12-14T10:00")  # the third is due, the second was not taken

    refusal = romashka.desk.refused("collection.take_step", client=romashka.id, level=level)

    assert (refusal.code, refusal.field) == (code, "level")


def test_a_step_is_not_taken_twice(romashka: Debtor) -> None:
    romashka.desk.at("2026-12-14T10:00")
    romashka.desk.do("collection.take_step", client=romashka.id, level="3")

    assert romashka.desk.refused("collection.take_step", client=romashka.id, level="3").code == "already"
    assert romashka.desk.refused("collection.take_step", client=romashka.id, level="2").code == "already"


def test_no_step_without_a_debt_or_while_it_is_held(romashka: Debtor) -> None:
    romashka.desk.do("collection.hold", client=romashka.id, reason="сверка", until="2026-12-10")
    assert romashka.desk.refused("collection.take_step", client=romashka.id, level="2").code == "held"

    romashka.pay("24800", "2026-11-24")

    assert romashka.desk.refused("collection.take_step", client=romashka.id, level="2").code == "no_debt"


def test_undo_of_a_step(romashka: Debtor) -> None:
    romashka.desk.there_and_back("collection.take_step", client=romashka.id, level="2")
