"""A whole statement as a plan: what each line is, what it closes, what is known already (row 8.3).

The preview shows the plan and `actions/bank.py` carries it out, so that the preview never promises what the import
does not do. Pure: facts come from `repository/candidates.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from cs_workbench.domain.billing.matching.book import Book, Share
from cs_workbench.domain.billing.matching.purpose import read_purpose
from cs_workbench.domain.billing.matching.scoring import Judgement, OpenInvoice, Parties, judge, terms_text
from cs_workbench.domain.billing.records import Direction, LineState
from cs_workbench.domain.billing.statement import StatementLine
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.identifiers import check_account
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.progress import Progress

TELL_EVERY = 200
OWN_REASON = "перевод между своими счетами"
RETURNED = "возврат: это не оплата клиента"
BY_HAND = "похоже, этот платёж уже записан вручную"
NO_MATCH = "совпадений нет"
NOTHING = Money(0)


class HandPayment(NamedTuple):
    """A payment that a person recorded and no bank line stands behind."""

    client_id: int
    sum: Money
    on: date
    number: str | None


@dataclass(frozen=True, slots=True)
class BankFacts:
    """What matching needs of the database.

    `known` are fingerprints already stored, `covered_to` is the last day loaded, `seen` says that this very file was
    loaded before.
    """

    today: date
    invoices: Sequence[OpenInvoice] = ()
    parties: Parties = field(default_factory=Parties)
    known: frozenset[str] = frozenset()
    by_hand: Sequence[HandPayment] = ()
    own_accounts: frozenset[str] = frozenset()
    covered_to: date | None = None
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """A statement as it is given: its lines with their fingerprints, the accounts and the days that it speaks of."""

    lines: Sequence[StatementLine]
    fingerprints: Sequence[str]
    accounts: Sequence[str] = ()
    covers_from: date | None = None
    covers_to: date | None = None


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A new line and its place: `shares` close invoices, `surplus` becomes a credit.

    `suggested` is the one invoice that a person may confirm, `numbers` are those of the invoices paid or suggested.
    """

    line: StatementLine
    fingerprint: str
    state: LineState
    client_id: int | None = None
    shares: tuple[Share, ...] = ()
    surplus: Money = NOTHING
    suggested: int | None = None
    numbers: tuple[str, ...] = ()
    score: int = 0
    terms: str = ""

    @property
    def unmatched(self) -> bool:
        """Whether it is income that waits for a person."""
        return self.line.direction is Direction.INCOME and self.state is not LineState.AUTO


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """A line that is not loaded, and why."""

    line: int
    field: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import will do.

    `closed` and `partial` are the invoices that it closes and leaves partly paid; `covers_to` is the last whole day
    that it speaks of, news where it `extends` what was loaded; `own_accounts` are to be added as ours.
    """

    lines: tuple[PlannedLine, ...]
    unchanged: int
    rejected: tuple[RejectedLine, ...]
    closed: tuple[int, ...]
    partial: tuple[int, ...]
    covers_to: date | None
    extends: bool
    own_accounts: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def unmatched(self) -> int:
        """How many income lines wait for a person."""
        return sum(line.unmatched for line in self.lines)

    @property
    def is_news(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.lines) or self.extends


def plan_import(facts: BankFacts, given: Given, progress: Progress | None = None) -> Plan:
    """Match every line of a statement. Raises Refusal `foreign_account`; `progress` is told now and then."""
    _refuse_foreign(facts, given)
    matcher = _Matcher(facts)
    planned: dict[int, PlannedLine] = {}
    rejected: list[RejectedLine] = []
    known = set(facts.known)
    fresh: list[int] = []
    for place, (line, fingerprint) in enumerate(zip(given.lines, given.fingerprints, strict=True)):
        if fingerprint in known:
            continue
        known.add(fingerprint)
        wrong = _wrong(line, facts.today, line.line or place + 1)
        if wrong is None:
            fresh.append(place)
        else:
            rejected.append(wrong)
    # Older money first, whichever way the bank sorts its file.
    for done, place in enumerate(sorted(fresh, key=lambda place: (given.lines[place].on, place))):
        if progress is not None and done % TELL_EVERY == 0:
            progress(done, len(fresh))
        planned[place] = matcher.place(given.lines[place], given.fingerprints[place])
    covers_to = _covers_to(facts, given)
    return Plan(
        lines=tuple(planned[place] for place in fresh),
        unchanged=len(given.lines) - len(fresh) - len(rejected),
        rejected=tuple(rejected),
        closed=tuple(number for number in matcher.paid if matcher.book.rest(number) == 0),
        partial=tuple(number for number in matcher.paid if matcher.book.rest(number) > 0),
        covers_to=covers_to,
        extends=covers_to is not None and (facts.covered_to is None or covers_to > facts.covered_to),
        own_accounts=() if facts.own_accounts else _accounts(given.accounts),
        warnings=_gap(facts, given),
    )


def _refuse_foreign(facts: BankFacts, given: Given) -> None:
    named = {*given.accounts, *(line.account for line in given.lines if line.account)}
    if facts.own_accounts and named and named.isdisjoint(facts.own_accounts):
        shown = ", ".join(sorted(named)[:3])
        message = f"Выписка по счёту {shown}, среди своих его нет. Если он ваш, добавьте его и загрузите файл снова."
        raise Refusal("foreign_account", message)


def _wrong(line: StatementLine, today: date, number: int) -> RejectedLine | None:
    if line.sum <= 0:
        return RejectedLine(number, "sum", "sum", "Сумма должна быть больше нуля: строка не загружена.")
    if line.on > today:
        message = f"Дата {day_text(line.on)} ещё не наступила: строка не загружена. Проверьте файл и часы компьютера."
        return RejectedLine(number, "on", "future", message)
    return None


def _covers_to(facts: BankFacts, given: Given) -> date | None:
    """The last day of which all is told: the day of loading is not over; a file loaded before brings no more days."""
    if facts.seen:
        return None
    end = given.covers_to or max((line.on for line in given.lines), default=None)
    return min(end, facts.today - timedelta(days=1)) if end else None


def _accounts(named: Iterable[str]) -> tuple[str, ...]:
    """Those that look like accounts of a Russian bank."""
    found: dict[str, None] = {}
    for account in named:
        with suppress(Refusal):
            found[check_account(account)] = None
    return tuple(found)


def _gap(facts: BankFacts, given: Given) -> tuple[str, ...]:
    begin = given.covers_from
    if begin is None or facts.covered_to is None or begin <= facts.covered_to + timedelta(days=1):
        return ()
    missing = facts.covered_to + timedelta(days=1), begin - timedelta(days=1)
    return (
        f"Выписки с {day_text(missing[0])} по {day_text(missing[1])} не загружены: проверьте, не было ли движений.",
    )


class _Matcher:
    """Places lines one after another; each leaves less owed for the next."""

    def __init__(self, facts: BankFacts) -> None:
        self.book = Book(facts.invoices, facts.parties, facts.today)
        self.paid: dict[int, None] = {}
        self._parties = facts.parties
        self._by_hand: Mapping[tuple[int, Money, date], list[str | None]] = defaultdict(list)
        for payment in facts.by_hand:
            self._by_hand[payment.client_id, payment.sum, payment.on].append(payment.number)

    def place(self, line: StatementLine, fingerprint: str) -> PlannedLine:
        """What a line is."""
        if line.direction is Direction.OWN:
            return PlannedLine(line, fingerprint, LineState.IGNORED, terms=OWN_REASON)
        if line.direction is Direction.EXPENSE:
            return PlannedLine(line, fingerprint, LineState.NEW)
        purpose = read_purpose(line.purpose)
        if purpose.is_return:
            return PlannedLine(line, fingerprint, LineState.NEW, self._payer(line), terms=RETURNED)
        found = judge(self.book.candidates(line.sum, line.inn, purpose))
        if found.state is LineState.AUTO and found.client_id is not None:
            if self._recorded_by_hand(line, found.client_id):
                return self._waiting(line, fingerprint, found, LineState.SUGGESTED, BY_HAND)
            return self._automatic(line, fingerprint, found, found.client_id)
        return self._waiting(line, fingerprint, found, found.state, found.doubt)

    def _automatic(self, line: StatementLine, fingerprint: str, found: Judgement, client_id: int) -> PlannedLine:
        shares, surplus = self.book.pay(found.invoices, line.sum)
        self.paid.update(dict.fromkeys(number for number, _ in shares))
        numbers, terms = _numbers(found.invoices), terms_text(found.terms)
        return PlannedLine(
            line, fingerprint, LineState.AUTO, client_id, shares, surplus, None, numbers, found.score, terms
        )

    def _waiting(
        self, line: StatementLine, fingerprint: str, found: Judgement, state: LineState, doubt: str
    ) -> PlannedLine:
        client_id = self._payer(line) if state is LineState.NEW else found.client_id
        only = found.invoices[0].id if len(found.invoices) == 1 else None
        terms = terms_text(found.terms, doubt) or NO_MATCH
        return PlannedLine(
            line,
            fingerprint,
            state,
            client_id,
            suggested=only,
            numbers=_numbers(found.invoices),
            score=found.score,
            terms=terms,
        )

    def _payer(self, line: StatementLine) -> int | None:
        """The client whom the payer's INN means, where it means one."""
        clients = self._parties.paying_for(line.inn)
        return next(iter(clients)) if len(clients) == 1 else None

    def _recorded_by_hand(self, line: StatementLine, client_id: int) -> bool:
        """Whether a person wrote this payment down before the statement came; each such one answers for one line."""
        written = self._by_hand.get((client_id, line.sum, line.on), [])
        for number in written:
            if number is None or not line.number or number == line.number:
                written.remove(number)
                return True
        return False


def _numbers(invoices: Sequence[OpenInvoice]) -> tuple[str, ...]:
    return tuple(invoice.number or invoice.period for invoice in invoices)
