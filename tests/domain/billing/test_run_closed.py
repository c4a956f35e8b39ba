"""The month's run closed: when all is sent, or with a word about what is not (row 8.1)."""

from cs_workbench.domain.billing.records import RunState
from tests.desk import Desk
from tests.domain.billing import month


def test_a_run_is_sent_with_its_last_invoice_and_closed(desk: Desk) -> None:
    for name in ("АО Альфа", "АО Бета"):
        month.payer(desk, name)
    first, second = month.run(desk)
    assert month.plain(desk.item("BL-RUN").text) == "Отправить счета за ноябрь 2026 и закрыть прогон: 2 счёта"
    desk.do("billing.send_invoice", invoice=first)
    assert desk.rows("billing_run")[0]["state"] is RunState.ISSUED

    desk.do("billing.send_invoice", invoice=second)

    assert desk.rows("billing_run")[0]["state"] is RunState.SENT
    assert desk.item("BL-RUN").text == "Закрыть прогон за ноябрь 2026: всё отправлено"
    done = desk.there_and_back("billing.close_run", period="2026-11")
    assert month.plain(done.message) == "Прогон за ноябрь 2026 закрыт: 2 счёта на 24 000 ₽."
    assert "BL-RUN" not in desk.rules()


def test_closing_with_unsent_invoices_is_asked_about(desk: Desk) -> None:
    month.payer(desk)
    month.run(desk)

    desk.asked("billing.close_run", period="2026-11")


def test_closing_with_unbilled_subscriptions_is_asked_about(desk: Desk) -> None:
    month.payer(desk, "АО Альфа")
    (invoice,) = month.run(desk)
    desk.do("billing.send_invoice", invoice=invoice)
    month.payer(desk, "АО Бета")

    assert "Не выставлено за ноябрь 2026" in desk.asked("billing.close_run", period="2026-11").warnings[0]


def test_a_run_that_was_not_made_or_is_closed_is_not_closed(desk: Desk) -> None:
    month.payer(desk)
    assert desk.refused("billing.close_run", period="2026-11").code == "not_issued"
    desk.do("billing.preview_run", period="2026-11")
    assert desk.refused("billing.close_run", period="2026-11").code == "not_issued"
    (invoice,) = month.run(desk)
    desk.do("billing.send_invoice", invoice=invoice)
    desk.do("billing.close_run", period="2026-11")

    assert desk.refused("billing.close_run", period="2026-11").code == "already"


def test_a_closed_run_stays_closed_when_somebody_is_billed_after_it(desk: Desk) -> None:
    month.payer(desk, "АО Альфа")
    (invoice,) = month.run(desk)
    desk.do("billing.send_invoice", invoice=invoice)
    desk.do("billing.close_run", period="2026-11")
    month.payer(desk, "АО Бета")

    desk.do("billing.issue_run", period="2026-11")

    run = desk.rows("billing_run")[0]
    assert (run["state"], run["invoices"]) == (RunState.CLOSED, 2)
    assert "BL-RUN" not in desk.rules()
