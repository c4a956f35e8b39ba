"""Inputs of requests that are chosen by a word: a department, a kind, how bad it is; as stored or as said in Russian.

The words that screens show stand in `rules/wording.py`; here are those that people type beside them.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from cs_workbench.domain.clients.records import Dept
from cs_workbench.domain.requests.records import ConflictSeverity, RequestKind, RequestSeverity
from cs_workbench.domain.requests.rules.wording import (
    CONFLICT_SEVERITIES,
    CONFLICT_STATES,
    DEPTS,
    KINDS,
    SEVERITIES,
)
from cs_workbench.kernel.text import fold


class Reached(StrEnum):
    """How far a conflict came by what we did: a step of it that is told by itself."""

    OFFER = "offer"
    AGREED = "agreed"


_ALSO: Mapping[type[StrEnum], Mapping[str, str]] = {
    Dept: {
        **dict.fromkeys(("тп", "поддержка", "техподдержке", "техподдержку", "поддержке", "поддержку"), "support"),
        **dict.fromkeys(("оп", "продажи", "продажам", "продажников", "отделу продаж"), "sales"),
        **dict.fromkeys(("юрист", "юристам", "юристов", "юристу", "юриста", "юротдел"), "law"),
        **dict.fromkeys(("бухгалтерии", "бухгалтерию", "бухгалтеру", "бух"), "accounting"),
        **dict.fromkeys(("складу", "склада"), "warehouse"),
        **dict.fromkeys(("монтаж", "монтажникам", "монтажников", "бригада", "бригаде", "бригаду"), "crew"),
        "маркетингу": "marketing",
        **dict.fromkeys(("руководитель", "руководителя", "руководителю", "руководству"), "head"),
    },
    RequestKind: {
        **dict.fromkeys(("тех", "техподдержка", "поломка"), "tech"),
        **dict.fromkeys(("счета", "счет", "оплата"), "billing"),
        "отдел продаж": "sales",
    },
    RequestSeverity: {**dict.fromkeys(("стоит", "стоит работа", "авария"), "stop"), "плохо": "degraded"},
    ConflictSeverity: {
        "критический": "critical",
        "критично": "critical",
        "высокий": "high",
        "серьёзный": "high",
        "обычная": "normal",
    },
    Reached: {"предложение": "offer", "предложили": "offer"},
}


def readings(kind: type[StrEnum], shown: Mapping[str, str]) -> dict[str, StrEnum]:
    """Every folded word by which a value may be named."""
    said = {**{value: value for value in shown}, **{word: value for value, word in shown.items()}, **_ALSO[kind]}
    return {fold(word): kind(value) for word, value in said.items()}


def _worded(kind: type[StrEnum], shown: Mapping[str, str]) -> tuple[PlainValidator, WithJsonSchema]:
    words = readings(kind, shown)

    def read(value: Any) -> StrEnum:
        found = words.get(fold(str(value)))
        if found is None:
            message = f"Такого значения нет. Возможные: {', '.join(shown.values())}."
            raise PydanticCustomError("refusal", "{message}", {"code": "choice", "message": message})
        return found

    return PlainValidator(read), WithJsonSchema({"type": "string", "enum": list(shown)})


DEPT_READINGS = readings(Dept, DEPTS)
DeptWord = Annotated[Dept, *_worded(Dept, DEPTS)]
KindWord = Annotated[RequestKind, *_worded(RequestKind, KINDS)]
SeverityWord = Annotated[RequestSeverity, *_worded(RequestSeverity, SEVERITIES)]
ConflictSeverityWord = Annotated[ConflictSeverity, *_worded(ConflictSeverity, CONFLICT_SEVERITIES)]
ReachedWord = Annotated[Reached, *_worded(Reached, {name: CONFLICT_STATES[name] for name in Reached})]
