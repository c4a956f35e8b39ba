"""Reads about calls: whom one calls, whom else, and how often nobody answered."""

from datetime import date

from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.domain.clients.records import Contact
from cs_workbench.domain.collection.records import CallAttempt, CallOutcome
from cs_workbench.storage.unit import Read


def right_contacts(read: Read, client_id: int) -> list[Contact]:
    """A client's contacts that are not marked as wrong, the primary one first."""
    wanted = select(Contact).where(col(Contact.client_id) == client_id, ~col(Contact.wrong))
    return read.all(wanted.order_by(col(Contact.primary).desc(), col(Contact.id)))


def usual_contact(read: Read, client_id: int) -> Contact | None:
    """Whom one calls: the primary contact, else the first that is not wrong; None where there is nobody."""
    return next(iter(right_contacts(read, client_id)), None)


def other_contact(read: Read, client_id: int, but: Contact | None) -> Contact | None:
    """Somebody else to call: a contact with a telephone, not `but`."""
    others = (one for one in right_contacts(read, client_id) if one.phone and (but is None or one.id != but.id))
    return next(others, None)


def tries_on(read: Read, client_id: int, day: date) -> int:
    """How many calls of a local day nobody answered."""
    wanted = select(func.count(col(CallAttempt.id))).where(
        col(CallAttempt.client_id) == client_id,
        col(CallAttempt.on) == day,
        col(CallAttempt.outcome) == CallOutcome.NO_ANSWER,
    )
    return read.first(wanted) or 0


def silent_since_answer(read: Read, client_id: int) -> list[date]:
    """The days on which nobody answered since somebody last did."""
    of_client = col(CallAttempt.client_id) == client_id
    answered = read.first(select(func.max(col(CallAttempt.at))).where(of_client, col(CallAttempt.spoke)))
    wanted = select(col(CallAttempt.on)).where(of_client, col(CallAttempt.outcome) == CallOutcome.NO_ANSWER)
    if answered is not None:
        wanted = wanted.where(col(CallAttempt.at) > answered)
    return read.all(wanted.distinct())
