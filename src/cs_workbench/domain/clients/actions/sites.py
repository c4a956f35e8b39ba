"""The places of a client and whether they are ready for work (row 1.6)."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlmodel import col

from cs_workbench.domain.clients.records import Client, ClientRef, Readiness, Site, SiteRef
from cs_workbench.kernel.action import Action, Facts, FollowUp, Outcome, Phrase
from cs_workbench.kernel.dates import day_text, day_words
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Day, Line, Text
from cs_workbench.kernel.text import count, fold
from cs_workbench.kernel.today import Today
from cs_workbench.storage.unit import Work

UNKNOWN_ASK_BD = 3
"""Business days after which an unknown readiness is asked about again."""

ASK_BEFORE_BD = 2
"""Business days before a promised day, on which it is asked about."""

FAR_DAYS = 365
"""Calendar days ahead after which a day is asked about."""

DATED = (Readiness.PROMISED, Readiness.CONFIRMED)


class AddSite(Action):
    """A place where a client's equipment stands or will stand; its readiness is asked about from the same day."""

    facts = Facts("clients.add_site", "Добавить объект", ("1.5", "1.6"), phrases=("объект",))

    client: ClientRef
    name: Line
    address: Line | None = None

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        of_client = col(Site.client_id) == client.id
        if same := work.first(select(Site).where(of_client, col(Site.name_key) == fold(self.name))):
            work.ask(f"Объект «{same.name}» (№ {same.id}) у клиента уже есть. Это другой?", "name")
        today = work.day.today
        site = work.add(
            Site(
                client_id=client.id,
                name=self.name,
                name_key=fold(self.name),
                address=self.address,
                ask_on=today,
                created_on=today,
            )
        )
        offers = (
            FollowUp("clients.set_readiness", {"site": site.id}, "записать, когда площадка будет готова"),
            FollowUp("clients.add_asset", {"site": site.id}, "записать, какое оборудование стоит"),
        )
        return Outcome(f"Объект «{site.name}» добавлен: {client.name}.", offers)


READINESS = (
    "готовность",
    *(Phrase(said, "reason", state="ready") for said in ("площадка готова", "объект готов", "готова площадка")),
)


class SetReadiness(Action):
    """What was said of a site's readiness. A day without a state is promised; a day put off needs its reason."""

    facts = Facts("clients.set_readiness", "Уточнить готовность", ("1.6",), phrases=READINESS)

    site: SiteRef
    state: Readiness | None = None
    expected: Day | None = None
    reason: Line | None = None
    blockers: Text | None = None

    def apply(self, work: Work) -> Outcome:
        site = work.get(Site, self.site)
        state = self._state(site)
        expected = self._expected(work, site, state)
        if put_off := _is_put_off(site, state, expected):
            if self.reason is None:
                raise Refusal("required", "Срок переносится: впишите, почему.", "reason")
            site.slips += 1
            site.slip_reason = self.reason
        elif self.reason is not None:
            work.warn("Причина записывается к переносу срока, а срок не сдвинулся.")
        site.state, site.expected_on = state, expected
        site.blockers = "" if state == Readiness.READY else self.blockers or site.blockers
        site.ask_on = next_ask(state, expected, work.day)
        return Outcome(_said(site, put_off=put_off))

    def _state(self, site: Site) -> Readiness:
        """The state meant; what contradicts it is refused."""
        if self.state is None and self.expected is None and self.blockers is None:
            raise Refusal("required", "Впишите, готова ли площадка, или день, к которому обещают.", "state")
        state = self.state or (Readiness.PROMISED if self.expected else site.state)
        if state == Readiness.UNKNOWN and self.expected is not None:
            raise Refusal("contradiction", "Если день известен, готовность обещана: исправьте состояние.", "state")
        if state == Readiness.READY and self.blockers is not None:
            said = "У готовой площадки препятствий нет: уберите их или выберите другое состояние."
            raise Refusal("contradiction", said, "blockers")
        return state

    def _expected(self, work: Work, site: Site, state: Readiness) -> date | None:
        """The day of readiness: a coming one where it is promised or confirmed, asked about where it is doubtful."""
        if state == Readiness.READY:
            return self._ready_since(work, site)
        if state not in DATED:
            return None
        if self.expected is None and (self.state == Readiness.PROMISED or site.expected_on is None):
            raise Refusal("required", "К какому дню? Впишите дату.", "expected")
        on = self.expected or site.expected_on
        assert on is not None
        if self.state is None and self.expected is None:
            return on  # only what stands in the way was told
        _check_day(work, on)
        return on

    def _ready_since(self, work: Work, site: Site) -> date | None:
        if self.expected is not None and self.expected > work.day.today:
            said = f"{day_text(self.expected)} ещё не наступило: такая готовность обещана, а не есть."
            raise Refusal("contradiction", said, "expected")
        return self.expected or site.expected_on


def _check_day(work: Work, on: date) -> None:
    today, calendar = work.day.today, work.day.calendar
    if on < today:
        raise Refusal("past", f"{day_text(on)} уже прошло: укажите сегодняшний или будущий день.", "expected")
    if on > today + timedelta(days=FAR_DAYS):
        work.ask(f"{day_text(on)} — дальше чем через {FAR_DAYS} дней. Дата верна?", "expected")
    if not calendar.is_business(on):
        nearest = day_words(calendar.next_bd(on))
        work.ask(f"{day_text(on)} — выходной, ближайший рабочий день — {nearest}. Оставить выходной?", "expected")


def _is_put_off(site: Site, state: Readiness, expected: date | None) -> bool:
    """Whether a day that was promised or confirmed is moved later, or taken back for no day at all."""
    if site.expected_on is None or state == Readiness.READY:
        return False
    return expected is None or expected > site.expected_on


def next_ask(state: Readiness, expected: date | None, today: Today) -> date | None:
    """When readiness is asked about next; None where there is nothing to ask.

    A promised day is asked about two business days before it and on it, a confirmed one on the business day after.
    """
    if state == Readiness.READY:
        return None
    if expected is None:
        return today.bd(UNKNOWN_ASK_BD)
    if state == Readiness.CONFIRMED:
        return today.calendar.add_bd(expected, 1)
    before = today.calendar.add_bd(expected, -ASK_BEFORE_BD)
    return before if before > today.today else expected


def _said(site: Site, *, put_off: bool) -> str:
    name = f"Площадка «{site.name}»"
    if site.state == Readiness.READY:
        return f"{name} готова."
    asked = f"спросим {day_text(site.ask_on)}" if site.ask_on else ""
    if site.expected_on is None:
        said = f"{name}: срок готовности неизвестен, {asked}."
    else:
        word = "подтверждена" if site.state == Readiness.CONFIRMED else "обещана"
        said = f"{name}: готовность {word}: {day_words(site.expected_on)}, {asked}."
    return f"{said} Срок переносят {count(site.slips, 'раз', 'раза', 'раз')}." if put_off else said
