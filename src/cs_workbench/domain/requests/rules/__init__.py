"""What is due in requests: those not taken, next steps, answers waited for and to be told, conflicts, proposals
(rows 1.1, 1.2, 1.7, 20.3).

The selects of `repository/duties.py` say what stands; the functions of `lines.py` word it, in the words of
`wording.py`.
"""

from cs_workbench.domain.requests.rules.lines import (
    cf_critical,
    cf_open,
    ho_tell,
    ho_wait,
    po_ans,
    request_next,
    rq_close,
    rq_new,
    rq_new_stop,
    rq_next,
)
from cs_workbench.kernel.rule import Rule, Tier, Wording

TAKE = ("requests.take", "requests.hand_over", "requests.resolve", "requests.wait", "requests.mark_duplicate")
STEP = ("requests.resolve", "requests.hand_over", "requests.wait", "tasks.set_next")
CLOSE = ("requests.close", "tasks.set_next", "requests.reopen")
SPOKEN = ("requests.conflict_contacted", "requests.conflict_step", "requests.close_conflict")
CONFLICT = (*SPOKEN, "requests.escalate_conflict", "tasks.set_next")


def _rule(
    id: str,
    title: str,
    record: str,
    word: Wording,
    actions: tuple[str, ...],
    processes: tuple[str, ...],
    *,
    burning: bool = False,
    timed: bool = False,
) -> Rule:
    """A rule whose select is named as the function that words it."""
    tier, split = (Tier.BURNING, "burning") if burning else (Tier.PAPERS, "clients")
    return Rule(id, tier, split, title, processes, record, word.__code__.co_name, word, actions, timed)


RULES = (
    _rule("RQ-NEW", "Новое обращение: работа стоит", "request", rq_new_stop, TAKE, ("1.1",), burning=True),
    _rule("CF-OPEN", "Критичный конфликт", "conflict", cf_critical, CONFLICT, ("1.7",), burning=True, timed=True),
    _rule("RQ-NEW", "Новое обращение", "request", rq_new, TAKE, ("1.1",)),
    _rule("RQ-NEXT", "Следующий шаг по обращению", "request", rq_next, STEP, ("1.1", "20.3"), timed=True),
    _rule("RQ-NEXT", "Обращение решено: сообщить и закрыть", "request", rq_close, CLOSE, ("1.1", "20.3"), timed=True),
    _rule(
        "HO-WAIT",
        "Отдел не ответил в срок",
        "handover",
        ho_wait,
        ("requests.record_answer", "requests.return_handover", "requests.acknowledge"),
        ("1.2",),
        timed=True,
    ),
    _rule("HO-TELL", "Сообщить клиенту ответ", "handover", ho_tell, ("requests.tell_client",), ("1.2",)),
    _rule("CF-OPEN", "Конфликт", "conflict", cf_open, CONFLICT, ("1.7",), timed=True),
    _rule("PO-ANS", "Решение по предложению", "proposal", po_ans, ("requests.proposal_answer",), ("20.3",)),
    _rule(
        "NEXT",
        "Нет следующего шага",
        "request",
        request_next,
        ("tasks.set_next", "requests.resolve", "requests.hand_over", "requests.wait"),
        ("1.1",),
    ),
)
