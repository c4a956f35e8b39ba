"""Actions: the only way to change records. One pydantic model of typed inputs, one `apply`, one unit of work, one
journal entry.

An action never commits, never reads the clock and never prints: `apply` is given a unit of work (`storage/unit.py`).
Class facts stand in one `facts`, so that inputs may be called `name` or `title`. `domain/catalogue.py` lists the
actions of every area.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Context, YesNo


class Phrase(str):
    """A phrase of the phrase line that says more than which action is meant: `Phrase("не берёт", outcome="no_answer")`.

    `inputs` is what the phrase itself says. `takes` names the inputs that the words after it fill, in this order (all
    of the action's where none is named); texts take what is left, told apart by commas.
    """

    takes: tuple[str, ...]
    inputs: Mapping[str, str]

    def __new__(cls, text: str, *takes: str, **inputs: str) -> Self:
        phrase = super().__new__(cls, text)
        phrase.takes, phrase.inputs = takes, inputs
        return phrase


@dataclass(frozen=True)
class Facts:
    """What is known of an action before it runs. `phrases` begin what is typed on the phrase line, plain or as
    `Phrase`.

    `key` is a physical key by its Latin name; `copy_first` asks for a verified copy of the database before it; `final`
    says why it cannot be undone.
    """

    name: str
    title: str
    processes: tuple[str, ...] = ()
    key: str | None = None
    phrases: tuple[str, ...] = ()
    dangerous: bool = False
    batch: bool = False
    copy_first: bool = False
    final: str = ""


@dataclass(frozen=True)
class FollowUp:
    """An action to offer next, by name, with the inputs already known."""

    action: str
    inputs: Mapping[str, Any]
    why: str


@dataclass(frozen=True)
class Outcome:
    """What an action says of itself: a Russian sentence and what to offer next."""

    message: str
    follow_ups: Sequence[FollowUp] = ()


@dataclass(frozen=True)
class Done:
    """What an acknowledged action did: the sentence, ids created, records changed, warnings, follow-ups, the journal's
    entry (0: no change).
    """

    message: str
    created: Mapping[str, Sequence[int]]
    changed: Sequence[tuple[str, int]]
    warnings: Sequence[str]
    follow_ups: Sequence[FollowUp]
    entry: int
    clients: frozenset[int | None] = frozenset()
    columns: frozenset[str] = frozenset()


class Action(BaseModel):
    """Base of every action. `work` is the storage's unit of work (the kernel knows no SQL, so its type is named by the
    subclasses).
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, validate_by_name=True, validate_by_alias=True
    )
    facts: ClassVar[Facts]

    confirm: YesNo = False

    def apply(self, work: Any) -> Outcome:
        """Change records through `work`, or raise a Refusal and change nothing."""
        raise AssertionError(f"{type(self).__name__} does not say how it is applied")

    @classmethod
    def refusal(cls, read: Any, subject: Mapping[str, int]) -> Refusal | None:
        """Why it cannot run now on `subject` (references by input name), before a form opens; None where it can."""
        return None

    @classmethod
    def parse(cls, inputs: Mapping[str, Any], context: Context) -> Self:
        """Typed inputs out of what a person typed; raises a Refusal laid at the first input that is wrong."""
        given = {name: value for name, value in inputs.items() if value is not None and value != ""}
        try:
            return cls.model_validate(given, context=context)
        except ValidationError as error:
            raise refusal_of(error) from None


_SENTENCES = {
    "missing": ("required", "Поле «{field}» не заполнено."),
    "extra_forbidden": ("unknown_field", "Поля «{field}» у этого действия нет."),
    "enum": ("choice", "Такого значения нет. Возможные: {expected}."),
    "literal_error": ("choice", "Такого значения нет. Возможные: {expected}."),
}
_NUMBER = ("number", "Здесь нужно целое число.")


def refusal_of(error: ValidationError) -> Refusal:
    """The first error of pydantic as a Refusal in Russian; pydantic's own texts never reach a person."""
    first = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in first["loc"]) or None
    context = first.get("ctx", {})
    if first["type"] == "refusal":
        return Refusal(str(context["code"]), str(context["message"]), field)
    code, sentence = _SENTENCES.get(
        first["type"], _NUMBER if "int" in first["type"] else ("invalid", "Значение не подходит: проверьте запись.")
    )
    return Refusal(code, sentence.format(field=field, expected=context.get("expected", "")), field)
