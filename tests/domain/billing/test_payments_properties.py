"""Whatever is paid, allocated, released, imported, undone: no allocation exceeds its payment or invoice (row 8.3)."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cs_workbench.kernel.errors import Refusal
from tests.desk import Desk
from tests.domain.billing.bank_rows import STRANGER, balanced, bill, client, inn, row

SUMS = ("100", "250,50", "700", "1000", "1500", "3000")
PURPOSES = ("Оплата", "счёт 41", "счета 41 и 42", "счёт 43 за ноябрь", "счёт 51", "Возврат")
PAYERS = (inn(1), inn(2), STRANGER, "")

Step = tuple[str, int, int, str]
ACTS = (
    *("pay", "pay_for", "allocate", "release", "apply", "import"),
    *("match", "match_part", "credit", "ignore", "undo", "redo"),
)
places = st.integers(0, 5)
steps = st.lists(st.tuples(st.sampled_from(ACTS), places, places, st.sampled_from(SUMS)), min_size=4, max_size=12)


def act(desk: Desk, step: Step) -> None:
    """One step, refused or not."""
    name, one, two, sum = step

    def some(record: str, which: int) -> int:
        found = desk.rows(record)
        return int(found[which % len(found)]["id"]) if found else 999

    def do(action: str, **inputs: Any) -> None:
        desk.do(action, confirm=True, **inputs)

    invoice = some("invoice", two)
    owner = {record["id"]: record["client_id"] for record in desk.rows("invoice")}[invoice]
    lines = [
        row(SUMS[one], PURPOSES[two], inn=PAYERS[one % 4], number=sum),
        row(sum, PURPOSES[one], inn=PAYERS[two % 4]),
    ]
    ways: dict[str, Callable[[], object]] = {
        "pay": lambda: do("billing.record_payment", client=1 + one % 2, sum=sum, paid_on="2026-11-23"),
        "pay_for": lambda: do("billing.record_payment", client=owner, sum=sum, paid_on="2026-11-23", invoice=invoice),
        "allocate": lambda: do("billing.allocate", payment=some("payment", one), invoice=invoice, sum=sum),
        "release": lambda: do("billing.release", allocation=some("allocation", one)),
        "apply": lambda: do("billing.apply_credit", client_credit=some("client_credit", one), invoice=invoice, sum=sum),
        "import": lambda: do("billing.import_statement", lines=lines),
        "match": lambda: do("billing.match_line", bank_line=some("bank_line", one), invoice=invoice),
        "match_part": lambda: do("billing.match_line", bank_line=some("bank_line", one), invoice=invoice, sum=sum),
        "credit": lambda: do("billing.credit_line", bank_line=some("bank_line", one), client=1 + two % 2),
        "ignore": lambda: do("billing.ignore_line", bank_line=some("bank_line", one), reason="заём"),
        "undo": desk.undo,
        "redo": desk.redo,
    }
    with suppress(Refusal):
        ways[name]()


@settings(max_examples=12)
@given(steps)
def test_money_adds_up_after_any_run_of_acts_and_undo_gives_it_back(run: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder), user="accountant")
        for number, months in ((1, (41, 42, 43)), (2, (51,))):
            one = client(desk, number)
            for month in months:
                bill(desk, one, month, "1000")
        before, desk.bench.user = desk.snapshot(), "manager"
        try:
            for step in run:
                act(desk, step)
                balanced(desk)
            with suppress(Refusal):  # until nothing of the manager's stands
                while True:
                    desk.undo()
            assert desk.snapshot() == before
        finally:
            desk.close()
