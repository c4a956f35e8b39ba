"""The texts that a manager copies: which template, with which facts. `screens/copying.py` has them filled.

Refused where what the text is about does not exist: a number of 1C, a debt, an account of ours.
"""

from datetime import date

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.letters import debt_fields, from_us, invoice_fields, our_account, owed_fields
from cs_workbench.domain.billing.records import Invoice, InvoiceSend
from cs_workbench.domain.billing.repository.billed import successor
from cs_workbench.domain.clients.records import Client, Contact
from cs_workbench.domain.collection.repository.debts import owed_by
from cs_workbench.domain.reports.reconciliation import Reconciliation, reconciliation
from cs_workbench.domain.reports.reconciliation_lines import LineKind
from cs_workbench.domain.requests.records import Handover, Request
from cs_workbench.domain.requests.support_card import client_card, request_card
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.texts import Draft, Fields
from cs_workbench.storage.unit import Read


def duplicate_draft(read: Read, record: str, number: int) -> Draft:
    """The letter of one more copy of an invoice, named by itself or by its sending; of the one that corrected it where
    there is one. Raises Refusal "missing" before 1C gave a number.
    """
    invoice_id = read.get(InvoiceSend, number).invoice_id if record == "invoice_send" else number
    invoice = successor(read, read.get(Invoice, invoice_id))
    if not invoice.number:
        raise Refusal("missing", "Текст не готов, не хватает: номер счёта из 1С.")
    fields = invoice_fields(read, invoice)
    return Draft("duplicate", fields, f"дубль счёта, {fields['client']}")


def reminder_draft(read: Read, client_id: int) -> Draft:
    """The letter that reminds a client of the invoices that a call today would be about. Raises Refusal "no_debt"."""
    client = read.get(Client, client_id)
    invoices = owed_by(read, client_id).about(read.day.today)
    if not invoices:
        raise Refusal("no_debt", f"У клиента «{client.name}» долга нет: напоминать не о чем.")
    return Draft("reminder", debt_fields(read, client, invoices), f"напоминание об оплате, {client.name}")


def support_draft(read: Read, record: str, number: int) -> Draft:
    """The card of a request for the department that it is for: support, or whom a handover is to; of a client, the card
    of its newest open request.
    """
    if record == "handover":
        handover = read.get(Handover, number)
        return request_card(read, read.get(Request, handover.request_id), handover.dept)
    if record == "request":
        return request_card(read, read.get(Request, number))
    client = read.get(Client, number)
    wanted = select(Request).where(col(Request.client_id) == client.id, col(Request.open))
    asked = read.first(wanted.order_by(col(Request.id).desc()))
    return client_card(read, client) if asked is None else request_card(read, asked)


def requisites_draft(read: Read, client_id: int) -> Draft:
    """A client's names and numbers for papers."""
    client = read.get(Client, client_id)
    wanted = select(Contact).where(col(Contact.client_id) == client_id, col(Contact.wrong).is_(False))
    people = read.all(wanted.order_by(col(Contact.primary).desc(), col(Contact.id)))
    fields: Fields = {
        "client": client.name,
        "inn": client.inn or "",
        "kpp": client.kpp or "",
        "phone": phone_text(client.phone) if client.phone else "",
        "email": client.email or "",
        "people": [
            {
                "name": ", ".join(part for part in (one.name, one.role) if part),
                "phone": phone_text(one.phone) if one.phone else "",
                "email": one.email or "",
            }
            for one in people
        ],
    }
    return Draft("requisites", fields, f"реквизиты, {client.name}")


def our_requisites_draft(read: Read) -> Draft:
    """Where clients pay to. Raises Refusal "missing" where no account of ours is known, or several are."""
    ours = our_account(read)
    if ours is None:
        raise Refusal("missing", "Текст не готов: нужен один наш счёт, добавьте его («Наш счёт» в F10).")
    known = {"org": ours.org, "inn": ours.inn, "account": ours.account, "bank": ours.bank, "bik": ours.bik}
    return Draft("our_requisites", {name: value or "" for name, value in known.items()}, "наши реквизиты")


def reconciliation_draft(read: Read, client_id: int, first: date, last: date) -> Draft:
    """The statement of reconciliation in words: what was billed and paid from one day to another (both included), the
    balances around it, and what is unpaid today. Raises Refusal for a period that cannot be.
    """
    facts, client = reconciliation(read, client_id, first, last), read.get(Client, client_id)
    written_off = -_moved(facts, LineKind.WRITTEN_OFF)
    fields: Fields = {
        "client": client.name,
        "first": day_text(first),
        "last": day_text(last),
        "before": _balance(facts.opening),
        "billed": _moved(facts, LineKind.INVOICE, LineKind.REPLACED, LineKind.CANCELLED).text(),
        "paid": Money(-_moved(facts, LineKind.PAYMENT, LineKind.PAID_BY, LineKind.PAID_FOR)).text(),
        "written_off": Money(written_off).text() if written_off else "",
        "balance": _balance(facts.closing),
        "waiting": facts.waiting.text() if facts.waiting else "",
        "today": day_text(read.day.today),
        **owed_fields(read, owed_by(read, client_id).invoices),
        **from_us(read, client),
    }
    return Draft("reconciliation", fields, f"сверка, {client.name}")


def _moved(facts: Reconciliation, *kinds: LineKind) -> Money:
    """What lines of these kinds added to the debt."""
    return Money(sum(line.debit - line.credit for line in facts.lines if line.kind in kinds))


def _balance(balance: Money) -> str:
    """A balance as the client reads it."""
    if not balance:
        return "долга нет"
    return f"ваш долг {balance.text()}" if balance > 0 else f"ваш аванс {Money(-balance).text()}"
