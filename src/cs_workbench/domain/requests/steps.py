"""How a request comes into a state: what it waited for, its next step and its end go, and the new ones stand.

Every action that changes a request's state does it through `move`, so that no column tells of a state that has gone.
"""

from datetime import date, datetime

from cs_workbench.domain.requests.records import Request, RequestState
from cs_workbench.domain.tasks.steps import set_moment
from cs_workbench.kernel.hours import morning

ENDED = (RequestState.RESOLVED, RequestState.CLOSED)


def move(
    request: Request,
    state: RequestState,
    now: datetime,
    *,
    next_at: datetime | None = None,
    waiting_for: str | None = None,
    expected_at: date | None = None,
) -> None:
    """Bring a request into a state, with its next step or with whom it waits for until when."""
    request.state = state
    request.open = state in Request.open_states
    set_moment(request, next_at)
    request.waiting_for, request.expected_at = waiting_for, expected_at
    request.no_next_reason = None
    request.closed_at = None if request.open else now
    if state == RequestState.RESOLVED:
        request.resolved_at = now
    elif state not in ENDED:
        request.resolved_at, request.result = None, ""


def wait(request: Request, state: RequestState, now: datetime, waiting_for: str, day: date) -> None:
    """Bring a request into a wait: on that day it comes back by itself."""
    move(request, state, now, next_at=morning(day), waiting_for=waiting_for, expected_at=day)
