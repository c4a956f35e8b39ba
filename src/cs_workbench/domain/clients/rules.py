"""What is due of clients themselves: needs to learn, sites to ask about, warranties that end, clients without an owner
(rows 1.4, 1.5, 1.6, 20.1).

The selects of `repository/duties.py` say what stands; the functions here word it. They import the kernel alone.
"""

from datetime import date
from typing import NamedTuple

from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.rule import Duty, Line, Rule, Tier
from cs_workbench.kernel.text import count
from cs_workbench.kernel.today import Today

UNTOUCHED_DAYS = 45
"""Calendar days without a touch, after which nobody's client is thought of (row 20.1)."""

CATEGORIES = {
    "barrier": "шлагбаум",
    "turnstile": "турникет",
    "camera": "камера",
    "controller": "контроллер",
    "server": "сервер",
    "intercom": "домофон",
    "other": "другое оборудование",
}


class NeedsFacts(NamedTuple):
    """How much of the questions is answered, 0…100."""

    filled_pct: int


class SiteFacts(NamedTuple):
    """The site, what was said of its readiness last, and how often its day was put off."""

    site: str
    state: str
    expected_on: date | None
    slips: int
    reason: str | None


class WarrantyFacts(NamedTuple):
    """The thing whose warranty ends, and where it stands."""

    category: str
    vendor: str | None
    model: str | None
    serial: str | None
    site: str


class NobodysFacts(NamedTuple):
    """The last day on which anybody spoke with the client."""

    last_touch: date


def asset_name(category: str, vendor: str | None, model: str | None, serial: str | None = None) -> str:
    """A piece of equipment in words: `шлагбаум CAME G4000 № 12AB`."""
    known = [word for word in (vendor, model) if word]
    return " ".join([CATEGORIES[category], *known, *([f"№ {serial}"] if serial else [])])


def np_empty(duty: Duty, facts: NeedsFacts, today: Today) -> Line:
    """Needs that nobody has asked about, or not to the end."""
    asked = "спросить остальное" if facts.filled_pct else "задать вопросы знакомства"
    why = f"Клиент добавлен {day_text(duty.since)}, анкета потребностей заполнена на {facts.filled_pct} %."
    return Line(
        f"Потребности: {asked} (известно {facts.filled_pct} %)",
        f"{why} Спросить: {day_text(duty.due)}.",
        "ответы записаны (пока не все — до следующего вопроса через 5 рабочих дней) или анкета не нужна",
    )


def sr_ready(duty: Duty, facts: SiteFacts, today: Today) -> Line:
    """The readiness of a site: not known, promised and near, or confirmed and past."""
    said = {"unknown": "срок неизвестен", "promised": "обещана", "confirmed": "подтверждена"}[facts.state]
    if facts.expected_on is None:
        text = f"Узнать, когда будет готова площадка «{facts.site}»"
    else:
        said += f" к {day_text(facts.expected_on)}"
        ahead = facts.expected_on > today.today
        text = f"Площадка «{facts.site}»: {'подтвердить готовность' if ahead else 'готова ли'}, {said}"
    why = f"Готовность площадки «{facts.site}»: {said}; спросить {day_text(duty.due)}."
    if facts.slips:
        times = count(facts.slips, "раз", "раза", "раз")
        text += f" — срок переносили {times}"
        why += f" Перенос срока: {times}" + (f", последний — {facts.reason}." if facts.reason else ".")
    return Line(text, why, "готовность подтверждена, перенесена или площадка готова")


def as_war(duty: Duty, facts: WarrantyFacts, today: Today) -> Line:
    """A warranty that ends within thirty days, or has ended, and nobody has spoken about it."""
    thing = asset_name(facts.category, facts.vendor, facts.model, facts.serial)
    ends = "заканчивается" if duty.due >= today.today else "закончилась"
    return Line(
        f"Гарантия {ends} {day_text(duty.due)}: {thing}, {facts.site}",
        f"{thing[0].upper()}{thing[1:]} на объекте «{facts.site}»: гарантия до {day_text(duty.due)}.",
        "отмечено, что о гарантии поговорили",
    )


def uc_tch(duty: Duty, facts: NobodysFacts, today: Today) -> Line:
    """A client for whom nobody answers and with whom nobody has spoken for long."""
    days = count((today.today - facts.last_touch).days, "день", "дня", "дней")
    owes = f", долг {duty.amount.short()}" if duty.amount > 0 else ""
    return Line(
        f"Ничей клиент, {days} без касания{owes}: поговорить или закрепить",
        f"Менеджера нет, последнее касание — {day_text(facts.last_touch)}; здоровье {duty.health}.",
        "разговор записан или клиент закреплён за менеджером",
    )


_SITE = ("clients.set_readiness", "clients.log_talk")
_READY = ("Готовность площадки", ("1.6",), "site")

RULES = (
    Rule("SR-READY", Tier.PROMISED, "promised", *_READY, "sr_slipped", sr_ready, _SITE),
    Rule("SR-READY", Tier.PAPERS, "clients", *_READY, "sr_ready", sr_ready, _SITE),
    Rule(
        "NP-EMPTY",
        Tier.PAPERS,
        "clients",
        "Потребности не выяснены",
        ("1.4", "14.3"),
        "client",
        "np_empty",
        np_empty,
        ("clients.record_needs", "clients.needs_not_needed", "clients.log_talk"),
    ),
    Rule(
        "AS-WAR",
        Tier.PAPERS,
        "clients",
        "Заканчивается гарантия",
        ("1.5", "14.3"),
        "asset",
        "as_war",
        as_war,
        ("clients.warranty_told", "clients.log_talk"),
    ),
    Rule(
        "UC-TCH",
        Tier.GROWTH,
        "growth",
        "Ничей клиент без касания",
        ("20.1",),
        "client",
        "uc_tch",
        uc_tch,
        ("clients.log_talk", "clients.assign_manager"),
        daily=3,
        handled="uc_handled",
    ),
)
