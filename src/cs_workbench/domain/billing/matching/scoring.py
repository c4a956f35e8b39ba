"""How well invoices fit a payment: named terms that add up, and the judgement over all candidates (row 8.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from cs_workbench.domain.billing.records import LineState
from cs_workbench.kernel.money import MINUS, Money

AUTO, SUGGEST = 80, 50
"""From 80 a payment closes its invoices by itself, from 50 it is suggested, below it is for a person."""

NOBODY: frozenset[int] = frozenset()


class Term(NamedTuple):
    """One reason and its points."""

    name: str
    points: int


NUMBER = Term("номер счёта", 50)
PAYER = Term("ИНН", 30)
SUM = Term("сумма", 20)
OLDEST = Term("сумма старых счетов", 10)
PERIOD = Term("период", 5)
STRANGER = Term("ИНН другого клиента", -40)


@dataclass(frozen=True, slots=True)
class OpenInvoice:
    """An invoice of which `rest` kopecks are owed."""

    id: int
    client_id: int
    number: str
    period: str
    issued_on: date
    due_on: date
    rest: Money


@dataclass(frozen=True, slots=True)
class Parties:
    """Whose an INN is: clients by their own, clients by their remembered payers'."""

    clients: Mapping[str, frozenset[int]] = field(default_factory=dict)
    payers: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def paying_for(self, inn: str) -> frozenset[int]:
        """Clients for whom this INN pays: its own and those whose payer it is."""
        return self.clients.get(inn, NOBODY) | self.payers.get(inn, NOBODY) if inn else NOBODY


def payer_terms(inn: str, client_id: int, parties: Parties) -> tuple[Term, ...]:
    """What the payer's INN says of a client: his own or his payer's, another client's, or nothing."""
    if client_id in parties.paying_for(inn):
        return (PAYER,)
    return (STRANGER,) if inn and parties.clients.get(inn) else ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Invoices of one client that the payment may be for, oldest first, and why. None: only the payer is known."""

    client_id: int
    invoices: tuple[OpenInvoice, ...]
    terms: tuple[Term, ...]

    @property
    def score(self) -> int:
        """The sum of the terms."""
        return sum(term.points for term in self.terms)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a payment is for. `client_id` is None where several clients are as likely; no `invoices`: none is chosen."""

    state: LineState
    client_id: int | None = None
    invoices: tuple[OpenInvoice, ...] = ()
    score: int = 0
    terms: tuple[Term, ...] = ()
    doubt: str = ""


SEVERAL = "подходит несколько счетов"


def judge(found: Sequence[Candidate]) -> Judgement:
    """The best candidate, if one is better than all others.

    Of two that are equally good none is chosen; nor is money moved where only the word of the period tells them apart.
    """
    if not found:
        return Judgement(LineState.NEW)
    top = max(candidate.score for candidate in found)
    best = [candidate for candidate in found if candidate.score == top]
    clients = {candidate.client_id for candidate in best}
    client = clients.pop() if len(clients) == 1 else None
    if top < SUGGEST:
        return Judgement(LineState.NEW, client, (), top, best[0].terms)
    if len(best) > 1:
        return Judgement(LineState.SUGGESTED, client, (), top, best[0].terms, SEVERAL)
    close = any(0 < top - candidate.score <= PERIOD.points for candidate in found)
    state = LineState.AUTO if top >= AUTO and not close else LineState.SUGGESTED
    doubt = SEVERAL if top >= AUTO and close else ""
    return Judgement(state, client, best[0].invoices, top, best[0].terms, doubt)


def terms_text(terms: Sequence[Term], doubt: str = "") -> str:
    """`номер счёта +50; ИНН +30`: what a line and the preview show."""
    said = [f"{term.name} {'+' if term.points > 0 else MINUS}{abs(term.points)}" for term in terms]
    return "; ".join([*said, doubt] if doubt else said)
