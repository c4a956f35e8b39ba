"""What the texts that a manager copies are made of, and that each template's fields are all given."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from cs_workbench.domain.letter_facts import (
    duplicate_draft,
    our_requisites_draft,
    reconciliation_draft,
    reminder_draft,
    requisites_draft,
)
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.terms import Terms
from cs_workbench.kernel.texts import Draft
from tests.desk import Desk
from tests.domain.collection.debtors import Debtor, plain

ACCOUNT = "40702810400000000001"


def lines(draft: Draft, name: str) -> Sequence[Any]:
    """A list of a draft."""
    found = draft.fields[name]
    assert not isinstance(found, str | bool)
    return found


def said(desk: Desk, draft: Draft) -> str:
    """The text of a draft; all the fields of its template are given, and no other."""
    (described,) = [one for one in desk.bench.texts.described() if one.name == draft.template]
    assert set(draft.fields) == {name for name in described.fields if "." not in name}
    letter = desk.bench.texts.fill(draft.template, draft.fields)
    assert letter.problem == ""
    return plain(letter.text)


def refused(desk: Desk, reading: Any, *args: Any) -> str:
    """Why a text cannot be made."""
    with pytest.raises(Refusal) as caught:
        desk.bench.read(reading, *args)
    return caught.value.message


class TestTheCopyOfAnInvoice:
    """A lost invoice is sent once more (row 2.2)."""

    def test_it_is_named_by_its_sending_too(self, romashka: Debtor, desk: Desk) -> None:
        romashka.call(6)
        send = desk.rows("invoice_send")[-1]["id"]
        draft = desk.bench.read(duplicate_draft, "invoice", 1)
        assert desk.bench.read(duplicate_draft, "invoice_send", send) == draft
        assert draft.what == "дубль счёта, ООО Ромашка"
        assert "ещё раз счёт № 118 от 16.11.2026 за ноябрь 2026.\nСумма — 24 800,00 ₽, оплатить" in said(desk, draft)

    def test_of_a_corrected_invoice_only_the_new_one_is_sent(self, romashka: Debtor, desk: Desk) -> None:
        new = desk.new("invoice", "billing.replace_invoice", invoice=1, sum="20000", reason="ошибка")
        desk.do("billing.set_number", invoice=new, number="119")
        assert plain(str(desk.bench.read(duplicate_draft, "invoice", 1).fields["sum"])) == "20 000,00 ₽"

    def test_a_copy_without_a_number_is_refused(self, romashka: Debtor, desk: Desk) -> None:
        new = desk.new("invoice", "billing.replace_invoice", invoice=1, sum="20000", reason="ошибка")
        if desk.show("invoice", new)["number"] is None:
            assert refused(desk, duplicate_draft, "invoice", 1) == "Текст не готов, не хватает: номер счёта из 1С."

    def test_a_one_off_invoice_has_no_month(self, romashka: Debtor, desk: Desk) -> None:
        romashka.bill("7", "500", kind="one_off")
        assert desk.bench.read(duplicate_draft, "invoice", 2).fields["invoice"] == "счёт № 7 от 16.11.2026"

    def test_what_is_paid_in_part_says_what_is_left(self, romashka: Debtor, desk: Desk) -> None:
        romashka.pay("4800", "20.11", invoice=1)
        text = said(desk, desk.bench.read(duplicate_draft, "invoice", 1))
        assert "Сумма — 24 800,00 ₽, осталось оплатить 20 000,00 ₽, оплатить нужно до 30.11.2026." in text


class TestTheReminder:
    """What a call would be about (row 2.1)."""

    def test_it_names_each_invoice_and_its_day(self, romashka: Debtor, desk: Desk) -> None:
        romashka.bill("100", "1000", due_on="2026-10-31", period="2026-10", issued_on="2026-10-15")
        romashka.pay("300", "20.11", invoice=2)
        desk.do("collection.hold", client=romashka.id, reason="спор", invoice=1)
        assert "— счёт № 100 от 15.10.2026 за октябрь 2026: 700,00 ₽, срок оплаты прошёл 31.10.2026" in said(
            desk, desk.bench.read(reminder_draft, romashka.id)
        )

    def test_who_owes_nothing_is_not_reminded(self, romashka: Debtor, desk: Desk) -> None:
        romashka.pay("24800", "20.11", invoice=1)
        assert refused(desk, reminder_draft, romashka.id) == "У клиента «ООО Ромашка» долга нет: напоминать не о чем."

    def test_a_long_list_is_cut_and_counted(self, romashka: Debtor, desk: Desk) -> None:
        for number in range(61):
            romashka.bill(f"Б-{number}", "10", kind="one_off", issued_on="2026-10-01", due_on="2026-10-08")
        draft = desk.bench.read(reminder_draft, romashka.id)
        assert len(lines(draft, "invoices")) == 60
        assert "\n— и ещё 2 счёта на 24 810,00 ₽\n" in said(desk, draft)


class TestWhoWrites:
    """Our account and a name stand under a letter where they are known."""

    def test_our_account_is_named_where_there_is_one(self, romashka: Debtor, desk: Desk) -> None:
        assert desk.bench.read(reminder_draft, romashka.id).fields["requisites"] == ""
        desk.do("billing.add_own_account", account=ACCOUNT, bank="АО «Банк»")
        assert desk.bench.read(reminder_draft, romashka.id).fields["requisites"] == f"р/с {ACCOUNT}, банк АО «Банк»"
        desk.do("billing.add_own_account", account="40702810400000000002")
        assert desk.bench.read(reminder_draft, romashka.id).fields["requisites"] == ""

    def test_the_client_s_manager_signs(self, romashka: Debtor, desk: Desk) -> None:
        desk.do("billing.add_own_account", account=ACCOUNT, org="ООО «Шлагбаум»")
        desk.do("clients.edit", client=romashka.id, manager="Ольга")
        assert desk.bench.read(reminder_draft, romashka.id).fields["signature"] == "Ольга, ООО «Шлагбаум»"

    def test_the_manager_of_the_settings_signs_before_that(self, romashka: Debtor, desk: Desk) -> None:
        desk.do("clients.edit", client=romashka.id, manager="Ольга")
        desk.bench.settings = desk.bench.settings._replace(terms=Terms(manager="Мария Иванова"))
        assert desk.bench.read(reminder_draft, romashka.id).fields["signature"] == "Мария Иванова"


class TestRequisites:
    """Names and numbers for papers."""

    def test_of_a_client(self, romashka: Debtor, desk: Desk) -> None:
        desk.do("clients.edit", client=romashka.id, inn="7707083893", kpp="770701001", email="info@romashka.ru")
        romashka.contact("Анна", role="бухгалтер")
        text = said(desk, desk.bench.read(requisites_draft, romashka.id))
        assert text.startswith("ООО Ромашка\nИНН 7707083893, КПП 770701001\nПочта: info@romashka.ru\n")
        assert "Контакт: Анна, бухгалтер, +7 916 123-45-67" in text

    def test_of_ours(self, desk: Desk) -> None:
        assert "нужен один наш счёт" in refused(desk, our_requisites_draft)
        desk.do("billing.add_own_account", account=ACCOUNT)
        assert said(desk, desk.bench.read(our_requisites_draft)) == (f"Реквизиты для оплаты\nРасчётный счёт {ACCOUNT}")


class TestTheReconciliation:
    """What was billed and paid, with the balances around it."""

    def drawn(self, romashka: Debtor, first: date, last: date) -> dict[str, str]:
        """Its sums."""
        fields = romashka.desk.bench.read(reconciliation_draft, romashka.id, first, last).fields
        return {
            name: plain(str(fields[name])) for name in ("before", "billed", "paid", "written_off", "balance", "debt")
        }

    def test_balances_go_on_from_period_to_period(self, romashka: Debtor) -> None:
        romashka.bill("100", "1000", due_on="2026-10-31", period="2026-10", issued_on="2026-10-15")
        romashka.pay("300", "20.10")
        romashka.pay("5000", "20.11")
        assert self.drawn(romashka, date(2026, 10, 1), date(2026, 10, 31)) == {
            "before": "долга нет",
            "billed": "1 000,00 ₽",
            "paid": "300,00 ₽",
            "written_off": "",
            "balance": "ваш долг 700,00 ₽",
            "debt": "20 500,00 ₽",
        }
        assert self.drawn(romashka, date(2026, 11, 1), date(2026, 11, 24)) == {
            "before": "ваш долг 700,00 ₽",
            "billed": "24 800,00 ₽",
            "paid": "5 000,00 ₽",
            "written_off": "",
            "balance": "ваш долг 20 500,00 ₽",
            "debt": "20 500,00 ₽",
        }

    def test_who_paid_more_than_was_billed_has_an_advance(self, romashka: Debtor, desk: Desk) -> None:
        romashka.pay("25000", "20.11")
        assert self.drawn(romashka, date(2026, 11, 1), date(2026, 11, 24))["balance"] == "ваш аванс 200,00 ₽"
        text = said(desk, desk.bench.read(reconciliation_draft, romashka.id, date(2026, 11, 1), date(2026, 11, 24)))
        assert "Неоплаченных счетов на 24.11.2026 нет." in text

    def test_a_cancelled_invoice_bills_nothing_and_a_debt_may_be_written_off(self, romashka: Debtor) -> None:
        romashka.bill("7", "500", kind="one_off")
        romashka.desk.do("billing.cancel_invoice", invoice=2, reason="ошибка", confirm=True)
        romashka.pay("800", "20.11", invoice=1)
        romashka.desk.do("billing.write_off", invoice=1, reason="безнадёжный", confirm=True)
        assert self.drawn(romashka, date(2026, 11, 1), date(2026, 11, 24)) == {
            "before": "долга нет",
            "billed": "24 800,00 ₽",
            "paid": "800,00 ₽",
            "written_off": "24 000,00 ₽",
            "balance": "долга нет",
            "debt": "0,00 ₽",
        }

    def test_a_period_that_is_not_over_is_refused(self, romashka: Debtor, desk: Desk) -> None:
        said = refused(desk, reconciliation_draft, romashka.id, date(2026, 11, 1), date(2026, 11, 30))
        assert said == "30.11.2026 ещё не наступило: сверить можно по сегодняшний день."
