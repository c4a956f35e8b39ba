"""Whatever is billed, paid, corrected, cancelled, written off, undone: a statement's closing balance is the client's
debt less its credits, on the day itself and when it is asked for later.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from cs_workbench.domain.reports.reconciliation import Reconciliation, reconciliation
from cs_workbench.kernel.errors import Refusal
from tests.desk import Desk
from tests.domain.billing.bank_rows import client

BEFORE, START = date(2026, 1, 1), date(2026, 11, 2)
SUMS = ("100", "250,50", "700", "1000", "3000")
ACTS = ("bill", "pay", "pay_for", "replace", "cancel", "write_off", "apply", "allocate", "undo", "redo", "tomorrow")
CLIENTS = (1, 2)

Step = tuple[str, int, int, str]
places = st.integers(0, 4)
steps = st.lists(st.tuples(st.sampled_from(ACTS), places, places, st.sampled_from(SUMS)), min_size=6, max_size=16)


class Month:
    """Two clients, and days that go on."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.day = START
        self.numbers = iter(range(1, 100))
        self._at(START)
        for number in CLIENTS:
            client(desk, number)
        desk.bench.user = "manager"  # undo takes back what the manager did, not the clients

    def _at(self, day: date) -> None:
        self.day = day
        self.desk.at(f"{day.isoformat()}T11:00")

    def do(self, step: Step) -> None:
        """One step; what is refused has changed nothing."""
        name, one, two, sum_ = step
        today, who = self.day.isoformat(), 1 + one % 2
        ways: dict[str, Callable[[], object]] = {
            "bill": lambda: self._do("add_invoice", client=who, number=next(self.numbers), issued_on=today, sum=sum_),
            "pay": lambda: self._do("record_payment", client=who, sum=sum_, paid_on=today),
            "pay_for": lambda: self._do(
                "record_payment", client=who, sum=sum_, paid_on=today, invoice=self._some("invoice", two)
            ),
            "replace": lambda: self._do("replace_invoice", invoice=self._some("invoice", two), sum=sum_, reason="цена"),
            "cancel": lambda: self._do("cancel_invoice", invoice=self._some("invoice", two), reason="ошибка"),
            "write_off": lambda: self._do("write_off", invoice=self._some("invoice", two), reason="не взыскать"),
            "apply": lambda: self._do(
                "apply_credit",
                client_credit=self._some("client_credit", one),
                invoice=self._some("invoice", two),
                sum=sum_,
            ),
            "allocate": lambda: self._do(
                "allocate", payment=self._some("payment", one), invoice=self._some("invoice", two), sum=sum_
            ),
            "undo": self.desk.undo,
            "redo": self.desk.redo,
            "tomorrow": lambda: self._at(self.day + timedelta(days=1)),
        }
        with suppress(Refusal):
            ways[name]()

    def _do(self, action: str, **inputs: object) -> None:
        self.desk.do(f"billing.{action}", confirm=True, **inputs)

    def _some(self, record: str, which: int) -> int:
        found = self.desk.rows(record)
        return int(found[which % len(found)]["id"]) if found else 999

    def owed(self) -> dict[int, int]:
        """Each client's debt less its credits, of the records."""
        found = {row["client_id"]: int(row["debt"]) for row in self.desk.rows("client_standing")}
        for credit in self.desk.rows("client_credit"):
            found[credit["client_id"]] -= int(credit["rest"])
        return found

    def statement(self, who: int, first: date, last: date) -> Reconciliation:
        """The statement of a client."""
        return self.desk.bench.read(reconciliation, who, first, last)


@settings(max_examples=12)
@given(steps)
def test_the_closing_balance_is_the_debt_less_the_credits(run: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder), user="accountant")
        try:
            month = Month(desk)
            for step in run:
                month.do(step)
                owed = month.owed()
                for who in CLIENTS:
                    assert month.statement(who, BEFORE, month.day).closing == owed[who]
        finally:
            desk.close()


@settings(max_examples=10)
@given(steps)
def test_a_statement_says_later_what_it_said_on_its_day(run: list[Step]) -> None:
    """What undo takes back was never there; everything else leaves yesterday's balance as it was."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder), user="accountant")
        try:
            month = Month(desk)
            evenings: dict[date, dict[int, int]] = {}
            for step in run:
                if step[0] not in ("undo", "redo"):
                    month.do(step)
                    evenings[month.day] = month.owed()
            for who in CLIENTS:
                for day, owed in evenings.items():
                    whole = month.statement(who, BEFORE, day)
                    assert whole.closing == owed[who]
                    assert whole.closing == whole.opening + whole.debit - whole.credit
                    parts = month.statement(who, day, month.day)
                    assert parts.opening == month.statement(who, BEFORE, day - timedelta(days=1)).closing
                    assert parts.closing == evenings[month.day][who]
        finally:
            desk.close()
