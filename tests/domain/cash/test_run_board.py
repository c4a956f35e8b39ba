"""The month's run as the screen shows it: the preview beside what was made of it."""

from cs_workbench.domain.cash import RunBoard, RunRow, cash_head, run_board
from tests.desk import Desk
from tests.domain.billing import month


def board(desk: Desk, period: str = "2026-11") -> RunBoard:
    """The run of a month."""
    return desk.bench.read(run_board, period)


def row(desk: Desk) -> RunRow:
    """The only line."""
    (found,) = board(desk).rows
    return found


def test_before_the_run_every_line_is_a_preview(desk: Desk) -> None:
    month.payer(desk)
    found = board(desk)

    assert (found.state, str(found.run_on), len(found.billed), len(found.made)) == ("preview", "2026-11-16", 1, 0)
    assert (row(desk).standing, row(desk).reason) == ("new", "новая")


def test_the_lines_stand_in_the_order_of_names(desk: Desk) -> None:
    for name in ("яблоко", "Ёж", "АО Проезд"):
        month.payer(desk, name)

    assert [line.client for line in board(desk).rows] == ["АО Проезд", "Ёж", "яблоко"]


def test_after_the_run_a_line_has_its_invoice_and_waits_to_be_sent(desk: Desk) -> None:
    month.payer(desk)
    (invoice,) = month.run(desk)
    found = row(desk)

    assert (found.standing, found.invoice_id, found.number, found.waits, found.paid) == (
        "billed",
        invoice,
        "",
        True,
        False,
    )
    assert board(desk).state == "issued"


def test_a_sent_and_a_paid_invoice_wait_for_nothing(desk: Desk) -> None:
    invoice = month.sent(desk)
    sent = row(desk)
    month.pay(desk, invoice, "12000", "2026-11-16")

    assert (sent.waits, sent.paid, row(desk).waits, row(desk).paid) == (False, False, False, True)


def test_a_corrected_invoice_waits_again(desk: Desk) -> None:
    invoice = month.sent(desk)
    desk.do("billing.replace_invoice", invoice=invoice, sum="10000", reason="Скидка")

    assert row(desk).waits


def test_an_address_may_be_the_clients_a_contacts_or_the_subscriptions(desk: Desk) -> None:
    for name, email in (("АО Альфа", "a@alpha.ru"), ("АО Бета", None), ("АО Гамма", None), ("АО Дельта", None)):
        month.client(desk, name, email=email)
    desk.do("clients.add_contact", client=2, name="Анна Ким", email="anna@beta.ru")
    for client, more in ((1, {}), (2, {}), (3, {"channel": "edo"}), (4, {})):
        month.subscription(desk, client, **more)

    assert [line.mailed for line in board(desk).rows] == [True, True, True, False]


def test_how_many_will_be_billed_is_counted_by_one_query_as_the_preview_does(desk: Desk) -> None:
    for name in ("АО Альфа", "АО Бета", "АО Гамма"):
        month.payer(desk, name)
    month.subscription(desk, month.client(desk, "Без ИНН", inn=None))
    desk.do("billing.pause", subscription=2, until="2026-12", reason="Ремонт")
    desk.do("billing.end", subscription=3, period="2026-11", reason="Ушли")
    counts = {
        period: (desk.bench.read(cash_head, period).to_bill, len(board(desk, period).billed))
        for period in ("2026-11", "2026-12")
    }
    month.run(desk)
    counts["after"] = (desk.bench.read(cash_head, "2026-11").to_bill, len(board(desk).billed))

    assert counts == {"2026-11": (2, 2), "2026-12": (2, 2), "after": (0, 0)}
