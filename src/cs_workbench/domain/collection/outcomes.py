"""How the outcome of a call is named: by its digit, its word, or as a manager says it in Russian (row 2.1)."""

from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from cs_workbench.domain.collection.records import CallOutcome
from cs_workbench.kernel.text import fold

SAID = {
    CallOutcome.NO_ANSWER: "не берёт",
    CallOutcome.BUSY: "занято",
    CallOutcome.CALL_BACK: "перезвонить",
    CallOutcome.PROMISED: "обещал",
    CallOutcome.SAYS_PAID: "говорит, оплатил",
    CallOutcome.LOST_INVOICE: "потерял счёт",
    CallOutcome.DISPUTES: "спорит",
    CallOutcome.WRONG_PERSON: "не тот человек",
    CallOutcome.REFUSES: "отказ",
}
"""The outcomes as the screens name them, in the order of their digits."""

_ALSO = {
    "не отвечает": CallOutcome.NO_ANSWER,
    "недозвон": CallOutcome.NO_ANSWER,
    "обещала": CallOutcome.PROMISED,
    "обещали": CallOutcome.PROMISED,
    "оплатил": CallOutcome.SAYS_PAID,
    "оплатила": CallOutcome.SAYS_PAID,
    "оплатили": CallOutcome.SAYS_PAID,
    "говорит оплатил": CallOutcome.SAYS_PAID,
    "потеряли счёт": CallOutcome.LOST_INVOICE,
    "спорят": CallOutcome.DISPUTES,
    "не тот": CallOutcome.WRONG_PERSON,
    "отказался": CallOutcome.REFUSES,
    "отказывается": CallOutcome.REFUSES,
}

DIGITS = {str(digit): outcome for digit, outcome in enumerate(CallOutcome, start=1)}
_WORDS = {
    **DIGITS,
    **{outcome.value: outcome for outcome in CallOutcome},
    **{fold(said): outcome for outcome, said in SAID.items()},
    **{fold(said): outcome for said, outcome in _ALSO.items()},
}


def read_outcome(value: Any) -> CallOutcome:
    """The outcome that a digit or a word names; pydantic's error carries the refusal otherwise."""
    found = _WORDS.get(fold(str(value)))
    if found is None:
        choices = ", ".join(f"{digit} {SAID[outcome]}" for digit, outcome in DIGITS.items())
        message = f"Такого исхода нет. Выберите цифру: {choices}."
        raise PydanticCustomError("refusal", "{message}", {"code": "choice", "message": message})
    return found


Outcome = Annotated[
    CallOutcome,
    PlainValidator(read_outcome),
    WithJsonSchema({"type": "string", "enum": [outcome.value for outcome in CallOutcome]}),
]
