"""One line of a bank's statement as `billing.import_statement` takes it, of a file or from a program (row 8.3).

`connectors/bank_import.py` makes these lines of a file; `matching` judges them; `actions/bank.py` stores them.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from cs_workbench.domain.billing.records import Direction
from cs_workbench.kernel.fields import Day, Money
from cs_workbench.kernel.text import clean_line, fold

PURPOSE = 1_000
FINGERPRINT = 64


def _upto(limit: int) -> BeforeValidator:
    """Text of the file in one line, which may be empty."""
    return BeforeValidator(lambda value: "" if value is None else clean_line(str(value), limit))


Short = Annotated[str, _upto(60)]
Name = Annotated[str, _upto(300)]
Purpose = Annotated[str, _upto(PURPOSE)]


class StatementLine(BaseModel):
    """Money that moved on a day. `account` is ours; `counterparty` with its `inn` and account is the other side.

    `fingerprint` names the movement for ever; without one it is reckoned from the line (`fingerprints`). `line` is
    where the movement stands in its file, from 1; 0 where there is no file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    on: Day
    sum: Money
    direction: Direction = Direction.INCOME
    account: Short = ""
    number: Short = ""
    counterparty: Name = ""
    counterparty_account: Short = ""
    inn: Annotated[str, _upto(20)] = ""
    purpose: Purpose = ""
    fingerprint: Annotated[str, _upto(FINGERPRINT)] = ""
    line: int = 0


def _parsed(value: Any) -> Any:
    """Lines that the command line gives as JSON text."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError) as error:
        message = 'Строки выписки — это список JSON: [{"on": "2026-11-16", "sum": "24800", …}].'
        raise PydanticCustomError("refusal", "{message}", {"code": "lines", "message": message}) from error


Lines = Annotated[tuple[StatementLine, ...], BeforeValidator(_parsed)]
"""The lines of a statement: a list, or its JSON text."""


def fingerprints(lines: Sequence[StatementLine]) -> list[str]:
    """The fingerprint of each line; equal lines without one are told apart by their order, so that both are kept."""
    equal: Counter[str] = Counter()
    found = []
    for line in lines:
        if line.fingerprint:
            found.append(line.fingerprint)
            continue
        likeness = _likeness(line)
        found.append(hashlib.sha256(f"{likeness}\x1f{equal[likeness]}".encode()).hexdigest())
        equal[likeness] += 1
    return found


def _likeness(line: StatementLine) -> str:
    whose = line.counterparty_account or line.inn or fold(line.counterparty)
    parts = (
        line.account,
        line.direction.value,
        line.number,
        str(line.on),
        str(int(line.sum)),
        whose,
        fold(line.purpose),
    )
    return "\x1f".join(parts)
