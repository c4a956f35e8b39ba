"""What matching needs of the database, in a few queries for a whole statement, and what payments look up (row 8.3)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlmodel import col

from cs_workbench.domain.billing.matching import BankFacts, HandPayment, OpenInvoice, Parties
from cs_workbench.domain.billing.records import BankImport, BankLine, Invoice, OwnAccount, Payer, Payment
from cs_workbench.domain.clients.records import Client
from cs_workbench.kernel.chunks import chunks
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Read

CHUNK = 500


def bank_facts(read: Read, fingerprints: Sequence[str], days: Sequence[date], sha: str | None) -> BankFacts:
    """The facts for a statement whose lines have these fingerprints and days; `sha` is the digest of its file."""
    return BankFacts(
        today=read.day.today,
        invoices=_open_invoices(read),
        parties=parties(read),
        known=_known(read, fingerprints),
        by_hand=_by_hand(read, min(days), max(days)) if days else (),
        own_accounts=frozenset(own_accounts(read)),
        covered_to=read.first(select(func.max(col(BankImport.covers_to)))),
        seen=sha is not None and read.first(select(col(BankImport.id)).where(col(BankImport.sha) == sha)) is not None,
    )


def own_accounts(read: Read) -> list[str]:
    """The numbers of our own accounts."""
    return read.all(select(col(OwnAccount.account)).order_by(col(OwnAccount.id)))


def parties(read: Read, inn: str | None = None) -> Parties:
    """Whose INNs are whose; of one INN only, where it is given."""
    clients = select(col(Client.inn), col(Client.id)).where(col(Client.inn).is_not(None))
    payers = select(col(Payer.inn), col(Payer.client_id))
    if inn is not None:
        clients, payers = clients.where(col(Client.inn) == inn), payers.where(col(Payer.inn) == inn)
    return Parties(_grouped(read, clients), _grouped(read, payers))


def _grouped(read: Read, wanted: Select[Any, Any]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for inn, client_id in read.session.execute(wanted):
        if inn:
            found[inn] = found.get(inn, frozenset()) | {client_id}
    return found


def _open_invoices(read: Read) -> list[OpenInvoice]:
    wanted = select(
        col(Invoice.id),
        col(Invoice.client_id),
        func.coalesce(col(Invoice.number), ""),
        col(Invoice.period),
        col(Invoice.issued_on),
        col(Invoice.due_on),
        col(Invoice.sum) - col(Invoice.paid),
    ).where(col(Invoice.open))
    return [OpenInvoice(*row) for row in read.session.execute(wanted)]


def _known(read: Read, fingerprints: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    for chunk in chunks(fingerprints, CHUNK):
        found.update(read.all(select(col(BankLine.fingerprint)).where(col(BankLine.fingerprint).in_(chunk))))
    return frozenset(found)


def _by_hand(read: Read, first: date, last: date) -> list[HandPayment]:
    wanted = select(col(Payment.client_id), col(Payment.sum), col(Payment.paid_on), col(Payment.number)).where(
        col(Payment.bank_line_id).is_(None), col(Payment.paid_on).between(first, last)
    )
    return [HandPayment(*row) for row in read.session.execute(wanted.order_by(col(Payment.id)))]


def invoices_by_id(read: Read, ids: Sequence[int]) -> dict[int, Invoice]:
    """Invoices to be changed, by id."""
    found: dict[int, Invoice] = {}
    for chunk in chunks(ids, CHUNK):
        found.update((row.id, row) for row in read.all(select(Invoice).where(col(Invoice.id).in_(chunk))))
    return found


def owed_by(read: Read, client_id: int) -> list[Invoice]:
    """A client's open invoices, the oldest first."""
    wanted = select(Invoice).where(col(Invoice.client_id) == client_id, col(Invoice.open))
    return read.all(wanted.order_by(col(Invoice.due_on), col(Invoice.issued_on), col(Invoice.id)))


def same_payment(read: Read, client_id: int, sum: Money, on: date, number: str | None) -> Payment | None:
    """A payment of that client, sum and day that may be the same: of that number, or the bank's where none is given."""
    wanted = select(Payment).where(
        col(Payment.client_id) == client_id, col(Payment.sum) == sum, col(Payment.paid_on) == on
    )
    from_bank = col(Payment.bank_line_id).is_not(None)
    same = (
        from_bank
        if number is None
        else or_(col(Payment.number) == number, and_(from_bank, col(Payment.number).is_(None)))
    )
    return read.first(wanted.where(same).order_by(col(Payment.id)))


def last_payment(read: Read, client_id: int) -> Money | None:
    """The sum of a client's newest payment, in kopecks."""
    wanted = select(col(Payment.sum)).where(col(Payment.client_id) == client_id)
    return read.first(wanted.order_by(col(Payment.paid_on).desc(), col(Payment.id).desc()))


def payment_of(read: Read, bank_line_id: int, client_id: int) -> Payment | None:
    """The payment that a bank line is for a client."""
    wanted = select(Payment).where(col(Payment.bank_line_id) == bank_line_id, col(Payment.client_id) == client_id)
    return read.first(wanted.order_by(col(Payment.id)))
