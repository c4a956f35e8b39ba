"""A register of invoices: what each of its lines changes (row 8.1). Nothing is written here.

An invoice is the same by its number in the year of its date. A fee that the month's run has made without a number
gets the number of 1C's invoice of that sum. Sum and due day follow the file while nothing is paid.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing import checks
from cs_workbench.domain.billing.ledger import DEAD, invoice_dates
from cs_workbench.domain.billing.naming import clean_number
from cs_workbench.domain.billing.records import Invoice, InvoiceKind, InvoiceState, Subscription
from cs_workbench.domain.billing.registers.fees import Fees
from cs_workbench.domain.billing.registers.lines import InvoiceLine
from cs_workbench.domain.billing.repository.billed import live
from cs_workbench.domain.clients.registers.book import Card, ClientBook
from cs_workbench.domain.clients.registers.lines import Checked
from cs_workbench.domain.clients.registers.telling import STEP, Tally
from cs_workbench.kernel.dates import day_text, period_of, period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.text import fold
from cs_workbench.storage.unit import Read


class Known(NamedTuple):
    """An invoice as it stands, or as the register has changed it already."""

    id: int
    client_id: int
    number: str | None
    year: int
    period: str
    kind: InvoiceKind
    state: InvoiceState
    issued_on: date
    due_on: date
    sum: Money
    paid: Money


class Fresh(NamedTuple):
    """An invoice to be added."""

    client_id: int
    number: str
    kind: InvoiceKind
    period: str
    line: InvoiceLine
    subscription: Subscription | None


Numbered = tuple[int, str]
"""A year and a number in it."""


class InvoicePlan:
    """What a register of invoices will do: those to be added, what of which changes, the tally."""

    def __init__(self, read: Read, given: Checked[InvoiceLine], progress: Progress | None = None) -> None:
        self.tally = Tally(rejected=list(given.rejected))
        self.changes: dict[int, dict[str, Any]] = {}
        self._read = read
        self._today = read.day.today
        self._book = ClientBook(read)
        self._fees = Fees(read, {line.period or period_of(line.issued_on) for line in given.lines})
        self._unnumbered = self._without_number()
        self._added: dict[int, dict[str, Fresh]] = {}
        self._changed: dict[Numbered, Known] = {}
        self._known: dict[Numbered, Known] = {}
        for start in range(0, len(given.lines), STEP):
            if progress is not None:
                progress(start, 2 * len(given.lines))
            group = given.lines[start : start + STEP]
            self._load(group)
            for line in group:
                self._take(line)
        self._known.clear()

    @property
    def fresh(self) -> list[Fresh]:
        """The invoices to be added, by year in the order of the file."""
        return [fresh for of_year in self._added.values() for fresh in of_year.values()]

    def _load(self, group: Sequence[InvoiceLine]) -> None:
        """The invoices that have the numbers of some lines; those of the lines before are needed no more."""
        numbers = {clean_number(line.number) for line in group if line.number.strip("№ ")}
        wanted = _select().where(
            col(Invoice.year).in_({line.issued_on.year for line in group}), col(Invoice.number).in_(numbers)
        )
        found = (Known(*row) for row in self._read.session.execute(wanted))
        self._known = {(known.year, known.number or ""): known for known in found}

    def _without_number(self) -> dict[tuple[int, str], list[Known]]:
        """Live invoices that wait for their number, by client and month."""
        found: dict[tuple[int, str], list[Known]] = {}
        wanted = _select().where(col(Invoice.number).is_(None), live()).order_by(col(Invoice.id))
        for row in self._read.session.execute(wanted):
            known = Known(*row)
            found.setdefault((known.client_id, known.period), []).append(known)
        return found

    def _take(self, line: InvoiceLine) -> None:
        try:
            number = clean_number(line.number)
            self._check(line)
            card = self._book.owner(line.inn, line.client)
            key = (line.issued_on.year, number)
            known = self._changed.get(key) or self._known.get(key)
            if known is not None:
                self._compare(line, card, known)
            elif added := self._added.get(line.issued_on.year, {}).get(number):
                self._repeat(line, card, added)
            elif not self._gets_number(line, card, number):
                self._add(line, card, number)
        except Refusal as refusal:
            self.tally.reject(line.line, refusal)

    def _check(self, line: InvoiceLine) -> None:
        checks.some_money(line.sum)
        if line.issued_on > self._today:
            message = f"Дата счёта, {day_text(line.issued_on)}, ещё не наступила."
            raise Refusal("future", message, "issued_on")
        if line.due_on is not None and line.due_on < line.issued_on:
            raise Refusal("due", "Срок оплаты раньше даты счёта.", "due_on")

    # An invoice that is there

    def _compare(self, line: InvoiceLine, card: Card, known: Known) -> None:
        title = _title(known.number, card)
        if known.client_id != card.id:
            message = f"Счёт № {known.number} в {known.year} году уже есть у другого клиента."
            raise Refusal("duplicate", message, "number")
        changes: dict[str, Any] = {}
        if line.sum != known.sum:
            changes["sum"] = line.sum
        if line.due_on is not None and line.due_on != known.due_on:
            changes["due_on"] = line.due_on
        if known.state in DEAD or not changes:
            self.tally.note(line.line, "unchanged", title)
            return
        self._changeable(line, known)
        dates = invoice_dates(
            self._read.day, known.kind, known.period, known.issued_on, due_on=changes.get("due_on", known.due_on)
        )
        moved = {"due_on": dates.due_on, "call_from": dates.call_from} if "due_on" in changes else {}
        self._change(known, {**changes, **moved})
        if "sum" in changes and known.state is InvoiceState.SENT:
            said = f"счёт № {known.number} уже отправлен на {known.sum.short()}, отправьте его ещё раз."
            self.tally.warn("sent", f"Строка {line.line}: {said}")
        self.tally.note(line.line, "update", title, _said(known, changes))

    @staticmethod
    def _changeable(line: InvoiceLine, known: Known) -> None:
        if known.paid > 0:
            message = f"По счёту № {known.number} уже оплачено {known.paid.short()}: в файле {line.sum.short()}"
            raise Refusal("paid", f"{message}, в базе {known.sum.short()}. Измените его вручную.", "sum")

    def _gets_number(self, line: InvoiceLine, card: Card, number: str) -> bool:
        """Whether the line is a fee of the month's run that has waited for its number."""
        period = line.period or period_of(line.issued_on)
        waiting = self._unnumbered.get((card.id, period), [])
        same = next((known for known in waiting if known.sum == line.sum and known.year == line.issued_on.year), None)
        if same is None:
            if waiting and line.kind in (None, InvoiceKind.SUBSCRIPTION):
                said = f"у «{card.name}» за {period_text(period)} есть счёт без номера на {waiting[0].sum.short()}."
                self.tally.warn("unnumbered", f"Строка {line.line}: {said}")
            return False
        waiting.remove(same)
        self._change(same, {"number": number})
        self.tally.note(line.line, "update", _title(number, card), [f"номер счёта за {period_text(period)}"])
        self._changed[line.issued_on.year, number] = same._replace(number=number)
        return True

    def _change(self, known: Known, changes: Mapping[str, Any]) -> None:
        self.changes.setdefault(known.id, {}).update(changes)
        if known.number is not None:
            kept = {name: value for name, value in changes.items() if name in Known._fields}
            self._changed[known.year, known.number] = known._replace(**kept)

    # A new one

    def _repeat(self, line: InvoiceLine, card: Card, added: Fresh) -> None:
        if added.client_id != card.id or (added.line.sum, added.line.due_on) != (line.sum, line.due_on):
            message = f"Счёт № {added.number} в файле дважды и с разными данными."
            raise Refusal("duplicate", message, "number")
        self.tally.note(line.line, "unchanged", _title(added.number, card))

    def _add(self, line: InvoiceLine, card: Card, number: str) -> None:
        period = line.period or period_of(line.issued_on)
        subscription = self._fees.subscription(card.id, period, line.sum, line.kind)
        kind = line.kind or (InvoiceKind.SUBSCRIPTION if subscription else InvoiceKind.ONE_OFF)
        added = Fresh(card.id, number, kind, period, line, subscription)
        self._added.setdefault(line.issued_on.year, {})[number] = added
        if line.paid and fold(line.paid).startswith("оплачен") and "частич" not in fold(line.paid):
            said = f"счёт № {number} в 1С оплачен, а здесь ещё нет: загрузите выписку или запишите оплату."
            self.tally.warn("paid", f"Строка {line.line}: {said}")
        self.tally.note(
            line.line, "create", _title(number, card), [f"{line.sum.short()} от {day_text(line.issued_on)}"]
        )


def _select() -> Any:
    return select(*(col(getattr(Invoice, name)) for name in Known._fields))


def _title(number: str | None, card: Card) -> str:
    return f"№ {number}, {card.name}"


def _said(known: Known, changes: Mapping[str, Any]) -> list[str]:
    said = []
    if "sum" in changes:
        said.append(f"сумма: {known.sum.short()} → {changes['sum'].short()}")
    if "due_on" in changes:
        said.append(f"срок: {day_text(known.due_on)} → {day_text(changes['due_on'])}")
    return said
