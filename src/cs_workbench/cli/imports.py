"""`import`: a file of the world outside, shown with `--preview` or loaded: the bank's statement, and registers."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cs_workbench.cli import answers, batch
from cs_workbench.cli.options import Options
from cs_workbench.connectors import bank_import
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.progress import Progress
from cs_workbench.presentation import registers
from cs_workbench.presentation.bank import VERDICTS, headline, lines_text, sums, verdict
from cs_workbench.workbench import Workbench

if TYPE_CHECKING:
    from cs_workbench.connectors.bank_import import BankPreview
    from cs_workbench.kernel.action import Done

KINDS: Mapping[str, str] = {
    "bank": "выписка банка в формате 1CClientBankExchange",
    "clients": "список клиентов",
    "invoices": "список счетов",
    "assets": "список оборудования",
}
LATER: Mapping[str, str] = {"stock": "остатки склада", "prices": "цены поставщиков"}
"""Kinds that come with their areas."""

COLUMNS = {"date": "Дата", "sum": "Сумма", "payer": "Плательщик", "verdict": "Что", "terms": "Почему"}
LINES = {"line": "Строка", "verdict": "Что", "title": "Кто или что", "details": "Подробно"}


def run(options: Options, kind: str, file: Path, columns: Sequence[str] = (), *, preview: bool) -> int:
    """Load a file, or show what loading it would do; `columns` says what a register's columns are (`title=field`)."""
    known = ", ".join(KINDS)
    if kind in LATER:
        message = f"Загружать {LATER[kind]} из файла пока нельзя: это появится вместе со своим разделом. Есть: {known}."
        raise Refusal("not_yet", message, "kind")
    if kind not in KINDS:
        said = "; ".join(f"{name} — {what}" for name, what in KINDS.items())
        raise Refusal("usage", f"Вида «{kind}» нет. Есть: {said}.")
    if kind == "bank" and columns:
        raise Refusal("usage", "У выписки банка нет колонок: --column пишут для clients, invoices и assets.")
    workbench = options.open()
    try:
        if kind == "bank":
            return _bank(options, workbench, file, preview=preview)
        return _register(options, workbench, kind, file, batch.fields_of(list(columns)), preview=preview)
    finally:
        workbench.close()


def _register(
    options: Options, workbench: Workbench, kind: str, path: Path, named: Mapping[str, str], *, preview: bool
) -> int:
    from cs_workbench.connectors import register_import  # calamine and the domain: only a register needs them

    told = _watched(options)
    file, tally = workbench.read(register_import.load, kind, path, named, told)
    inputs = register_import.inputs_of(file)
    done = None if preview else workbench.perform(file.register.action, inputs, told)
    if options.json:
        found = {"ok": True, "preview": preview, **register_import.as_json(file, tally)}
        answers.document(found if done is None else {**found, **_of_act(done)})
        return answers.DONE
    if done is None:
        rows = [dict(zip(LINES, row.cells, strict=True)) for row in registers.preview_rows(file, tally)]
        answers.table(f"{file.name}: {registers.headline(tally)}", LINES, rows)
        answers.show(f"Колонки: {registers.columns_text(file)}")
        for line in registers.troubles(file, tally, rejected=False):
            answers.tell(f"Внимание: {line.text}")
    else:
        answers.show(done.message)
        for warning in done.warnings:
            answers.tell(f"Внимание: {warning}")
    return answers.DONE


def _watched(options: Options) -> Progress | None:
    """A person at a terminal sees how far it is; a program and a file do not."""
    if options.json or not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        end = "\r\033[K" if done >= total else ""
        print(f"\r{100 * done // max(1, total):3d} %{end}", end="", file=sys.stderr, flush=True)

    return tell


def _of_act(done: "Done") -> dict[str, Any]:
    act = batch.as_json(done)
    return {"message": act["message"], "entry": act["entry"], "warnings": act["warnings"]}


def _bank(options: Options, workbench: Workbench, path: Path, *, preview: bool) -> int:
    file, shown = workbench.statement(path)
    done = None if preview else workbench.load_statement(file)
    if options.json:
        found = {"ok": True, "preview": preview, **bank_import.as_json(shown)}
        answers.document(found if done is None else {**found, **_of_act(done)})
    else:
        _tell(path, shown, done)
    return answers.DONE


def _tell(path: Path, shown: "BankPreview", done: "Done | None") -> None:
    if done is None:
        rows = [_row(line) for line in shown.lines]
        answers.table(f"{path.name}: {headline(shown)}", COLUMNS, rows)
        answers.show(f"{sums(shown)}; {lines_text(shown)}")
    else:
        answers.show(done.message)
    for wrong in shown.rejected:
        answers.tell(f"Строка {wrong.line}: {wrong.message}")
    for warning in shown.warnings:
        answers.tell(f"Внимание: {warning}")


def _row(line: "bank_import.PreviewLine") -> dict[str, Any]:
    mark = VERDICTS[line.verdict][2]
    said = f"{mark} {verdict(line)}".strip()
    return {
        "date": line.date.isoformat(),
        "sum": line.sum.text(),
        "payer": line.payer,
        "verdict": said,
        "terms": line.terms,
    }
