"""The 20th, on a Friday: forty debtors, forty calls, each outcome as often as life brings it; what is left after."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk
from tests.domain.billing.bank_rows import inn

DEBTORS = 40
OUTCOMES: tuple[tuple[str, int, dict[str, str]], ...] = (
    ("no_answer", 14, {}),
    ("busy", 4, {}),
    ("call_back", 3, {"callback_at": "2026-11-20T15:00"}),
    ("promised", 9, {"promise_on": "2026-11-27"}),
    ("says_paid", 4, {}),
    ("lost_invoice", 2, {}),
    ("disputes", 2, {"text": "Не согласны с суммой"}),
    ("wrong_person", 1, {}),
    ("refuses", 1, {}),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty clients, billed on the 16th; nobody has paid by the morning of the 20th."""
    folder = tmp_path_factory.mktemp("forty")
    desk = Desk(folder, "2026-11-02T10:00")
    for number in range(1, DEBTORS + 1):
        known = {"inn": inn(number), "phone": f"8916000{number:04d}", "manager": "Ольга"}
        desk.do("clients.add", name=f"Клиент {number:02d}", **known)
        desk.do("clients.needs_not_needed", client=number, reason="давний клиент")
        desk.do("billing.open_subscription", client=number, amount=f"{10 + number}000", from_period="2026-11")
    desk.at("2026-11-16T10:00")
    desk.do("billing.issue_run", period="2026-11", confirm=True)
    desk.close()
    return folder


@pytest.fixture
def desk(made: Path) -> Iterator[Desk]:
    """The morning of the 20th."""
    here = Desk(made, "2026-11-20T09:30")
    yield here
    here.close()


def rules(desk: Desk, client: int) -> set[str]:
    """What is to be called about with a client."""
    return {rule for rule in desk.rules(client) if rule.startswith("PAY-")}


def test_a_day_of_forty_calls(desk: Desk) -> None:
    assert desk.bench.counts()["calls"] == DEBTORS
    answered: dict[str, list[int]] = {}
    client = 0
    for outcome, many, more in OUTCOMES:
        for _ in range(many):
            client += 1
            desk.do("collection.log_call", client=client, outcome=outcome, confirm=True, **more)
            answered.setdefault(outcome, []).append(client)
    assert client == DEBTORS
    assert Counter(desk.rules())["PAY-CALL"] == 0

    desk.at("2026-11-20T15:00")
    back = {number for number in range(1, DEBTORS + 1) if rules(desk, number)}
    assert back == {*answered["no_answer"], *answered["busy"], *answered["call_back"], *answered["refuses"]}

    disputed = answered["disputes"]
    assert [row["client_id"] for row in desk.rows("conflict")] == disputed
    assert all("CF-OPEN" in desk.rules(number) or desk.rows("conflict") for number in disputed)

    desk.at("2026-11-23T09:30")
    silent = {number for number in range(1, DEBTORS + 1) if "PAY-CALL" not in rules(desk, number)}
    assert silent == {*answered["promised"], *disputed}

    desk.at("2026-11-30T09:30")
    assert all("PAY-BROKEN" in rules(desk, number) for number in answered["promised"])
