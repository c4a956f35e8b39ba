"""Money onto invoices: what may be put where, and the one way in which it is put (row 8.3).

`actions/payments.py` and `actions/bank.py` go through here, so that a payment is always its allocations and the rests
of its credits.
"""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.domain.billing import checks
from cs_workbench.domain.billing.ledger import refresh_invoices
from cs_workbench.domain.billing.naming import capital, named
from cs_workbench.domain.billing.records import Allocation, ClientCredit, Invoice, Payment
from cs_workbench.domain.clients.records import Client
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import count
from cs_workbench.storage.unit import Read, Work

NAMED = 3


def owed(read: Read, invoice: Invoice) -> None:
    """Refuse an invoice on which nothing is owed."""
    checks.standing(read, invoice, "Зачислите на")
    if not invoice.open:
        raise Refusal("paid", f"{capital(named(invoice))} уже оплачен: зачислять на него нечего.", "invoice")


def rest_of(invoice: Invoice) -> Money:
    """What is still owed on an invoice, in kopecks."""
    return invoice.sum - invoice.paid


def debt_of(read: Read, client_id: int) -> Money:
    """What a client owes on all invoices, in kopecks."""
    rest = func.coalesce(func.sum(col(Invoice.sum) - col(Invoice.paid)), 0)
    return Money(int(read.first(select(rest).where(col(Invoice.client_id) == client_id, col(Invoice.open))) or 0))


def within(sum: Money, free: Money, whose: str, invoice: Invoice) -> None:
    """Refuse more than is free on the payer's side (`whose` says where) or owed on the invoice, with the figures."""
    checks.some_money(sum)
    if sum > free:
        raise Refusal(
            "too_much", f"{whose} свободно {free.short()}, а зачисляется {sum.short()}: уменьшите сумму.", "sum"
        )
    rest = rest_of(invoice)
    if sum > rest:
        message = f"По счёту осталось {rest.short()}, а зачисляется {sum.short()}: уменьшите сумму."
        raise Refusal("too_much", message, "sum")


def doubt_other_client(work: Work, payer_id: int, invoice: Invoice) -> None:
    """Ask about one client's money on another's invoice."""
    if payer_id != invoice.client_id:
        payer, owner = work.get(Client, payer_id), work.get(Client, invoice.client_id)
        work.ask(
            f"{capital(named(invoice))} выставлен клиенту «{owner.name}», а деньги — от «{payer.name}». Зачислить?",
            "invoice",
        )


def put(work: Work, payment: Payment, shares: Sequence[tuple[Invoice, Money]]) -> None:
    """Close parts of invoices with parts of a payment; the caller made sure that there is as much on both sides."""
    work.add_all(
        [
            Allocation(
                payment_id=payment.id,
                invoice_id=invoice.id,
                client_id=invoice.client_id,
                sum=sum,
                created_at=work.now,
            )
            for invoice, sum in shares
        ]
    )
    payment.allocated = payment.allocated + Money(sum(part for _, part in shares))
    refresh_invoices(work, [invoice for invoice, _ in shares])


def credits_of(read: Read, payment: Payment) -> list[ClientCredit]:
    """The credits of a payment that are not used up, the oldest first."""
    wanted = select(ClientCredit).where(col(ClientCredit.payment_id) == payment.id, col(ClientCredit.rest) > 0)
    return read.all(wanted.order_by(col(ClientCredit.id)))


def spend(credits: Sequence[ClientCredit], sum: Money) -> None:
    """Take `sum` out of credits that hold as much."""
    for credit in credits:
        part = min(credit.rest, sum)
        credit.rest, sum = credit.rest - part, sum - part


def spread(invoices: Sequence[Invoice], sum: Money) -> tuple[list[tuple[Invoice, Money]], Money]:
    """A sum over invoices in their order, and what is left over."""
    shares = []
    for invoice in invoices:
        part = min(sum, rest_of(invoice))
        if part > 0:
            shares.append((invoice, part))
            sum = sum - part
    return shares, sum


def closed_text(invoices: Sequence[Invoice]) -> str:
    """`счёт № 118 оплачен, счёт № 119 оплачен частично: осталось 9 800 ₽`; many are counted."""
    if len(invoices) > NAMED:
        return f"зачислено на {count(len(invoices), 'счёт', 'счёта', 'счетов')}"
    said = []
    for invoice in invoices:
        left = f"оплачен частично, осталось {rest_of(invoice).short()}" if invoice.open else "оплачен"
        said.append(f"{named(invoice)} {left}")
    return "; ".join(said)
