"""What is known of a client's needs: the questions of the first talk and what their answers come to (rows 1.4, 14.3).

`NeedsProfile.state`, `filled_pct` and `Client.needs_ask_on` are kept here alone.
"""

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client, NeedsProfile, NeedsState
from cs_workbench.kernel.today import Today
from cs_workbench.storage.unit import Read

FIRST_ASK_BD = 1
"""Business days after a client was added, when it is asked first."""

ASK_AGAIN_BD = 5
"""Business days after which what is missing is asked again."""

QUESTIONS = {
    "goals": "Чего хотите добиться?",
    "pains": "Что мешает сейчас?",
    "lanes": "Сколько проездов?",
    "users": "Сколько человек будет пользоваться?",
    "integration": "С чем связать: 1С, СКУД, домофон?",
    "decision_maker": "Кто принимает решение?",
    "source": "Откуда о нас узнали?",
    "equipment": "Какое оборудование уже стоит?",
}
"""The eight questions of «Знакомство». The answer to the last is the equipment on the client's sites, not a field."""

ANSWERS = tuple(name for name in QUESTIONS if name != "equipment")
"""The fields of the profile that hold an answer."""


def profile_of(read: Read, client_id: int) -> NeedsProfile | None:
    """A client's profile, where anybody has asked."""
    return read.first(select(NeedsProfile).where(col(NeedsProfile.client_id) == client_id))


def answered(profile: NeedsProfile) -> int:
    """How many questions have an answer in the profile."""
    return sum(getattr(profile, name) is not None for name in ANSWERS)


def settle_needs(client: Client, profile: NeedsProfile, today: Today) -> None:
    """Reckon what the profile's answers come to, and when the rest is asked about; what is not needed stays so."""
    known = answered(profile)
    profile.filled_pct = 100 * known // len(ANSWERS)
    if profile.state != NeedsState.NOT_NEEDED:
        whole = NeedsState.COMPLETE if known == len(ANSWERS) else NeedsState.PARTIAL
        profile.state = whole if known else NeedsState.EMPTY
    closed = profile.state in (NeedsState.COMPLETE, NeedsState.NOT_NEEDED)
    client.needs_ask_on = None if closed else today.bd(ASK_AGAIN_BD)
