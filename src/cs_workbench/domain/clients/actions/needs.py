"""What a client needs: the answers of the first talk, saved as they come, or a reason why they are not asked for
(rows 1.4, 14.3, 20.1).
"""

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError
from sqlalchemy import func, select
from sqlmodel import col

from cs_workbench.domain.clients.knowing import ANSWERS, answered, profile_of, settle_needs
from cs_workbench.domain.clients.records import GONE, Asset, Category, Client, ClientRef, NeedsProfile, NeedsState
from cs_workbench.kernel.action import Action, Facts, Outcome
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Kind, Line, Text
from cs_workbench.kernel.text import clean_line, count
from cs_workbench.storage.unit import Work

MOST_LANES = 99
MOST_USERS = 100_000


def _whole(value: Any) -> int:
    """A number in digits: «два» is not one."""
    typed = clean_line(str(value))
    if not (typed.isascii() and typed.isdigit()):
        said = f"«{typed}» — не число: напишите его цифрами, например 2."
        raise PydanticCustomError("refusal", "{message}", {"code": "number", "message": said})
    return int(typed)


Count = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "examples": ["2"]}), Kind("number")]


class RecordNeeds(Action):
    """Answers of the first talk; what is not given stays as it was. Without any: asked, and nothing was learnt."""

    facts = Facts(
        "clients.record_needs",
        "Записать потребности",
        ("1.4", "14.3", "20.1"),
        phrases=("потребности", "знакомство"),
    )

    client: ClientRef
    goals: Text | None = None
    pains: Text | None = None
    lanes: Count | None = None
    users: Count | None = None
    integration: Line | None = None
    decision_maker: Line | None = None
    source: Line | None = None

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        given = {name: getattr(self, name) for name in ANSWERS if getattr(self, name) is not None}
        profile = profile_of(work, client.id)
        if profile is not None and profile.state == NeedsState.COMPLETE and not given:
            raise Refusal("nothing", "Анкета заполнена: чтобы изменить ответ, впишите новый.", "goals")
        self._check(work)
        if profile is None:
            profile = work.add(NeedsProfile(client_id=client.id, changed_on=work.day.today))
        for name, value in given.items():
            setattr(profile, name, value)
        if profile.state == NeedsState.NOT_NEEDED:
            profile.state, profile.reason = NeedsState.EMPTY, None
        profile.changed_on = work.day.today
        settle_needs(client, profile, work.day)
        return Outcome(_said(client, profile))

    def _check(self, work: Work) -> None:
        if self.lanes is not None and self.lanes > MOST_LANES:
            raise Refusal("range", f"Проездов не бывает больше {MOST_LANES}: проверьте число.", "lanes")
        if self.users is not None and self.users > MOST_USERS:
            raise Refusal("range", "Пользователей не бывает больше 100 000: проверьте число.", "users")
        if self.lanes == 0 and (barriers := _barriers(work, self.client)):
            standing = count(barriers, "шлагбаум", "шлагбаума", "шлагбаумов")
            said = f"Проездов 0, а на объектах клиента {standing}: исправьте число или снимите оборудование."
            raise Refusal("contradiction", said, "lanes")


def _barriers(work: Work, client_id: int) -> int:
    wanted = select(func.count(col(Asset.id))).where(
        col(Asset.client_id) == client_id, col(Asset.category) == Category.BARRIER, col(Asset.state).not_in(GONE)
    )
    return work.first(wanted) or 0


def _said(client: Client, profile: NeedsProfile) -> str:
    if client.needs_ask_on is None:
        return f"Потребности записаны полностью: {client.name}."
    again = f"спросим снова {day_text(client.needs_ask_on)}"
    if profile.state == NeedsState.EMPTY:
        return f"Ответов пока нет: {client.name}, {again}."
    known = count(answered(profile), "ответ", "ответа", "ответов")
    return f"Потребности записаны: {client.name}, {known} из {len(ANSWERS)}, {again}."


class NeedsNotNeeded(Action):
    """The questions need no answers, for a reason; the answers that there are stay."""

    facts = Facts("clients.needs_not_needed", "Потребности не нужны", ("1.4",), batch=True)

    client: ClientRef
    reason: Line

    def apply(self, work: Work) -> Outcome:
        client = work.get(Client, self.client)
        profile = profile_of(work, client.id)
        if profile is not None and profile.state in (NeedsState.COMPLETE, NeedsState.NOT_NEEDED):
            done = "заполнена" if profile.state == NeedsState.COMPLETE else f"и так не нужна: {profile.reason}"
            raise Refusal("already", f"Анкета «{client.name}» {done}.", "client")
        if profile is None:
            profile = work.add(NeedsProfile(client_id=client.id, changed_on=work.day.today))
        profile.state, profile.reason = NeedsState.NOT_NEEDED, self.reason
        profile.changed_on = work.day.today
        settle_needs(client, profile, work.day)
        return Outcome(f"Потребности не выясняем: {client.name} — {self.reason}.")
