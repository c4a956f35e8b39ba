"""`import`: a file of the world outside, shown with `--preview` or loaded. So far: the bank's statement."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cs_workbench.cli import answers, batch
from cs_workbench.cli.options import Options
from cs_workbench.connectors import bank_import
from cs_workbench.kernel.errors import Refusal
from cs_workbench.presentation.bank import VERDICTS, headline, lines_text, sums, verdict
from cs_workbench.workbench import Workbench

if TYPE_CHECKING:
    from cs_workbench.connectors.bank_import import BankPreview
    from cs_workbench.kernel.action import Done

LATER: Mapping[str, str] = {
    "invoices": "счета",
    "clients": "клиентов",
    "assets": "оборудование",
    "stock": "остатки склада",
    "prices": "цены поставщиков",
}
"""Kinds that come with their areas."""

COLUMNS = {"date": "Дата", "sum": "Сумма", "payer": "Плательщик", "verdict": "Что", "terms": "Почему"}


def run(options: Options, kind: str, file: Path, *, preview: bool) -> int:
    """Load a file, or show what loading it would do."""
    if kind in LATER:
        message = f"Загружать {LATER[kind]} из файла пока нельзя: это появится вместе со своим разделом. Есть: bank."
        raise Refusal("not_yet", message, "kind")
    if kind != "bank":
        raise Refusal("usage", f"Вида «{kind}» нет. Есть: bank — выписка банка в формате 1CClientBankExchange.")
    workbench = options.open()
    try:
        return _bank(options, workbench, file, preview=preview)
    finally:
        workbench.close()


def _bank(options: Options, workbench: Workbench, path: Path, *, preview: bool) -> int:
    file, shown = workbench.statement(path)
    done = None if preview else workbench.load_statement(file)
    if options.json:
        answers.document(_document(shown, done))
    else:
        _tell(path, shown, done)
    return answers.DONE


def _document(shown: "BankPreview", done: "Done | None") -> dict[str, Any]:
    """The preview's counts; of an import also what the act says of itself, with the warnings told."""
    found = {"ok": True, "preview": done is None, **bank_import.as_json(shown)}
    if done is None:
        return found
    act = batch.as_json(done)
    return {**found, "message": act["message"], "entry": act["entry"], "warnings": act["warnings"]}


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
