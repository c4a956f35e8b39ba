"""Three months of invoices: the 15th and the 20th on days off, one run a month, missed months after a long absence."""

from tests.desk import Desk


def billed_client(desk: Desk) -> int:
    """A client with a monthly fee of 12 000 ₽ from November 2026 on."""
    desk.at("2026-11-02T09:00")
    client = desk.new("client", "clients.add", name="ЗАО Шлагбаум-Сервис", inn="7707083893")
    desk.do("billing.open_subscription", client=client, amount="12000", from_period="2026-11", email="a@b.ru")
    return client


def test_run_due_on_a_sunday_is_on_monday(desk: Desk) -> None:
    billed_client(desk)

    desk.at("2026-11-15T10:00")
    assert "BL-RUN" not in desk.rules()

    desk.at("2026-11-16T10:00")
    assert "BL-RUN" in desk.rules()


def test_second_run_of_a_month_makes_no_second_invoice(desk: Desk) -> None:
    billed_client(desk)
    desk.at("2026-11-16T11:00")
    desk.do("billing.issue_run", period="2026-11")

    desk.at("2026-11-16T12:00")
    refusal = desk.refused("billing.issue_run", period="2026-11")

    assert refusal.code == "already"
    assert len(desk.rows("invoice")) == 1


def test_billed_month_is_called_about_from_the_20th(desk: Desk) -> None:
    client = billed_client(desk)
    desk.at("2026-11-16T11:00")
    desk.do("billing.issue_run", period="2026-11")

    desk.at("2026-11-19T10:00")
    assert "PAY-CALL" not in desk.rules(client)
    assert "BL-MISS" not in desk.rules(client)

    desk.at("2026-11-20T10:00")
    assert "PAY-CALL" in desk.rules(client)


def test_calls_due_on_sunday_the_20th_start_on_monday(desk: Desk) -> None:
    client = billed_client(desk)
    desk.at("2026-11-16T11:00")
    invoice = desk.new("invoice", "billing.issue_run", period="2026-11")
    desk.at("2026-12-01T11:00")
    desk.do("billing.record_payment", client=client, sum="12000", paid_on="2026-12-01", invoice=invoice)
    desk.at("2026-12-15T11:00")
    desk.do("billing.issue_run", period="2026-12")

    for quiet in ("2026-12-18T10:00", "2026-12-20T10:00"):
        desk.at(quiet)
        assert "PAY-CALL" not in desk.rules(client)

    desk.at("2026-12-21T10:00")
    assert "PAY-CALL" in desk.rules(client)


def test_months_missed_in_a_long_absence_are_named_one_by_one(desk: Desk) -> None:
    client = billed_client(desk)
    desk.at("2026-11-16T11:00")
    desk.do("billing.issue_run", period="2026-11")
    desk.at("2026-12-15T11:00")
    desk.do("billing.issue_run", period="2026-12")

    desk.at("2027-03-01T10:00")

    missed = [item.key for item in desk.items(client) if item.rule == "BL-MISS"]
    assert sorted(missed) == ["BL-MISS:subscription:1:2027-01", "BL-MISS:subscription:1:2027-02"]
