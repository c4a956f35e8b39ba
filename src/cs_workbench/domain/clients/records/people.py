"""Records of people: the client and who speaks for it, our colleagues, what was said and signed.

What a client has stands in `objects.py`, what it needs in `needs.py`; its debt and health are derived
(`domain/standing.py`).
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from sqlalchemy import Index

from cs_workbench.kernel.fields import RefTo
from cs_workbench.storage.record import Record, choice, day, long_text, moment, one_of, open_index, ref, table_args

ClientRef = Annotated[int, RefTo("client")]
ContactRef = Annotated[int, RefTo("contact")]


class ClientKind(StrEnum):
    """What kind of party a client is; a person is a consumer in law."""

    COMPANY = "company"
    ENTREPRENEUR = "entrepreneur"
    PERSON = "person"


class ClientState(StrEnum):
    """Whether somebody answers for the client; `touched`: nobody does, and somebody has spoken with it (row 20.1)."""

    UNASSIGNED = "unassigned"
    TOUCHED = "touched"
    ASSIGNED = "assigned"


class Dept(StrEnum):
    """Departments that a colleague may belong to."""

    SUPPORT = "support"
    SALES = "sales"
    LAW = "law"
    ACCOUNTING = "accounting"
    WAREHOUSE = "warehouse"
    CREW = "crew"
    MARKETING = "marketing"
    HEAD = "head"


class Channel(StrEnum):
    """How a talk was held or a paper was sent."""

    CALL = "call"
    MAIL = "mail"
    CHAT = "chat"
    VISIT = "visit"


class Client(Record, table=True):
    """A client. `name_key` is the folded name for search and order.

    `phone` and `email` are the firm's own, beside its contacts'. `needs_ask_on` is the day on which its needs are
    asked about (again), empty once they are known or not needed; `assigned_on` the day on which its manager took it.
    """

    title = "Клиент"
    __table_args__ = table_args(
        one_of("kind", ClientKind),
        one_of("state", ClientState),
        Index("ix_client_name_key", "name_key"),
        Index("uq_client_inn_kpp", "inn", "kpp", unique=True),
        Index("ix_client_phone", "phone"),
        open_index("ix_client_needs", ("needs_ask_on",), "needs_ask_on IS NOT NULL"),
        open_index("ix_client_nobodys", ("id",), "manager IS NULL"),
        Index("ix_client_assigned_on", "assigned_on"),
    )

    name: str
    name_key: str
    inn: str | None = None
    kpp: str | None = None
    kind: ClientKind = choice(ClientKind, default=ClientKind.COMPANY)
    state: ClientState = choice(ClientState, default=ClientState.UNASSIGNED)
    phone: str | None = None
    email: str | None = None
    manager: str | None = None
    source: str | None = None
    do_not_call: bool = False
    created_on: date = day()
    created_at: datetime = moment()
    needs_ask_on: date | None = day(default=None)
    assigned_on: date | None = day(default=None)


class Contact(Record, table=True):
    """A person who speaks for a client. `wrong`: it turned out to be somebody else (outcome 8 of a call)."""

    title = "Контакт"
    __table_args__ = table_args(Index("ix_contact_phone", "phone"))

    client_id: int = ref("client")
    name: str
    name_key: str
    role: str | None = None
    phone: str | None = None
    email: str | None = None
    primary: bool = False
    wrong: bool = False
    created_at: datetime = moment()


class Colleague(Record, table=True):
    """Somebody of our own firm."""

    title = "Коллега"
    __table_args__ = table_args(one_of("dept", Dept))

    name: str
    name_key: str
    dept: Dept = choice(Dept)
    phone: str | None = None
    email: str | None = None


class Note(Record, table=True):
    """A free remark on a client. `text_key` is its folded text for search."""

    title = "Заметка"
    __table_args__ = table_args()

    client_id: int = ref("client")
    text: str = long_text()
    author: str
    created_at: datetime = moment()
    text_key: str = long_text(default="")


class Talk(Record, table=True):
    """A talk that is not about a debt; it counts as a touch."""

    title = "Разговор"
    __table_args__ = table_args(one_of("channel", Channel), Index("ix_talk_on", "on"))

    client_id: int = ref("client")
    contact_id: int | None = ref("contact", default=None)
    channel: Channel = choice(Channel, default=Channel.CALL)
    text: str = long_text()
    at: datetime = moment()
    on: date = day()
    author: str


class Contract(Record, table=True):
    """A contract signed: what starts the cloud and the training (row 6.1)."""

    title = "Договор"
    __table_args__ = table_args(Index("uq_contract_client_id_number", "client_id", "number", unique=True))

    client_id: int = ref("client", index=False)
    number: str
    signed_on: date = day()
    file: str | None = None
