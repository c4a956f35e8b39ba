"""The Russian words of requests, by stored value: rules, actions, cards and lists say the same. Plain text alone."""

from datetime import date, datetime

from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_short

KINDS = {
    "tech": "техника",
    "billing": "счета и оплата",
    "training": "обучение",
    "install": "монтаж",
    "claim": "претензия",
    "sales": "продажи",
    "other": "другое",
}
SEVERITIES = {"stop": "работа стоит", "degraded": "работает плохо", "question": "вопрос"}
STATES = {
    "new": "новое",
    "in_work": "в работе",
    "waiting_client": "ждём клиента",
    "waiting_dept": "ждём отдел",
    "resolved": "решено",
    "reopened": "открыто снова",
    "closed": "закрыто",
    "duplicate": "дубль",
}
DEPTS = {
    "support": "техподдержка",
    "sales": "отдел продаж",
    "law": "юристы",
    "accounting": "бухгалтерия",
    "warehouse": "склад",
    "crew": "монтажники",
    "marketing": "маркетинг",
    "head": "руководство",
}
HANDOVER_STATES = {
    "draft": "черновик",
    "sent": "передано",
    "acknowledged": "принято отделом",
    "answered": "есть ответ",
    "told_client": "клиенту сообщили",
    "returned": "вернули, не хватает данных",
    "closed": "закрыто",
}
CONFLICT_SEVERITIES = {"critical": "критичный", "high": "важный", "normal": "обычный"}
CONFLICT_STATES = {
    "open": "открыт",
    "contacted": "поговорили",
    "offer": "предложили решение",
    "agreed": "договорились",
    "closed": "закрыт",
    "escalated": "передан в претензии",
}
PROPOSAL_STATES = {"offered": "ждём решения", "accepted": "принято", "declined": "отказались"}

BRIEF = 90


def brief(text: str, limit: int = BRIEF) -> str:
    """A text in one line, cut at a word where it is longer than `limit`."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return f"{line[:limit].rpartition(' ')[0] or line[:limit]}…"


def until(moment: datetime, today: date) -> str:
    """A moment as people say a deadline: `10:05` of today, `25.11 12:00` of another day."""
    here = local(moment)
    return f"{here:%H:%M}" if here.date() == today else f"{day_short(here.date())} {here:%H:%M}"
