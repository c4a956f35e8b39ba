"""Records of requests: the request itself, its handovers to departments, conflicts and proposals."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from sqlalchemy import CheckConstraint, Index

from cs_workbench.domain.clients.records import Channel, Dept
from cs_workbench.kernel.fields import RefTo
from cs_workbench.storage.record import (
    Record,
    choice,
    day,
    long_text,
    moment,
    one_of,
    open_index,
    ref,
    table_args,
)

RequestRef = Annotated[int, RefTo("request")]
HandoverRef = Annotated[int, RefTo("handover")]
ConflictRef = Annotated[int, RefTo("conflict")]
ProposalRef = Annotated[int, RefTo("proposal")]


class RequestKind(StrEnum):
    """What a request is about."""

    TECH = "tech"
    BILLING = "billing"
    TRAINING = "training"
    INSTALL = "install"
    CLAIM = "claim"
    SALES = "sales"
    OTHER = "other"


class RequestSeverity(StrEnum):
    """How bad it is for the client: work has stopped, goes badly, or it only asks."""

    STOP = "stop"
    DEGRADED = "degraded"
    QUESTION = "question"


class RequestState(StrEnum):
    """Where a request stands; all but `closed` and `duplicate` are open."""

    NEW = "new"
    IN_WORK = "in_work"
    WAITING_CLIENT = "waiting_client"
    WAITING_DEPT = "waiting_dept"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    CLOSED = "closed"
    DUPLICATE = "duplicate"


class HandoverState(StrEnum):
    """Where a question to a department stands; `returned`: it sent the question back for want of facts."""

    DRAFT = "draft"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    TOLD_CLIENT = "told_client"
    RETURNED = "returned"
    CLOSED = "closed"


class ConflictSeverity(StrEnum):
    """How much is at stake."""

    CRITICAL = "critical"
    HIGH = "high"
    NORMAL = "normal"


class ConflictState(StrEnum):
    """Where a conflict stands; all but `closed` and `escalated` are open."""

    OPEN = "open"
    CONTACTED = "contacted"
    OFFER = "offer"
    AGREED = "agreed"
    CLOSED = "closed"
    ESCALATED = "escalated"


class ProposalState(StrEnum):
    """What a client said of a proposal."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Request(Record, table=True):
    """What a client, or an unknown caller, asked for.

    `due_at` is until when it must be taken (rule RQ-NEW), `due_on` the local day of it. `next_at` is the moment of its
    next step, `next_on` the local day of that; while it waits, `waiting_for` says for whom and `expected_at` until
    which day. `told_at`: the client knows the result. `owner` is the user who keeps it. `open` is every state but
    closed and duplicate. `text_key` is the folded text for search.
    """

    title = "Обращение"
    open_states: ClassVar[frozenset[str]] = frozenset(set(RequestState) - {RequestState.CLOSED, RequestState.DUPLICATE})
    __table_args__ = table_args(
        one_of("kind", RequestKind),
        one_of("severity", RequestSeverity),
        one_of("channel", Channel),
        one_of("state", RequestState),
        CheckConstraint("open = (state NOT IN ('closed', 'duplicate'))", name="open"),
        Index("ix_request_phone", "phone"),
        Index("ix_request_received_at", "received_at"),
        Index("ix_request_closed_at", "closed_at"),
        open_index("ix_request_open", ("state", "next_on"), "open = 1"),
    )

    client_id: int | None = ref("client", default=None)
    contact_id: int | None = ref("contact", default=None)
    phone: str | None = None
    channel: Channel = choice(Channel, default=Channel.CALL)
    kind: RequestKind = choice(RequestKind)
    severity: RequestSeverity = choice(RequestSeverity, default=RequestSeverity.QUESTION)
    text: str = long_text()
    text_key: str = long_text()
    state: RequestState = choice(RequestState, default=RequestState.NEW)
    open: bool = True
    owner: str
    received_at: datetime = moment()
    received_on: date = day()
    due_at: datetime = moment()
    due_on: date = day()
    next_at: datetime | None = moment(default=None)
    next_on: date | None = day(default=None)
    waiting_for: str | None = None
    expected_at: date | None = day(default=None)
    no_next_reason: str | None = None
    result: str = long_text(default="")
    resolved_at: datetime | None = moment(default=None)
    told_at: datetime | None = moment(default=None)
    closed_at: datetime | None = moment(default=None)
    reopened: int = 0
    duplicate_of: int | None = ref("request", default=None)


class Handover(Record, table=True):
    """A question of a request to a department. `package` is the text that was sent; `missing` names the facts that
    it lacked, by commas (`incomplete` then).

    `expected_at` is until when an answer is expected (rule HO-WAIT), `expected_on` its local day; `answered_on` the
    local day of the answer, on which the client is told (rule HO-TELL).
    """

    title = "Передача отделу"
    open_states: ClassVar[frozenset[str]] = frozenset(
        {HandoverState.DRAFT, HandoverState.SENT, HandoverState.ACKNOWLEDGED, HandoverState.ANSWERED}
    )
    __table_args__ = table_args(
        one_of("dept", Dept),
        one_of("state", HandoverState),
        open_index("ix_handover_sent", ("expected_at",), "state IN ('sent', 'acknowledged')"),
        open_index("ix_handover_answered", ("answered_on",), "state = 'answered'"),
    )

    request_id: int = ref("request")
    client_id: int | None = ref("client", default=None)
    dept: Dept = choice(Dept)
    person: str | None = None
    package: str = long_text()
    missing: str = long_text(default="")
    incomplete: bool = False
    state: HandoverState = choice(HandoverState, default=HandoverState.SENT)
    sent_at: datetime = moment()
    sent_on: date = day()
    expected_at: datetime = moment()
    expected_on: date = day()
    answer: str = long_text(default="")
    answered_at: datetime | None = moment(default=None)
    answered_on: date | None = day(default=None)
    told_at: datetime | None = moment(default=None)


class Conflict(Record, table=True):
    """A disagreement with a client (row 1.7). `contact_by` is until when a critical one is first spoken about,
    `contact_on` its local day; `next_at` is the moment of the next step, `next_on` its local day. `mood` is of the
    last talk, −2…2.
    """

    title = "Конфликт"
    open_states: ClassVar[frozenset[str]] = frozenset(
        {ConflictState.OPEN, ConflictState.CONTACTED, ConflictState.OFFER, ConflictState.AGREED}
    )
    __table_args__ = table_args(
        one_of("severity", ConflictSeverity),
        one_of("state", ConflictState),
        CheckConstraint("open = (state NOT IN ('closed', 'escalated'))", name="open"),
        CheckConstraint("mood BETWEEN -2 AND 2", name="mood"),
        open_index("ix_conflict_open", ("client_id",), "open = 1"),
    )

    client_id: int = ref("client")
    severity: ConflictSeverity = choice(ConflictSeverity)
    demand: str = long_text()
    our_position: str = long_text(default="")
    state: ConflictState = choice(ConflictState, default=ConflictState.OPEN)
    open: bool = True
    opened_at: datetime = moment()
    opened_on: date = day()
    contact_by: datetime = moment()
    contact_on: date = day()
    contacted_at: datetime | None = moment(default=None)
    next_step: str
    next_at: datetime = moment()
    next_on: date = day()
    mood: int | None = None
    outcome: str = long_text(default="")
    closed_at: datetime | None = moment(default=None)

    @property
    def step_bd(self) -> int:
        """Within how many business days its next step must come: one for a critical one, two for others (row 1.7)."""
        return 1 if self.severity == ConflictSeverity.CRITICAL else 2


class Proposal(Record, table=True):
    """Options with their prices that answer a request (row 20.3); `options` holds one on a line. The client's answer
    is expected by `answer_by` (rule PO-ANS).
    """

    title = "Предложение"
    __table_args__ = table_args(
        one_of("state", ProposalState),
        open_index("ix_proposal_offered", ("answer_by",), "state = 'offered'"),
    )

    request_id: int = ref("request")
    client_id: int | None = ref("client", default=None)
    options: str = long_text()
    state: ProposalState = choice(ProposalState, default=ProposalState.OFFERED)
    offered_on: date = day()
    answer_by: date = day()
    answered_on: date | None = day(default=None)
    chosen: str | None = None
