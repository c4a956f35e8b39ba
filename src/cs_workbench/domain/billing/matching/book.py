"""What is still owed while a statement is gone through: a payment that finds its place leaves less for the next.

Lookups are dictionaries made once; a line costs the invoices of the clients it may be of, never a query.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from cs_workbench.domain.billing.matching.purpose import NamedNumber, Purpose, number_key
from cs_workbench.domain.billing.matching.scoring import (
    NUMBER,
    OLDEST,
    PAYER,
    PERIOD,
    SUM,
    Candidate,
    OpenInvoice,
    Parties,
    Term,
    payer_terms,
)
from cs_workbench.kernel.calendar import mday
from cs_workbench.kernel.money import Money

NUMBER_YEARS = 3
OLDEST_FROM, OLDEST_TO = 2, 4

Share = tuple[int, Money]
"""An invoice's id and the kopecks that a payment puts on it."""


class Book:
    """The open invoices of all clients, paid down line by line."""

    def __init__(self, invoices: Iterable[OpenInvoice], parties: Parties, today: date) -> None:
        self._parties = parties
        self._now = {invoice.id: invoice for invoice in invoices}
        self._by_client: dict[int, list[int]] = defaultdict(list)
        self._by_number: dict[str, list[int]] = defaultdict(list)
        known_since = mday(today.year - NUMBER_YEARS, today.month, today.day)
        for invoice in sorted(self._now.values(), key=lambda owed: (owed.due_on, owed.issued_on, owed.id)):
            self._by_client[invoice.client_id].append(invoice.id)
            if invoice.number and invoice.issued_on >= known_since:
                self._by_number[number_key(invoice.number)].append(invoice.id)

    def rest(self, invoice_id: int) -> Money:
        """What is still owed on an invoice."""
        return self._now[invoice_id].rest

    def pay(self, invoices: Sequence[OpenInvoice], sum: Money) -> tuple[tuple[Share, ...], Money]:
        """Put a payment on invoices in their order; returns the shares and what is left over."""
        shares: list[Share] = []
        for invoice in invoices:
            part = Money(min(sum, self.rest(invoice.id)))
            if part > 0:
                shares.append((invoice.id, part))
                self._now[invoice.id] = replace(invoice, rest=invoice.rest - part)
                sum = sum - part
        return tuple(shares), sum

    def candidates(self, sum: Money, inn: str, purpose: Purpose) -> list[Candidate]:
        """Everything that a payment may be for, of every client whom its purpose or its payer names."""
        named: dict[int, list[list[OpenInvoice]]] = defaultdict(list)
        for number in purpose.numbers:
            for client_id, meant in self._named(number).items():
                named[client_id].append(meant)
        clients = dict.fromkeys([*named, *sorted(self._parties.paying_for(inn))])
        found: list[Candidate] = []
        for client_id in clients:
            payer = payer_terms(inn, client_id, self._parties)
            groups = self._groups(client_id, sum, named.get(client_id, []), by_sum=PAYER in payer)
            found += [
                Candidate(client_id, invoices, _terms(fits, payer, invoices, purpose)) for invoices, fits in groups
            ]
            if payer == (PAYER,):
                found.append(Candidate(client_id, (), payer))
        return found

    def _named(self, number: NamedNumber) -> dict[int, list[OpenInvoice]]:
        """The owed invoices of a number by client; those of the day that the payer wrote, where there are any."""
        owed = [self._now[found] for found in self._by_number.get(number.key, ()) if self._now[found].rest > 0]
        exact = [invoice for invoice in owed if invoice.issued_on == number.dated]
        by_client: dict[int, list[OpenInvoice]] = defaultdict(list)
        for invoice in exact or owed:
            by_client[invoice.client_id].append(invoice)
        return by_client

    def _groups(
        self, client_id: int, sum: Money, named: Sequence[Sequence[OpenInvoice]], *, by_sum: bool
    ) -> Iterator[tuple[tuple[OpenInvoice, ...], list[Term]]]:
        """Sets of a client's invoices with what speaks for each beside the payer and the period."""
        owed = [self._now[number] for number in self._by_client[client_id] if self._now[number].rest > 0]
        ids = {invoice.id for meant in named for invoice in meant}
        certain = len(named) > 1 and all(len(meant) == 1 for meant in named)
        together = tuple(invoice for invoice in owed if invoice.id in ids) if certain else ()
        if together:
            yield together, [NUMBER, SUM] if _total(together) == sum else [NUMBER]
        for invoice in owed:
            fits = invoice.rest == sum
            if invoice.id in ids and (fits or not certain):
                yield (invoice,), [NUMBER, SUM] if fits else [NUMBER]
            elif invoice.id not in ids and fits and by_sum:
                yield (invoice,), [SUM]
        for size in range(OLDEST_FROM, min(OLDEST_TO, len(owed)) + 1):
            oldest = tuple(owed[:size])
            if _total(oldest) == sum and oldest != together:
                covered = bool(named) and all(any(invoice in oldest for invoice in meant) for meant in named)
                yield oldest, [NUMBER, OLDEST] if covered else [OLDEST]


def _total(invoices: Iterable[OpenInvoice]) -> Money:
    return Money(sum(invoice.rest for invoice in invoices))


def _terms(
    fits: Sequence[Term], payer: tuple[Term, ...], invoices: Sequence[OpenInvoice], purpose: Purpose
) -> tuple[Term, ...]:
    """All terms in the order in which they are read: number, payer, sum, period."""
    period = (PERIOD,) if all(purpose.speaks_of(invoice.period) for invoice in invoices) else ()
    number = tuple(term for term in fits if term is NUMBER)
    return (*number, *payer, *(term for term in fits if term is not NUMBER), *period)
