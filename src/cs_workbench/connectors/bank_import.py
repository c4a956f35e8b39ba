"""From a file on the disk to what `billing.import_statement` takes, and the preview of what it will do (row 8.3).

`import bank` and the screen «Касса» come in here: `load` reads a file safely, `preview` shows the plan that the action
would carry out, `inputs_of` gives the action's inputs. `bank_file` reads the format, `domain/billing/matching` decides.
"""

import hashlib
import stat
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cs_workbench.connectors.bank_file import MAX_BYTES, Movement, Rejected, read_statement
from cs_workbench.connectors.own_files import refuse_own
from cs_workbench.domain.billing.matching import Given, Plan, PlannedLine, plan_import
from cs_workbench.domain.billing.records import Direction, LineState
from cs_workbench.domain.billing.repository.candidates import bank_facts, own_accounts
from cs_workbench.domain.billing.statement import StatementLine, fingerprints
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.text import clean_line
from cs_workbench.storage.unit import Read

_BIG = "Файл от 100 МБ: для выписки это слишком много. Выгрузите её за более короткий срок."


@dataclass(frozen=True, slots=True)
class BankFile:
    """A statement read from a file.

    `sha` is the digest of its bytes, `lines` are for the action, `rejected` the documents that could not be read,
    `accounts` those that it names, `begin` and `end` the days that it speaks of.
    """

    name: str
    sha: str
    lines: tuple[StatementLine, ...]
    rejected: tuple[Rejected, ...]
    warnings: tuple[str, ...]
    accounts: tuple[str, ...]
    begin: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Totals:
    """How many lines, and their sum in kopecks."""

    count: int
    sum: Money


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A line of the file and its fate: `auto`, `suggested`, `new` (for a person), `known`, `expense` or `own`."""

    line_no: int
    date: date
    sum: Money
    payer: str
    purpose: str
    verdict: str
    invoices: tuple[str, ...] = ()
    score: int = 0
    terms: str = ""


@dataclass(frozen=True, slots=True)
class BankPreview:
    """What an import will do.

    `create`, `update` and `unchanged` count lines, `closes` and `partial` invoices, `unmatched` the income that waits
    for a person; the totals are of all lines of the file.
    """

    documents: int
    create: int
    unchanged: int
    closes: int
    partial: int
    unmatched: int
    income: Totals
    expense: Totals
    own: Totals
    lines: tuple[PreviewLine, ...]
    rejected: tuple[Rejected, ...]
    warnings: tuple[str, ...]
    update: int = 0


def load(path: Path, read: Read) -> BankFile:
    """Read a bank's file.

    Raises Refusal `no_file`, `not_a_file`, `own_file`, `too_big` and those of `bank_file.read_statement`.
    """
    data = _bytes_of(path, read)
    statement = read_statement(data, own_accounts(read), read.day.today)
    return BankFile(
        name=clean_line(path.name) or "выписка",
        sha=hashlib.sha256(data).hexdigest(),
        lines=tuple(_line(movement) for movement in statement.movements),
        rejected=statement.rejected,
        warnings=tuple(_at(warning.line, warning.message) for warning in statement.warnings),
        accounts=statement.accounts,
        begin=statement.begin,
        end=statement.end,
    )


def inputs_of(file: BankFile) -> dict[str, Any]:
    """The inputs of `billing.import_statement`."""
    return {
        "lines": file.lines,
        "file": file.name,
        "sha": file.sha,
        "covers_from": file.begin,
        "covers_to": file.end,
        "accounts": file.accounts,
        "warnings": (*file.warnings, *(_at(wrong.line, wrong.message) for wrong in file.rejected)),
    }


def preview(file: BankFile, read: Read, progress: Progress | None = None) -> BankPreview:
    """What the import of a file will do now; nothing is written. Raises Refusal `foreign_account`."""
    marks = fingerprints(file.lines)
    facts = bank_facts(read, marks, [line.on for line in file.lines], file.sha)
    given = Given(file.lines, marks, file.accounts, file.begin, file.end)
    plan = plan_import(facts, given, progress)
    rejected = tuple(Rejected(wrong.line, wrong.field, wrong.code, wrong.message) for wrong in plan.rejected)
    added = (f"Счёт {account} будет добавлен в наши: это первая выписка." for account in plan.own_accounts)
    return BankPreview(
        documents=len(file.lines) + len(file.rejected),
        create=len(plan.lines),
        unchanged=plan.unchanged,
        closes=len(plan.closed),
        partial=len(plan.partial),
        unmatched=plan.unmatched,
        income=_totals(file, Direction.INCOME),
        expense=_totals(file, Direction.EXPENSE),
        own=_totals(file, Direction.OWN),
        lines=_lines(file, marks, plan),
        rejected=(*file.rejected, *rejected),
        warnings=(*file.warnings, *plan.warnings, *added),
    )


def as_json(shown: BankPreview) -> dict[str, Any]:
    """The preview as the command line gives it: counts, sums as text, what was not loaded, warnings."""
    totals = {
        name: {"count": found.count, "sum": found.sum.plain()}
        for name, found in {"income": shown.income, "expense": shown.expense, "own": shown.own}.items()
    }
    counts = {
        name: getattr(shown, name)
        for name in ("documents", "create", "update", "unchanged", "closes", "partial", "unmatched")
    }
    return {
        **counts,
        **totals,
        "rejected": [asdict(wrong) for wrong in shown.rejected],
        "warnings": list(shown.warnings),
        "lines": [_line_json(line) for line in shown.lines],
    }


def _line_json(line: PreviewLine) -> dict[str, Any]:
    return {**asdict(line), "date": line.date.isoformat(), "sum": line.sum.plain()}


def _bytes_of(path: Path, read: Read) -> bytes:
    """The bytes of a file that may be read: a plain file, below the limit, and not one of the database itself."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise Refusal("not_a_file", f"{path} — не файл: укажите файл выписки из банка.", "file")
        refuse_own(path, read, "выписка")
        if facts.st_size >= MAX_BYTES:
            raise Refusal("too_big", _BIG, "file")
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES)
    except FileNotFoundError as error:
        raise Refusal("no_file", f"Файла {path} нет: проверьте путь.", "file") from error
    except (OSError, ValueError) as error:
        raise Refusal("no_file", f"Файл {path} не читается: проверьте путь и права.", "file") from error


def _line(movement: Movement) -> StatementLine:
    """A movement as the action takes it: the other side of it is whoever is not us."""
    direction = Direction(movement.direction.value)
    came = direction is Direction.INCOME
    return StatementLine(
        on=movement.moved_on,
        sum=movement.sum,
        direction=direction,
        account=movement.account,
        number=movement.number,
        counterparty=movement.payer_name if came else movement.receiver_name,
        counterparty_account=movement.payer_account if came else movement.receiver_account,
        inn=movement.payer_inn if came else movement.receiver_inn,
        purpose=movement.purpose,
        fingerprint=movement.fingerprint,
        line=movement.line,
    )


def _at(line: int | None, message: str) -> str:
    return message if line is None else f"Строка {line}: {message}"


def _totals(file: BankFile, direction: Direction) -> Totals:
    sums = [line.sum for line in file.lines if line.direction is direction]
    return Totals(len(sums), Money(sum(sums)))


def _lines(file: BankFile, marks: Iterable[str], plan: Plan) -> tuple[PreviewLine, ...]:
    planned = {line.fingerprint: line for line in plan.lines}
    rejected = {wrong.line for wrong in plan.rejected}
    pairs = zip(file.lines, marks, strict=True)
    return tuple(_shown(line, planned.get(mark)) for line, mark in pairs if line.line not in rejected)


_VERDICTS: Mapping[Direction, str] = {Direction.EXPENSE: "expense", Direction.OWN: "own"}


def _shown(line: StatementLine, planned: PlannedLine | None) -> PreviewLine:
    told = (line.line, line.on, line.sum, line.counterparty, line.purpose)
    if planned is None:
        return PreviewLine(*told, "known")
    verdict = _VERDICTS.get(line.direction, LineState(planned.state).value)
    return PreviewLine(*told, verdict, planned.numbers, planned.score, planned.terms)
