"""Who pays for whom: a client's own INN, payers remembered for it, and what a person's match teaches (row 8.3)."""

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.billing.records import BankLine, OwnAccount, Payer
from cs_workbench.domain.billing.repository.candidates import parties
from cs_workbench.domain.clients.records import Client
from cs_workbench.kernel.errors import Refusal
from cs_workbench.storage.unit import Read, Work


def pays_for(read: Read, inn: str | None, client_id: int) -> bool:
    """Whether an INN is the client's own or its remembered payer's."""
    return bool(inn) and client_id in parties(read, inn).paying_for(inn or "")


def remember(work: Work, client: Client, inn: str) -> None:
    """Remember a payer by hand; another client's INN is asked about. Raises Refusal `same`, `already` or `own`."""
    if client.inn == inn:
        raise Refusal("same", f"Это ИНН самого клиента «{client.name}»: его платежи и так узнаются.", "inn")
    if is_ours(work, inn):
        raise Refusal("own", "Это наш собственный ИНН: плательщиком он не бывает.", "inn")
    if client.id in parties(work, inn).payers.get(inn, ()):
        raise Refusal("already", f"Этот плательщик уже записан за клиентом «{client.name}».", "inn")
    if other := owner(work, inn, client.id):
        work.ask(f"Это ИНН клиента «{other.name}». Он платит и за «{client.name}»?", "inn")
    work.add(Payer(client_id=client.id, inn=inn))


def doubt_payer(work: Work, line: BankLine, client: Client) -> None:
    """Ask where a line's payer is another client."""
    if not line.inn or pays_for(work, line.inn, client.id):
        return
    if other := owner(work, line.inn, client.id):
        work.ask(f"Платит другой клиент, «{other.name}». Зачислить его деньги за «{client.name}»?", "invoice")


def learn(work: Work, line: BankLine, client: Client) -> str:
    """Remember the payer of a line that a person gave to a client; says so, or nothing where nothing was learnt."""
    inn = line.inn
    if not inn or is_ours(work, inn) or pays_for(work, inn, client.id) or owner(work, inn, client.id):
        return ""
    work.add(Payer(client_id=client.id, inn=inn, name=line.counterparty or None))
    return f" Плательщик с ИНН {inn} запомнен: в следующий раз его узнаем."


def is_ours(read: Read, inn: str) -> bool:
    """Whether an INN is our own firm's."""
    return read.first(select(col(OwnAccount.id)).where(col(OwnAccount.inn) == inn)) is not None


def owner(read: Read, inn: str, but: int) -> Client | None:
    """Another client whose own INN it is."""
    return read.first(select(Client).where(col(Client.inn) == inn, col(Client.id) != but).order_by(col(Client.id)))
