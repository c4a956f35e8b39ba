"""`report day`: the day's figures as a text or as JSON."""

from typing import Any

from cs_workbench.cli import answers
from cs_workbench.cli.options import Options
from cs_workbench.domain.reports.day import DayReport, Sum, day_report
from cs_workbench.kernel.dates import parse_day
from cs_workbench.presentation.day_report import report_text


def run(options: Options, day: str | None) -> int:
    """Print the report of a day, today where none is named."""
    workbench = options.open()
    try:
        today = workbench.today()
        on = None if day is None else parse_day(day, today.today, today.calendar)
        facts = workbench.read(day_report, on, workbench.queue())
    finally:
        workbench.close()
    if options.json:
        answers.document(as_json(facts))
    else:
        answers.show(report_text(facts).rstrip("\n"))
    return answers.DONE


def as_json(facts: DayReport) -> dict[str, Any]:
    """The figures for a program; sums as text."""
    asked, after = facts.requests, facts.tomorrow
    return {
        "day": facts.day.isoformat(),
        "calls": {"made": facts.calls_made, "spoke": facts.spoke, "outcomes": dict(facts.calls)},
        "talks": facts.talks,
        "promises": _sum(facts.promises),
        "money": {"payments": _sum(facts.payments), "matched": facts.matched.plain()},
        "invoices": {"issued": _sum(facts.issued), "sent": facts.sent},
        "requests": {
            "received": asked.received,
            "handed": asked.handed,
            "answered": asked.answered,
            "told": asked.told,
            "closed": asked.closed,
        },
        "conflicts": {"opened": facts.conflicts_opened, "closed": facts.conflicts_closed},
        "tasks_done": facts.tasks_done,
        "put_off": [{"reason": reason, "count": many} for reason, many in facts.put_off.later.items()],
        "silenced": [{"reason": reason, "count": many} for reason, many in facts.put_off.silenced.items()],
        "tomorrow": {
            "day": after.day.isoformat(),
            "items": after.items,
            "tasks": after.tasks,
            "promises": _sum(after.promises),
        },
        "undecided": facts.undecided,
        "burning": facts.burning,
        "text": report_text(facts),
    }


def _sum(found: Sum) -> dict[str, Any]:
    return {"count": found.count, "sum": found.sum.plain()}
