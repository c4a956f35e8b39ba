"""The bank's statement and its lines: loaded and matched, matched by hand, credited, put aside (row 8.3)."""

from collections.abc import Mapping

from pydantic import field_serializer

from cs_workbench.domain.billing import allocating, checks, payers
from cs_workbench.domain.billing.credits import to_credit
from cs_workbench.domain.billing.loading import carry_out
from cs_workbench.domain.billing.matching import Given, Plan, plan_import
from cs_workbench.domain.billing.records import (
    BankLine,
    Direction,
    Invoice,
    InvoiceRef,
    LineState,
    Payment,
)
from cs_workbench.domain.billing.records.paid import BankLineRef
from cs_workbench.domain.billing.repository.candidates import bank_facts, owed_by, payment_of
from cs_workbench.domain.billing.statement import Lines, StatementLine, fingerprints
from cs_workbench.domain.clients.records import Client, ClientRef
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal, caught
from cs_workbench.kernel.fields import Day, Line, Money
from cs_workbench.kernel.text import count, plural
from cs_workbench.storage.unit import Read, Work


class ImportStatement(Action):
    """A statement: known lines stay as they are, new ones are stored, income that is surely a client's closes invoices.

    `accounts` are ours by the file's word, `covers_from` and `covers_to` the days that it speaks of, `warnings` what
    its reader found odd.
    """

    facts = Facts(
        "billing.import_statement",
        "Загрузить выписку",
        ("8.3",),
        key="b",
        copy_first=True,
    )

    lines: Lines
    file: Line | None = None
    sha: Line | None = None
    covers_from: Day | None = None
    covers_to: Day | None = None
    accounts: tuple[Line, ...] = ()
    warnings: tuple[Line, ...] = ()

    @field_serializer("lines")
    def _journaled(self, lines: tuple[StatementLine, ...]) -> int:
        """How many: what they say is in the images of the rows, once."""
        return len(lines)

    def apply(self, work: Work) -> Outcome:
        plan = self._plan(work)
        for sentence in (*self.warnings, *plan.warnings):
            work.warn(sentence)
        for wrong in plan.rejected:
            work.warn(f"Строка {wrong.line}: {wrong.message}")
        if not plan.is_news:
            return Outcome(_nothing_new(plan))
        for account in plan.own_accounts:
            work.warn(f"Счёт {account} добавлен в наши: это первая загруженная выписка.")
        carry_out(work, plan, self.file or "", self.sha or "", self.covers_from)
        return Outcome(_summary(plan))

    def _plan(self, work: Work) -> Plan:
        marks = fingerprints(self.lines)
        facts = bank_facts(work, marks, [line.on for line in self.lines], self.sha)
        given = Given(self.lines, marks, self.accounts, self.covers_from, self.covers_to)
        return plan_import(facts, given, lambda done, total: work.progress(done, 2 * total))


def _nothing_new(plan: Plan) -> str:
    if plan.unchanged:
        return f"Новых строк нет: {count(plan.unchanged, 'строка', 'строки', 'строк')} уже в базе."
    return "Новых строк нет: загружать нечего."


def _summary(plan: Plan) -> str:
    if not plan.lines:
        until = f" по {day_text(plan.covers_to)}" if plan.covers_to else ""
        return f"Новых движений нет, выписка{until} загружена."
    loaded = count(len(plan.lines), "строка", "строки", "строк")
    done = plural(len(plan.lines), "Загружена", "Загружено", "Загружено")
    closed = len(plan.closed)
    paid = f"{plural(closed, 'закрыт', 'закрыто', 'закрыто')} {count(closed, 'счёт', 'счёта', 'счетов')}"
    known = f"; {plan.unchanged} уже в базе" if plan.unchanged else ""
    return f"{done} {loaded}: {paid}, частично {len(plan.partial)}, не найдено {plan.unmatched}{known}."


class MatchLine(Action):
    """A line's money onto an invoice, as much as fits; several calls spread one line over many invoices.

    Without a sum, what a known payer paid above all of the client's invoices becomes a credit at once.
    """

    facts = Facts("billing.match_line", "Разнести поступление", ("8.3",), phrases=("разнести",))

    bank_line: BankLineRef
    invoice: InvoiceRef
    sum: Money | None = None

    def apply(self, work: Work) -> Outcome:
        line, invoice = work.get(BankLine, self.bank_line), work.get(Invoice, self.invoice)
        _placeable(work, line)
        allocating.owed(work, invoice)
        free = line.sum - line.allocated
        part = self.sum if self.sum is not None else min(free, allocating.rest_of(invoice))
        allocating.within(part, free, "В поступлении", invoice)
        client = work.get(Client, invoice.client_id)
        payers.doubt_payer(work, line, client)
        known = payers.pays_for(work, line.inn, client.id)
        payment = _grown(work, line, client.id, part)
        allocating.put(work, payment, [(invoice, part)])
        said = f"Зачислено {part.short()} за «{client.name}»: {allocating.closed_text([invoice])}."
        left = line.sum - line.allocated
        if left and self.sum is None and known and not owed_by(work, client.id):
            to_credit(work, _grown(work, line, client.id, left), left)
            said += f" Лишние {left.short()} стали авансом."
        elif left:
            said += f" Осталось разнести {left.short()}."
        return Outcome(said + payers.learn(work, line, client))

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return _not_placeable(read, subject) or checks.not_standing(read, subject, allocating.owed)


class CreditLine(Action):
    """What is left of a line becomes a client's credit: money paid ahead of any invoice."""

    facts = Facts("billing.credit_line", "Зачесть поступление авансом", ("8.3",), phrases=("в аванс",))

    bank_line: BankLineRef
    client: ClientRef | None = None

    def apply(self, work: Work) -> Outcome:
        line = work.get(BankLine, self.bank_line)
        _placeable(work, line)
        if self.client is None and line.client_id is None:
            raise Refusal("client", "По выписке не видно, чьи это деньги: укажите клиента.", "client")
        client = work.get(Client, self.client or line.client_id)
        payers.doubt_payer(work, line, client)
        if debt := allocating.debt_of(work, client.id):
            work.ask(f"«{client.name}» должен {debt.short()}. Зачесть авансом, а не на счёт?", "bank_line")
        left = line.sum - line.allocated
        to_credit(work, _grown(work, line, client.id, left), left)
        return Outcome(f"Аванс {left.short()} записан за «{client.name}».{payers.learn(work, line, client)}")

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return _not_placeable(read, subject)


class IgnoreLine(Action):
    """Income that is no client's: a return, a loan, the bank's interest."""

    facts = Facts("billing.ignore_line", "Не платёж клиента", ("8.3",), key="x", phrases=("не платёж",))

    bank_line: BankLineRef
    reason: Line

    def apply(self, work: Work) -> Outcome:
        line = work.get(BankLine, self.bank_line)
        _placeable(work, line)
        left = line.sum - line.allocated
        line.state, line.open, line.reason, line.invoice_id = LineState.IGNORED, False, self.reason, None
        return Outcome(f"Поступление {left.short()} от {day_text(line.on)} отложено: {self.reason}.")

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return _not_placeable(read, subject)


def _placeable(read: Read, line: BankLine) -> None:
    """Refuse a line that has no money to be placed."""
    if line.direction is Direction.EXPENSE:
        raise Refusal("not_income", "Это расход: он не закрывает счета клиентов.", "bank_line")
    if line.direction is Direction.OWN:
        raise Refusal("not_income", "Это перевод между нашими счетами, а не платёж клиента.", "bank_line")
    if line.state is LineState.IGNORED:
        message = f"Строка отложена: {line.reason}. Чтобы вернуть её, отмените это действие."
        raise Refusal("ignored", message, "bank_line")
    if line.allocated >= line.sum:
        message = f"Поступление {line.sum.short()} уже разнесено целиком. Чтобы изменить, снимите оплату со счёта."
        raise Refusal("placed", message, "bank_line")


def _not_placeable(read: Read, subject: Mapping[str, int]) -> Refusal | None:
    if "bank_line" not in subject:
        return None
    return caught(lambda: _placeable(read, read.get(BankLine, subject["bank_line"])))


def _grown(work: Work, line: BankLine, client_id: int, part: Money) -> Payment:
    """The line's payment for a client, made or grown by a part of the line; the caller places that part."""
    payment = payment_of(work, line.id, client_id)
    if payment is None:
        payment = work.add(
            Payment(
                client_id=client_id,
                bank_line_id=line.id,
                number=line.number or None,
                purpose=line.purpose or None,
                sum=part,
                paid_on=line.on,
                created_at=work.now,
            )
        )
    else:
        payment.sum = payment.sum + part
    line.allocated = line.allocated + part
    line.client_id, line.invoice_id = client_id, None
    line.open = line.allocated < line.sum
    line.state = LineState.NEW if line.open else LineState.ALLOCATED
    return payment


BANK: tuple[type[Action], ...] = (ImportStatement, MatchLine, CreditLine, IgnoreLine)
