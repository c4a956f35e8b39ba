"""Invoices sent, confirmed, bounced, sent again (row 2.2)."""

from datetime import date
from pathlib import Path

import pytest

from cs_workbench.domain.billing.records import InvoiceState, SendChannel, SendKind, SendState
from cs_workbench.kernel.terms import Terms
from tests.desk import Desk
from tests.domain.billing import month


def sends(desk: Desk) -> list[tuple[SendKind, SendState, str | None]]:
    """Every sending: what it was, what became of it, where it went."""
    return [(row["kind"], row["state"], row["to"]) for row in desk.rows("invoice_send")]


def test_the_first_sending_goes_to_the_address_of_the_subscription(desk: Desk) -> None:
    month.payer(desk, email="buh@romashka.ru")
    (invoice,) = month.run(desk)

    done = desk.there_and_back("billing.send_invoice", invoice=invoice)

    assert sends(desk) == [(SendKind.FIRST, SendState.SENT, "buh@romashka.ru")]
    row = desk.show("invoice", invoice)
    assert (row["state"], row["ask_from"]) == (InvoiceState.SENT, date(2026, 11, 17))
    assert done.message == "Счёт за ноябрь 2026 отправлен на buh@romashka.ru: «ООО Ромашка»."


def test_a_ready_letter_is_offered(desk: Desk) -> None:
    invoice = month.invoice(desk, month.client(desk))

    (offer,) = desk.do("billing.send_invoice", invoice=invoice).follow_ups

    assert (offer.action, offer.inputs["to"], offer.inputs["for"]) == (
        "outbox.queue",
        "client1@romashka.ru",
        f"invoice:{invoice}",
    )
    assert offer.inputs["subject"] == "Счёт № 118 от 16.11.2026"
    assert "24 800,00 ₽, оплатить нужно до 23.11.2026" in month.plain(offer.inputs["text"])


def test_letters_say_that_it_is_a_copy_or_corrected_and_who_wrote(desk: Desk) -> None:
    client, _ = month.payer(desk)
    invoice = month.invoice(desk, client, sum="12000")
    desk.do("billing.send_invoice", invoice=invoice)

    (copy,) = desk.do("billing.send_invoice", invoice=invoice).follow_ups
    new = desk.new("invoice", "billing.replace_invoice", invoice=invoice, sum="10000", reason="Скидка")
    (corrected,) = desk.do("billing.send_invoice", invoice=new).follow_ups

    assert copy.inputs["subject"] == "Счёт № 118 от 16.11.2026 за ноябрь 2026 (дубль)"
    assert "Прежний счёт оплачивать не нужно" in corrected.inputs["text"]
    assert "С уважением" not in corrected.inputs["text"]


def test_a_letter_is_signed_by_the_manager_of_the_settings(tmp_path: Path) -> None:
    desk = Desk(tmp_path, terms=Terms(manager="Анна Петрова"))
    invoice = month.invoice(desk, month.client(desk))

    (offer,) = desk.do("billing.send_invoice", invoice=invoice).follow_ups
    desk.close()

    assert offer.inputs["text"].endswith("С уважением,\nАнна Петрова")


def test_without_an_address_of_its_own_a_fee_goes_to_the_client_then_to_the_main_contact(desk: Desk) -> None:
    client = month.client(desk, email=None)
    desk.do("clients.add_contact", client=client, name="Пётр", email="petr@a.ru")
    desk.do("clients.add_contact", client=client, name="Анна", email="anna@a.ru", primary="да")

    desk.do("billing.send_invoice", invoice=month.invoice(desk, client))

    assert sends(desk)[0][2] == "anna@a.ru"


def test_a_client_without_any_address_is_refused_for_mail_only(desk: Desk) -> None:
    client = month.client(desk, email=None)
    invoice = month.invoice(desk, client)

    refusal = desk.refused("billing.send_invoice", invoice=invoice)
    assert (refusal.code, refusal.field) == ("no_email", "to")

    done = desk.do("billing.send_invoice", invoice=invoice, channel="edo")
    assert done.message == "Счёт № 118 отправлен через ЭДО: «ООО Ромашка»."
    assert not done.follow_ups


def test_a_wrong_address_is_refused(desk: Desk) -> None:
    refusal = desk.refused("billing.send_invoice", invoice=month.invoice(desk, month.client(desk)), to="не адрес")

    assert (refusal.code, refusal.field) == ("email", "to")


def test_the_channel_of_the_subscription_is_the_usual_one(desk: Desk) -> None:
    month.payer(desk, channel="messenger")
    (invoice,) = month.run(desk)

    desk.do("billing.send_invoice", invoice=invoice)

    assert desk.rows("invoice_send")[0]["channel"] is SendChannel.MESSENGER


def test_sent_again_it_is_a_duplicate(desk: Desk) -> None:
    invoice = month.sent(desk)

    desk.do("billing.send_invoice", invoice=invoice, to="other@romashka.ru")

    assert sends(desk)[1] == (SendKind.DUPLICATE, SendState.SENT, "other@romashka.ru")


def test_the_third_duplicate_in_three_months_suggests_another_way(desk: Desk) -> None:
    invoice = month.sent(desk)
    for _ in range(2):
        assert not desk.do("billing.send_invoice", invoice=invoice).warnings

    assert "3-й дубль" in desk.do("billing.send_invoice", invoice=invoice).warnings[0]
    assert not desk.do("billing.send_invoice", invoice=invoice, channel="edo").warnings

    desk.at("2027-03-01T10:00")
    assert not desk.do("billing.send_invoice", invoice=invoice).warnings


def test_a_corrected_invoice_is_sent_in_the_place_of_the_old(desk: Desk) -> None:
    invoice = month.sent(desk)
    new = desk.new("invoice", "billing.replace_invoice", invoice=invoice, sum="10000", reason="Скидка")
    desk.do("billing.set_number", invoice=new, number="120")

    refusal = desk.refused("billing.send_invoice", invoice=invoice)
    assert refusal.message == "Счёт за ноябрь 2026 заменён. Отправляйте исправленный счёт № 120."

    desk.do("billing.send_invoice", invoice=new)
    assert sends(desk)[-1][0] is SendKind.CORRECTED


def test_an_invoice_whose_price_changed_is_asked_about(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    (invoice,) = month.run(desk)
    desk.do("billing.change_price", subscription=subscription, amount="15000", from_period="2026-11", reason="Договор")

    desk.asked("billing.send_invoice", invoice=invoice)


@pytest.mark.parametrize(("action", "code"), [("cancel_invoice", "cancelled"), ("write_off", "written_off")])
def test_a_dead_invoice_is_not_sent(desk: Desk, action: str, code: str) -> None:
    invoice = month.invoice(desk, month.client(desk))
    desk.do(f"billing.{action}", invoice=invoice, reason="Ошибка")

    assert desk.refused("billing.send_invoice", invoice=invoice).code == code


def test_a_paid_invoice_is_sent_with_a_word(desk: Desk) -> None:
    invoice = month.invoice(desk, month.client(desk), sum="100")
    month.pay(desk, invoice, "100")

    done = desk.do("billing.send_invoice", invoice=invoice)

    assert done.warnings == ("Счёт № 118 уже оплачен.",)
    assert desk.show("invoice", invoice)["ask_from"] is None


# What became of it ----------------------------------------------------------------------------------------


def test_a_confirmed_sending_is_asked_about_no_more(desk: Desk) -> None:
    invoice = month.sent(desk)
    client = desk.show("invoice", invoice)["client_id"]
    desk.at("2026-11-17T10:00")
    assert desk.item("INV-GOT", client).record_id == invoice

    desk.there_and_back("billing.confirm_send", invoice_send=f"invoice:{invoice}")

    assert sends(desk)[0][1] is SendState.CONFIRMED
    assert "INV-GOT" not in desk.rules(client)


def test_a_bounced_first_sending_makes_the_invoice_unsent_again(desk: Desk) -> None:
    invoice = month.sent(desk)
    client = desk.show("invoice", invoice)["client_id"]
    desk.do("clients.add_contact", client=client, name="Анна", email="anna@a.ru")
    desk.at("2026-11-17T10:00")

    done = desk.there_and_back("billing.send_bounced", invoice_send=1)

    assert desk.show("invoice", invoice)["state"] is InvoiceState.ISSUED
    assert "INV-GOT" not in desk.rules(client)
    assert "BL-NOSENT" in desk.rules(client)
    (offer,) = done.follow_ups
    assert (offer.action, offer.inputs["to"]) == ("billing.send_invoice", "anna@a.ru")
    desk.do(offer.action, **offer.inputs)
    assert sends(desk)[-1] == (SendKind.FIRST, SendState.SENT, "anna@a.ru")


def test_the_address_that_an_invoice_came_back_from_is_not_used_again(desk: Desk) -> None:
    invoice = month.sent(desk)
    done = desk.do("billing.send_bounced", invoice_send=1)

    assert "to" not in done.follow_ups[0].inputs
    assert desk.refused("billing.send_invoice", invoice=invoice).code == "no_email"


def test_a_bounced_copy_waits_to_be_sent_again(desk: Desk) -> None:
    invoice = month.sent(desk)
    client = desk.show("invoice", invoice)["client_id"]
    desk.do("billing.confirm_send", invoice_send=1)
    desk.do("billing.send_invoice", invoice=invoice)

    desk.do("billing.send_bounced", invoice_send=2)

    item = desk.item("INV-DUP", client)
    assert item.text == "Выслать дубль: счёт за ноябрь 2026 (без номера): адреса нет, уточните"
    desk.do("billing.send_invoice", invoice=invoice, to="new@romashka.ru")
    assert "INV-DUP" not in desk.rules(client)
    assert sends(desk)[-1] == (SendKind.DUPLICATE, SendState.SENT, "new@romashka.ru")
    assert len(sends(desk)) == 3


def test_one_sending_answers_every_wish_for_a_copy(desk: Desk) -> None:
    invoice = month.sent(desk)
    desk.do("billing.send_invoice", invoice=invoice, to="first@romashka.ru")
    desk.do("billing.send_invoice", invoice=invoice, to="second@romashka.ru")
    for send in (2, 3):
        desk.do("billing.send_bounced", invoice_send=send)
    assert [item.rule for item in desk.items()].count("INV-DUP") == 2

    desk.there_and_back("billing.send_invoice", invoice=invoice, to="third@romashka.ru")

    assert "INV-DUP" not in desk.rules()
    assert sends(desk)[3:] == [(SendKind.DUPLICATE, SendState.SENT, "third@romashka.ru")]


def test_a_bounced_correction_has_to_be_sent_again(desk: Desk) -> None:
    client = month.client(desk)
    new = desk.new(
        "invoice", "billing.replace_invoice", invoice=month.invoice(desk, client), sum="10000", reason="Скидка"
    )
    desk.do("billing.send_invoice", invoice=new)

    desk.do("billing.send_bounced", invoice_send=f"invoice:{new}")

    assert "BL-FIX" in desk.rules(client)


def test_only_a_sending_under_way_is_confirmed_or_bounced(desk: Desk) -> None:
    invoice = month.sent(desk)
    desk.do("billing.confirm_send", invoice_send=1)
    desk.do("billing.send_invoice", invoice=invoice)
    desk.do("billing.send_bounced", invoice_send=2)  # leaves a prepared one, the third

    for send in (1, 2, 3):
        for action in ("billing.confirm_send", "billing.send_bounced"):
            assert desk.refused(action, invoice_send=send).code == "state"
            refusal = desk.bench.refusal(action, {"invoice_send": send})
            assert refusal is not None
            assert refusal.field == "invoice_send"
    assert desk.bench.refusal("billing.confirm_send", {}) is None


@pytest.mark.parametrize("named", ["invoice:1", "invoice:99", "завтра", "17"])
def test_a_sending_that_there_is_not_is_refused(desk: Desk, named: str) -> None:
    month.invoice(desk, month.client(desk))

    assert desk.refused("billing.confirm_send", invoice_send=named).code == "unknown"
