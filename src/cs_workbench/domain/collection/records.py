"""Records of collection: calls about a debt, promises, holds, steps of the ladder (row 2.1)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from sqlalchemy import Index

from cs_workbench.kernel.fields import RefTo
from cs_workbench.kernel.money import Money
from cs_workbench.storage.record import (
    Record,
    choice,
    day,
    long_text,
    moment,
    money,
    one_of,
    open_index,
    positive,
    ref,
    table_args,
)

CallRef = Annotated[int, RefTo("call_attempt")]
PromiseRef = Annotated[int, RefTo("promise")]
HoldRef = Annotated[int, RefTo("hold")]


class CallOutcome(StrEnum):
    """How a call about a debt ended; the digit that answers it is its place here, from 1."""

    NO_ANSWER = "no_answer"
    BUSY = "busy"
    CALL_BACK = "call_back"
    PROMISED = "promised"
    SAYS_PAID = "says_paid"
    LOST_INVOICE = "lost_invoice"
    DISPUTES = "disputes"
    WRONG_PERSON = "wrong_person"
    REFUSES = "refuses"


class PromiseState(StrEnum):
    """Decided by money. An `open` promise whose day passed without it is broken: `repository/promises.py` says so."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY_KEPT = "partly_kept"
    BROKEN = "broken"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"


class HoldState(StrEnum):
    """A hold stands until it is lifted or its last day passes."""

    OPEN = "open"
    LIFTED = "lifted"


class StepKind(StrEnum):
    """A step of the ladder taken, or forced up by a refusal to pay."""

    TAKEN = "taken"
    RAISED = "raised"


class CallAttempt(Record, table=True):
    """A call about the sum `debt`, `at` a moment of the local day `on`; `spoke` says that somebody answered.

    `quiet_until` (UTC) is the moment until which nobody need call again. The newest call by `at` decides.
    """

    title = "Звонок"
    __table_args__ = table_args(
        one_of("outcome", CallOutcome),
        Index("ix_call_attempt_client_id_at", "client_id", "at"),
        Index("ix_call_attempt_on_outcome", "on", "outcome"),
    )

    client_id: int = ref("client", index=False)
    contact_id: int | None = ref("contact", default=None)
    at: datetime = moment()
    on: date = day()
    outcome: CallOutcome = choice(CallOutcome)
    spoke: bool
    text: str = long_text(default="")
    callback_at: datetime | None = moment(default=None)
    callback_on: date | None = day(default=None)  # the local day of `callback_at`
    check_on: date | None = day(default=None)  # "says he paid": the day to look into the bank
    quiet_until: datetime = moment()
    silent_days: int = 0  # days in a row on which nobody answered, this one among them
    debt: Money = money()
    author: str


class Promise(Record, table=True):
    """A client's promise to pay `sum` on `on`, given at `made_at` of the local day `made_on`.

    `received` counts money that came from then to `on`, `received_late` after it, up to the sum. `broken_from` is the
    business day after `on`: from then an open promise is broken. `awaited` says that its money has not come in whole
    yet, that the debt still stands and that no later promise took its place. `promising.py` keeps all of them.
    """

    title = "Обещание"
    __table_args__ = table_args(
        one_of("state", PromiseState),
        positive("sum"),
        Index("ix_promise_client_id_id", "client_id", "id"),
        open_index("ix_promise_open", ("client_id", "on"), "state = 'open'"),
        open_index("ix_promise_awaited", ("broken_from",), "awaited = 1"),
    )

    client_id: int = ref("client", index=False)
    call_id: int | None = ref("call_attempt", default=None)
    made_at: datetime = moment()
    made_on: date = day()
    last_payment: int = 0  # the id of the client's newest payment that was recorded before it was given
    on: date = day()
    broken_from: date = day()
    sum: Money = money()
    received: Money = money(default=Money(0))
    received_late: Money = money(default=Money(0))
    state: PromiseState = choice(PromiseState, default=PromiseState.OPEN)
    awaited: bool = True
    reason: str | None = None


class Hold(Record, table=True):
    """A stop on calls about a client's debt or one invoice, with its reason; without `until` it stands until lifted.

    One that stands for a dispute names its `conflict_id` and is lifted when that closes.
    """

    title = "Пауза взыскания"
    __table_args__ = table_args(
        one_of("state", HoldState), open_index("ix_hold_open", ("client_id",), "state = 'open'")
    )

    client_id: int = ref("client")
    invoice_id: int | None = ref("invoice", default=None)
    reason: str = long_text()
    until: date | None = day(default=None)
    state: HoldState = choice(HoldState, default=HoldState.OPEN)
    created_on: date = day()
    next_at: date | None = day(default=None)
    waiting_for: str | None = None
    expected_at: date | None = day(default=None)
    no_next_reason: str | None = None
    conflict_id: int | None = ref("conflict", default=None)


class LadderStep(Record, table=True):
    """A step of the ladder for the debt due on `debt_since`: 2 a letter, 3 a warning, 4 the head and the lawyers."""

    title = "Ступень взыскания"
    __table_args__ = table_args(one_of("kind", StepKind))

    client_id: int = ref("client")
    level: int
    kind: StepKind = choice(StepKind)
    on: date = day()
    debt_since: date = day()
