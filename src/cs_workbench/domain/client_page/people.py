"""The people of a client's card: who speaks for it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import Contact
from cs_workbench.storage.unit import Read


@dataclass(frozen=True)
class ContactRow:
    """A contact, with its version for the form that corrects it; `wrong` turned out to be somebody else."""

    id: int
    rev: int
    name: str
    role: str
    phone: str
    email: str
    primary: bool
    wrong: bool


def people_of(read: Read, client_id: int) -> tuple[ContactRow, ...]:
    """The client's people: the main one first, those who turned out to be others last."""
    wanted = select(Contact).where(col(Contact.client_id) == client_id)
    rows = read.all(
        wanted.order_by(col(Contact.wrong), col(Contact.primary).desc(), col(Contact.name_key), col(Contact.id))
    )
    return tuple(
        ContactRow(one.id, one.rev, one.name, one.role or "", one.phone or "", one.email or "", one.primary, one.wrong)
        for one in rows
    )
