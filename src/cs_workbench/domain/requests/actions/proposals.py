"""A proposal that answers a request: options with their prices, and what the client chose (row 20.3)."""

from collections.abc import Mapping

from cs_workbench.domain.requests.actions.course import CLIENT
from cs_workbench.domain.requests.checks import forbidden, named, request_in_work
from cs_workbench.domain.requests.options import chosen_of, parse_options
from cs_workbench.domain.requests.records import (
    Proposal,
    ProposalRef,
    ProposalState,
    Request,
    RequestRef,
    RequestState,
)
from cs_workbench.domain.requests.repository.course import offered_proposal
from cs_workbench.domain.requests.steps import move
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome, Phrase
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Line, Text, YesNo
from cs_workbench.kernel.text import count
from cs_workbench.storage.unit import Read, Work

ANSWER_BD = 2
"""Business days in which a client decides."""


class Propose(Action):
    """Options offered for a request, each with its price, apart by lines or «;»."""

    facts = Facts(
        "requests.propose",
        "Сделать предложение",
        ("20.3",),
        phrases=(Phrase("предложение", "options"), Phrase("предложить", "options")),
    )

    request: RequestRef
    options: Text

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "request", _free)

    def apply(self, work: Work) -> Outcome:
        request = _free(work, self.request)
        options = parse_options(self.options)
        answer_by = work.day.bd(ANSWER_BD)
        work.add(
            Proposal(
                request_id=request.id,
                client_id=request.client_id,
                options="\n".join(map(str, options)),
                offered_on=work.day.today,
                answer_by=answer_by,
            )
        )
        move(request, RequestState.WAITING_CLIENT, work.now, waiting_for=CLIENT, expected_at=answer_by)
        offered = count(len(options), "вариант", "варианта", "вариантов")
        return Outcome(f"{named(request)}: предложено {offered}, ответ ждём до {day_text(answer_by)}.")


def _free(read: Read, number: int) -> Request:
    """A request in work that has no proposal without an answer; refused otherwise."""
    request = request_in_work(read, number)
    if waiting := offered_proposal(read, request.id):
        said = f"Предложение от {day_text(waiting.offered_on)} ещё без ответа: сначала запишите ответ клиента."
        raise Refusal("already", said, "request")
    return request


class ProposalAnswer(Action):
    """What the client said: accepted, with the option chosen by number or word, or declined."""

    facts = Facts(
        "requests.proposal_answer",
        "Ответ на предложение",
        ("20.3",),
        phrases=(Phrase("выбрали", "chosen", accepted="да"),),
    )

    proposal: ProposalRef
    accepted: YesNo
    chosen: Line | None = None

    @classmethod
    def refusal(cls, read: Read, subject: Mapping[str, int]) -> Refusal | None:
        return forbidden(read, subject, "proposal", _offered)

    def apply(self, work: Work) -> Outcome:
        proposal = _offered(work, self.proposal)
        if not self.accepted and self.chosen is not None:
            raise Refusal("declined", "Клиент отказался: выбранного варианта нет.", "chosen")
        proposal.answered_on = work.day.today
        request = work.get(Request, proposal.request_id)
        if request.open and request.state != RequestState.RESOLVED:
            move(request, RequestState.IN_WORK, work.now, next_at=work.now)
        if not self.accepted:
            proposal.state = ProposalState.DECLINED
            return Outcome(f"{named(request)}: от предложения отказались.")
        proposal.state, proposal.chosen = ProposalState.ACCEPTED, chosen_of(proposal.options.split("\n"), self.chosen)
        done = FollowUp("requests.resolve", {"request": request.id, "result": proposal.chosen}, "Обращение решено")
        return Outcome(f"{named(request)}: выбрали «{proposal.chosen}».", (done,))


def _offered(read: Read, number: int) -> Proposal:
    """A proposal without an answer; refused otherwise."""
    proposal = read.get(Proposal, number)
    if proposal.state != ProposalState.OFFERED:
        raise Refusal("already", "На это предложение уже ответили.", "proposal")
    return proposal


PROPOSALS: tuple[type[Action], ...] = (Propose, ProposalAnswer)
