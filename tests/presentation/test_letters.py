"""Letters for the clipboard: filled whole or refused with what is missing."""

from dataclasses import replace
from datetime import date

import pytest

from cs_workbench.connectors.templates import template
from cs_workbench.domain.letter_facts import LetterFacts, LetterInvoice, Requisites
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.presentation.letters import card_text, duplicate_letter, fill, reminder_letter
from cs_workbench.presentation.shapes import CardLine
from tests.presentation.shown import plainly

OURS = Requisites("40702810400000000001", "АО «Банк»", "044525225", "ООО «Шлагбаум»", "7707083893")
INVOICE = LetterInvoice(
    "118", "2026-11", date(2026, 11, 16), date(2026, 11, 30), Money.rubles(24_800), Money.rubles(24_800), overdue=False
)
FACTS = LetterFacts("Ромашка", "Ольга Иванова", (INVOICE,), OURS)


def duplicate(facts: LetterFacts) -> str:
    """The letter of a copy."""
    return plainly(duplicate_letter(template("duplicate"), facts))


def reminder(facts: LetterFacts) -> str:
    """The letter of a reminder."""
    return plainly(reminder_letter(template("reminder"), facts))


def test_the_letter_of_a_copy() -> None:
    assert duplicate(FACTS) == (
        "Добрый день!\n\n"
        "По вашей просьбе направляем ещё раз счёт № 118 от 16.11.2026 за ноябрь 2026.\n"
        "Сумма — 24 800,00 ₽, срок оплаты — 30.11.2026.\n\n"
        "Реквизиты для оплаты: получатель ООО «Шлагбаум», ИНН 7707083893, р/с 40702810400000000001, "
        "банк АО «Банк», БИК 044525225.\n\n"
        "Пожалуйста, подтвердите получение ответом на это письмо.\n\n"
        "С уважением,\nОльга Иванова, ООО «Шлагбаум»"
    )


def test_what_is_paid_in_part_says_what_is_left() -> None:
    part = replace(INVOICE, rest=Money.rubles(4_800))
    assert "Сумма — 24 800,00 ₽, осталось оплатить 4 800,00 ₽, срок" in duplicate(replace(FACTS, invoices=(part,)))


def test_our_account_and_a_signature_may_be_absent() -> None:
    text = duplicate(replace(FACTS, requisites=None, manager=""))
    assert text.endswith("30.11.2026.\n\nПожалуйста, подтвердите получение ответом на это письмо.\n\nС уважением")


def test_a_copy_without_a_number_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        duplicate(replace(FACTS, invoices=(replace(INVOICE, number=""),)))
    assert refused.value.message == "Текст не готов, не хватает: номер счёта из 1С."


def test_a_reminder_names_each_invoice_and_its_day() -> None:
    late = LetterInvoice(
        "", "", date(2026, 10, 1), date(2026, 10, 8), Money.rubles(5_000), Money.rubles(5_000), overdue=True
    )
    text = reminder(replace(FACTS, invoices=(late, INVOICE)))
    assert "К оплате 29 800,00 ₽ (Ромашка):" in text
    assert "— счёт от 01.10.2026: 5 000,00 ₽, срок оплаты прошёл 08.10.2026\n" in text
    assert "— счёт № 118 от 16.11.2026 за ноябрь 2026: 24 800,00 ₽, оплатить до 30.11.2026\n" in text


def test_who_owes_nothing_is_not_reminded() -> None:
    with pytest.raises(Refusal) as refused:
        reminder(replace(FACTS, invoices=()))
    assert refused.value.code == "no_debt"


@pytest.mark.parametrize("name", ["duplicate", "reminder"])
def test_no_placeholder_is_left_unfilled(name: str) -> None:
    assert "$" not in (duplicate(FACTS) if name == "duplicate" else reminder(FACTS))


@pytest.mark.parametrize(
    ("text", "values", "code"),
    [
        ("$client, $sum", {"client": "Ромашка"}, "missing"),
        ("$client", {"client": None}, "missing"),
        ("$неизвестное", {}, "template"),
        ("100$", {}, "template"),
    ],
)
def test_a_template_is_filled_strictly(text: str, values: dict[str, str | None], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        fill(text, values)
    assert refused.value.code == code


def test_everything_missing_is_named() -> None:
    with pytest.raises(Refusal, match="не хватает: название клиента, сумма долга"):
        fill("$client $debt", {})


def test_data_that_looks_like_a_placeholder_stays_as_it_is() -> None:
    assert fill("$client", {"client": "ООО $debt"}) == "ООО $debt"


def test_a_card_keeps_its_indents() -> None:
    assert card_text([CardLine("Ромашка", "title"), CardLine("№ 118", indent=2)]) == "Ромашка\n  № 118"
