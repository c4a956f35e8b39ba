"""After «Хвост дня» no item of today lacks a date or a reason, whatever was done before; the day's report says what the
journal says.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cs_workbench.domain.evening import burns, later_days, undecided
from cs_workbench.domain.reports.day import day_report
from tests.desk import Desk
from tests.properties.anything import Drawn, runs
from tests.properties.test_undo import perform
from tests.reliability.lived import lived_desk

EXAMPLES = 10
DAY = "2026-11-24"
GONE = ("superseded", "cancelled")
Rows = Mapping[str, list[Mapping[str, Any]]]


def close(desk: Desk, choices: list[int]) -> None:
    """One pass: a digit or a reason for each item as it comes, then all the rest at once."""
    today = desk.bench.today()
    days = later_days(today)
    for choice in choices:
        tail = undecided(desk.bench.queue(), today)
        if not tail:
            return
        entry = tail[choice % len(tail)]
        if choice % 5 == 4 and not burns(entry, today):
            desk.do("tasks.mute", key=entry.key, reason="не нужно")
        else:
            reason = "сделано, что можно" if burns(entry, today) else None
            desk.do("tasks.close_day", keys=[entry.key], until=days[choice % 4].day.isoformat(), reason=reason)
    tail = undecided(desk.bench.queue(), today)
    if tail:
        desk.do("tasks.close_day", keys=[entry.key for entry in tail], until="завтра", reason="не успели")


@settings(max_examples=EXAMPLES)
@given(run=runs(12), choices=st.lists(st.integers(0, 40), max_size=8))
def test_after_the_pass_nothing_of_today_lacks_a_date_or_a_reason(run: list[Drawn], choices: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder, lived_desk(Path(folder), user="anybody") as desk:
        perform(desk, run)
        today = desk.bench.today()
        close(desk, choices)
        assert undecided(desk.bench.queue(), today) == []
        assert not [entry.key for entry in desk.bench.queue("snoozed") if burns(entry, today)]


# The report against the journal ----------------------------------------------------------------------------------


def from_journal(desk: Desk) -> Rows:
    """Every row as the acts that stand have left it: the images of the journal, acts that are undone left out."""
    ask = desk._plain.execute
    verdict = dict(ask("SELECT target, kind FROM journal_entry WHERE target IS NOT NULL ORDER BY id"))
    standing = {number for (number,) in ask("SELECT id FROM journal_entry WHERE kind = 'do'")}
    standing -= {number for number, kind in verdict.items() if kind == "undo"}
    rows: dict[str, dict[int, Mapping[str, Any]]] = {}
    for entry, record, number, after in ask(
        "SELECT entry_id, record, record_id, after FROM journal_image ORDER BY id"
    ).fetchall():
        if entry not in standing:
            continue
        of_record = rows.setdefault(record, {})
        if after is None:
            of_record.pop(number, None)
        else:
            of_record[number] = json.loads(after)
    return {record: list(found.values()) for record, found in rows.items()}


def local_day(value: Any) -> str:
    """The local day of a moment in an image."""
    if not value:
        return ""
    moment = datetime.fromisoformat(value)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone().date().isoformat()


def recount(rows: Rows) -> dict[str, Any]:
    """The report's figures, counted anew from the journal's rows."""

    def of(record: str) -> list[Mapping[str, Any]]:
        return rows.get(record, [])

    calls = [call for call in of("call_attempt") if call["on"] == DAY]
    promises = [one for one in of("promise") if one["made_on"] == DAY and one["state"] not in GONE]
    payments = [one for one in of("payment") if local_day(one["created_at"]) == DAY]
    issued = [one for one in of("invoice") if one["issued_on"] == DAY and one["state"] not in GONE]
    return {
        "calls": dict(Counter(call["outcome"] for call in calls)),
        "spoke": sum(bool(call["spoke"]) for call in calls),
        "talks": sum(one["on"] == DAY for one in of("talk")),
        "promises": (len(promises), sum(one["sum"] for one in promises)),
        "payments": (len(payments), sum(one["sum"] for one in payments)),
        "matched": sum(one["sum"] for one in of("allocation") if local_day(one["created_at"]) == DAY),
        "issued": (len(issued), sum(one["sum"] for one in issued)),
        "sent": sum(local_day(one["sent_at"]) == DAY for one in of("invoice_send")),
        "received": sum(one["received_on"] == DAY for one in of("request")),
        "handed": sum(one["sent_on"] == DAY for one in of("handover")),
        "answered": sum(one["answered_on"] == DAY for one in of("handover")),
        "told": sum(local_day(one["told_at"]) == DAY for one in of("handover")),
        "closed": sum(local_day(one["closed_at"]) == DAY and one["state"] == "closed" for one in of("request")),
        "conflicts": sum(one["opened_on"] == DAY for one in of("conflict")),
        "settled": sum(local_day(one["closed_at"]) == DAY for one in of("conflict")),
        "tasks_done": sum(local_day(one["done_at"]) == DAY for one in of("task")),
    }


def reported(desk: Desk) -> dict[str, Any]:
    """The same figures as the report has them."""
    facts = desk.bench.read(day_report, None, desk.bench.queue())
    asked = facts.requests
    return {
        "calls": dict(facts.calls),
        "spoke": facts.spoke,
        "talks": facts.talks,
        "promises": (facts.promises.count, int(facts.promises.sum)),
        "payments": (facts.payments.count, int(facts.payments.sum)),
        "matched": int(facts.matched),
        "issued": (facts.issued.count, int(facts.issued.sum)),
        "sent": facts.sent,
        "received": asked.received,
        "handed": asked.handed,
        "answered": asked.answered,
        "told": asked.told,
        "closed": asked.closed,
        "conflicts": facts.conflicts_opened,
        "settled": facts.conflicts_closed,
        "tasks_done": facts.tasks_done,
    }


@settings(max_examples=EXAMPLES)
@given(run=runs(24))
def test_the_report_says_what_the_journal_says(run: list[Drawn]) -> None:
    with tempfile.TemporaryDirectory() as folder, lived_desk(Path(folder), user="anybody") as desk:
        perform(desk, [drawn for drawn in run if drawn[0] != "days"])
        assert reported(desk) == recount(from_journal(desk))


def snoozed_today(desk: Desk) -> dict[str, int]:
    """Reasons of the snoozes that stand and were made today."""
    rows = [row for row in desk.rows("snooze") if row["created_at"].astimezone().date().isoformat() == DAY]
    return dict(Counter(row["reason"] or "" for row in rows))


@settings(max_examples=EXAMPLES)
@given(choices=st.lists(st.integers(0, 40), max_size=8))
def test_reasons_in_the_report_are_those_of_the_pass(choices: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder, lived_desk(Path(folder)) as desk:
        keys = len(undecided(desk.bench.queue(), desk.bench.today()))
        before = desk.bench.read(day_report, None, ()).put_off
        close(desk, choices)
        after = desk.bench.read(day_report, None, ()).put_off
        muted = sum(after.silenced.values()) - sum(before.silenced.values())
        assert after.count - before.count == keys - muted
        for reason, many in snoozed_today(desk).items():
            assert after.later[reason] >= many
