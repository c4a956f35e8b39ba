"""`report`: a month's report as a table, JSON or a workbook; a client's statement of reconciliation as a workbook.

The day's report stands in `reports_day.py`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cs_workbench.cli import answers
from cs_workbench.cli.options import Options
from cs_workbench.connectors.exporting import papers
from cs_workbench.domain.reports.month import MonthReport, month_report
from cs_workbench.domain.reports.reconciliation import Reconciliation, reconciliation
from cs_workbench.kernel.dates import parse_day, parse_period
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money
from cs_workbench.presentation import month_report as month_words
from cs_workbench.presentation import reconciliation as statement_words
from cs_workbench.presentation.month_graph import graph
from cs_workbench.presentation.span import parse_span
from cs_workbench.workbench import Workbench

WIDTH = 80
KINDS = "day, month, reconciliation"


class Asked(NamedTuple):
    """The options of the command: the client, the period's days, whether a file may be replaced."""

    client: str | None = None
    first: str | None = None
    last: str | None = None
    force: bool = False


def run(options: Options, kind: str, words: Sequence[str], asked: Asked) -> int:
    """Make a report of a kind."""
    if kind not in ("month", "reconciliation"):
        raise Refusal("usage", f"Отчёта «{kind}» нет. Есть: {KINDS}.")
    workbench = options.open()
    try:
        if kind == "month":
            return _month(options, workbench, words, asked)
        return _reconciliation(options, workbench, words, asked)
    finally:
        workbench.close()


def _written(path: Path, sheets: Sequence[papers.Sheet], asked: Asked) -> None:
    try:
        papers.write(path, sheets, force=asked.force)
    except Refusal as refusal:
        if refusal.code != "exists":
            raise
        raise Refusal("exists", f"{refusal.message} Чтобы заменить его, добавьте --force.", "file") from refusal


# The month ----------------------------------------------------------------------------------------------------


def _month(options: Options, workbench: Workbench, words: Sequence[str], asked: Asked) -> int:
    today = workbench.today()
    months = [word for word in words if not word.lower().endswith(".xlsx")]
    files = [Path(word) for word in words if word not in months]
    if len(files) > 1:
        raise Refusal("usage", "Отчёт за месяц пишется в один файл .xlsx.")
    period = parse_period(" ".join(months), today.today) if months else today.period
    report = workbench.read(month_report, period)
    for path in files:
        _written(path, month_words.sheets(report), asked)
    if options.json:
        answers.document(month_json(report))
    elif files:
        answers.show(f"{month_words.title(report)} — в файле {files[0]}.")
    else:
        _show_month(report)
    return answers.DONE


def _show_month(report: MonthReport) -> None:
    answers.show(month_words.title(report))
    for line in graph(report.days, WIDTH):
        answers.show(line)
    for section in month_words.sections(report):
        columns = {str(place): head for place, head in enumerate(section.heads)}
        rows = [{str(place): month_words.said(value) for place, value in enumerate(row)} for row in section.rows]
        answers.table(section.title, columns, rows)


def month_json(report: MonthReport) -> dict[str, Any]:
    """The report for a program."""
    return {
        "period": report.period,
        "from": report.first.isoformat(),
        "to": report.last.isoformat(),
        "billed": {"count": report.billed.many, "sum": report.billed.sum.plain(), "paid": report.paid.plain()},
        "written_off": {"count": report.written_off.many, "sum": report.written_off.sum.plain()},
        "received": {"count": report.received.many, "sum": report.received.sum.plain()},
        "promises": {
            fate.state: {"count": fate.many, "sum": fate.sum.plain(), "received": fate.received.plain()}
            for fate in report.promises
        },
        "debt": report.debt.plain(),
        "ages": [
            {"from_bd": age.since, "to_bd": age.until, "invoices": age.invoices, "sum": age.debt.plain()}
            for age in report.ages
        ],
        "clients": [
            {
                "client_id": client.id,
                "client": client.name,
                "billed": client.billed.plain(),
                "received": client.received.plain(),
                "debt": client.debt.plain(),
            }
            for client in report.clients
        ],
        "calls": {"total": sum(report.calls.values()), "outcomes": dict(report.calls)},
        "requests": {
            "received": report.requests_received,
            "closed": report.requests_closed,
            "open": report.requests_open,
        },
        "days": [{"day": day.isoformat(), "received": sum_.plain()} for day, sum_ in report.days],
    }


# The statement ------------------------------------------------------------------------------------------------


def _reconciliation(options: Options, workbench: Workbench, words: Sequence[str], asked: Asked) -> int:
    if not asked.client:
        raise Refusal("usage", "Укажите клиента: --client номер или название.")
    if len(words) > 1:
        raise Refusal("usage", "Акт сверки пишется в один файл .xlsx.")
    today = workbench.today()
    first, last = parse_span("", today)
    if asked.first:
        first = _day(asked.first, workbench, "from")
    if asked.last:
        last = _day(asked.last, workbench, "to")
    number = workbench.performer.find("client", asked.client, today)
    facts = workbench.read(reconciliation, number, first, last)
    for word in words:
        _written(Path(word), [statement_words.statement(facts)], asked)
    if options.json:
        answers.document(statement_json(facts))
    else:
        _show_statement(facts, words)
    for warning in statement_words.warnings(facts):
        answers.tell(f"Внимание: {warning}")
    return answers.DONE


def _day(text: str, workbench: Workbench, field: str) -> Any:
    today = workbench.today()
    try:
        return parse_day(text, today.today, today.calendar)
    except Refusal as refusal:
        raise refusal.at(field) from refusal


def _show_statement(facts: Reconciliation, words: Sequence[str]) -> None:
    rows = [
        {
            "on": line.on.strftime("%d.%m.%Y"),
            "what": statement_words.document(line),
            "debit": line.debit.text() if line.debit else "",
            "credit": line.credit.text() if line.credit else "",
        }
        for line in facts.lines
    ]
    turns = {"what": "Обороты", "debit": facts.debit.text(), "credit": facts.credit.text()}
    before = {"what": "Сальдо начальное", "debit": facts.opening.text()}
    after = {"what": "Сальдо конечное", "debit": facts.closing.text()}
    columns = {"on": "Дата", "what": "Документ", "debit": "Дебет", "credit": "Кредит"}
    answers.table(f"Акт сверки: {facts.theirs.name}", columns, [before, *rows, turns, after])
    said = statement_words.verdict(facts)
    answers.show(said[:1].upper() + said[1:])
    for word in words:
        answers.show(f"Акт сверки — в файле {word}.")


def statement_json(facts: Reconciliation) -> dict[str, Any]:
    """The statement for a program."""

    def sum_(value: Money) -> str:
        return value.plain()

    return {
        "client_id": facts.client_id,
        "client": facts.theirs.name,
        "from": facts.first.isoformat(),
        "to": facts.last.isoformat(),
        "opening": sum_(facts.opening),
        "debit": sum_(facts.debit),
        "credit": sum_(facts.credit),
        "closing": sum_(facts.closing),
        "waiting": sum_(facts.waiting),
        "lines": [
            {
                "on": line.on.isoformat(),
                "kind": line.kind.value,
                "document": statement_words.document(line),
                "invoice_id": line.invoice_id,
                "debit": sum_(line.debit),
                "credit": sum_(line.credit),
            }
            for line in facts.lines
        ],
    }
