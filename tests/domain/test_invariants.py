"""What the doctor says of records that were changed behind the program's back."""

import pytest

from tests.desk import Desk


@pytest.fixture
def billed(desk: Desk) -> Desk:
    """A client with a subscription that was billed for November, and half paid."""
    client = desk.new("client", "clients.add", name="ООО Ромашка", inn="7707083893")
    desk.do("billing.open_subscription", client=client, amount="12000", from_period="2026-11")
    desk.do("billing.issue_run", period="2026-11")
    desk.do("billing.record_payment", client=client, sum="6000", paid_on="2026-11-24", invoice=1)
    return desk


def wrong(desk: Desk) -> list[str]:
    """The names of the checks that do not hold."""
    return [check.name for check in desk.bench.check() if check.grave and not check.holds]


def test_what_the_program_wrote_holds(billed: Desk) -> None:
    assert wrong(billed) == []


@pytest.mark.parametrize(
    ("behind_its_back", "found"),
    [
        ("UPDATE invoice SET paid = 1", ["invoices", "standing"]),
        ("UPDATE invoice SET open = 0", ["invoice_states", "standing"]),
        ("UPDATE payment SET allocated = 1", ["payments"]),
        ("UPDATE subscription SET next_unbilled = '2026-11'", ["subscriptions"]),
        ("UPDATE client_standing SET debt = 1", ["standing"]),
    ],
)
def test_a_row_that_was_changed_by_hand_is_named(billed: Desk, behind_its_back: str, found: list[str]) -> None:
    billed._plain.execute(behind_its_back)
    billed._plain.commit()
    assert wrong(billed) == found
