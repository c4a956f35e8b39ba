"""From a spreadsheet on the disk to what `clients.import_clients`, `billing.import_invoices` and
`clients.import_assets` take, and the preview of what they will do.

`import` on the command line and the dialog of a register come in here. `registers` reads the file, the domain's plans
decide.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

from cs_workbench.connectors.own_files import refuse_own
from cs_workbench.connectors.registers.fields import REGISTERS, Register
from cs_workbench.connectors.registers.header import Header, find_header
from cs_workbench.connectors.registers.rows import named_columns, raw_lines, samples, unread
from cs_workbench.connectors.registers.sheets import Sheet, open_sheets
from cs_workbench.domain.billing.registers.lines import INVOICE_LINES
from cs_workbench.domain.billing.registers.plan import InvoicePlan
from cs_workbench.domain.clients.registers.lines import Checked, Checker
from cs_workbench.domain.clients.registers.people import CLIENT_LINES, ClientPlan
from cs_workbench.domain.clients.registers.profile import header_text, remembered
from cs_workbench.domain.clients.registers.telling import Tally
from cs_workbench.domain.clients.registers.things import ASSET_LINES, AssetPlan
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import Context
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.text import clean_line
from cs_workbench.storage.unit import Read

Plan = Callable[[Read, Checked[Any], Progress | None], ClientPlan | InvoicePlan | AssetPlan]

CHECKERS: Mapping[str, Checker[Any]] = {"clients": CLIENT_LINES, "invoices": INVOICE_LINES, "assets": ASSET_LINES}
PLANS: Mapping[str, Plan] = {"clients": ClientPlan, "invoices": InvoicePlan, "assets": AssetPlan}


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A register read from a file.

    `titles` are its columns, `columns` the field of each (empty: not read), `samples` some values of each, `missing`
    what is still needed before there are `lines`.
    """

    kind: str
    path: Path
    titles: tuple[str, ...]
    columns: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    missing: tuple[str, ...]
    lines: Checked[Any]
    warnings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name, safe to show."""
        return clean_line(self.path.name) or "таблица"

    @property
    def register(self) -> Register:
        """What kind of register it is."""
        return REGISTERS[self.kind]


def look(
    read: Read, kind: str, path: Path, columns: Sequence[str] | None = None, progress: Progress | None = None
) -> tuple[RegisterFile, Tally | None]:
    """A register and what loading it would do now; without the latter where it is not known what is in its columns.

    `columns` says it for the titles that the file has. Raises Refusal where it is no register at all, Cancelled.
    """

    def chosen(header: Header) -> Header:
        fits = columns is not None and len(columns) == len(header.titles)
        return replace(header, columns=tuple(columns or ())) if fits else header

    file = _read(read, kind, path, chosen, progress)
    return file, None if file.missing else preview(read, file, progress)


def load(
    read: Read, kind: str, path: Path, named: Mapping[str, str] | None = None, progress: Progress | None = None
) -> tuple[RegisterFile, Tally]:
    """The same for a program, which is refused where columns are missing; `named` says fields of columns by title.

    Raises Refusal `columns` besides.
    """
    register = REGISTERS[kind]

    def chosen(header: Header) -> Header:
        found = replace(header, columns=named_columns(header, register, named or {}))
        if register.missing(found.columns):
            raise unread(found, register)
        return found

    file = _read(read, kind, path, chosen, progress)
    return file, preview(read, file, progress)


def preview(read: Read, file: RegisterFile, progress: Progress | None = None) -> Tally:
    """What the import of a file will do now; nothing is written."""
    return PLANS[file.kind](read, file.lines, progress).tally


def inputs_of(file: RegisterFile) -> dict[str, Any]:
    """The inputs of the register's action."""
    return {
        "lines": file.lines,
        "header": header_text(file.titles),
        "columns": file.columns,
        "warnings": file.warnings,
    }


def as_json(file: RegisterFile, tally: Tally) -> dict[str, Any]:
    """The preview as the command line gives it."""
    read = {title: column for title, column in zip(file.titles, file.columns, strict=True) if column}
    return {
        "create": tally.create,
        "update": tally.update,
        "unchanged": tally.unchanged,
        "rejected": [asdict(wrong) for wrong in sorted(tally.rejected, key=lambda wrong: wrong.line)],
        "warnings": [*file.warnings, *tally.remarks()],
        "columns": read,
    }


def _read(
    read: Read, kind: str, path: Path, chosen: Callable[[Header], Header], progress: Progress | None
) -> RegisterFile:
    if path.exists():
        refuse_own(path, read, "список")
    register = REGISTERS[kind]
    with closing(open_sheets(path)) as sheets:
        header = chosen(_best(read, kind, sheets))
        missing = tuple(register.missing(header.columns))
        lines: Checked[Any] = Checked(())
        if not missing:
            raws = raw_lines(header, register, progress)
            lines = CHECKERS[kind].many(raws, Context(read.day, _nobody))
        return RegisterFile(
            kind, path, header.titles, header.columns, samples(header), missing, lines, _oddities(lines, missing)
        )


def _best(read: Read, kind: str, sheets: Iterator[Sheet]) -> Header:
    """The header of the first sheet that has all that is needed; else of the first that has any."""
    register = REGISTERS[kind]
    profiles = remembered(read, kind)
    first: Header | None = None
    for sheet in sheets:
        header = find_header(sheet, register, lambda titles: profiles.get(header_text(titles)))
        if header is not None and not register.missing(header.columns):
            return header
        first = first or header
    if first is None:
        message = "В первых 30 строках не видно заголовков колонок: добавьте строку с названиями."
        raise Refusal("columns", message, "file")
    return first


def _oddities(lines: Checked[Any], missing: Sequence[str]) -> tuple[str, ...]:
    empty = not missing and not lines.lines and not lines.rejected
    return ("Под заголовком нет ни одной строки.",) if empty else ()


def _nobody(record: str, text: str) -> NoReturn:
    raise AssertionError(f"a line of a register refers to no {record}")
