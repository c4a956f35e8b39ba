"""`today`: the queue for programs and for a person without the screens; needs neither Typer nor the domain."""

import argparse

from cs_workbench.cli import answers
from cs_workbench.cli.options import Options
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.queue import SPLITS, Item

COLUMNS = {"client": "Клиент", "text": "Что сделать", "amount": "Сумма", "due": "Срок", "score": "Вес"}


def arguments(rest: list[str]) -> argparse.Namespace:
    """The command's own options."""
    parser = argparse.ArgumentParser(prog="cs-workbench today", description="Что сделать сейчас и почему.")
    parser.add_argument("--split", choices=sorted(SPLITS), default="all", help="раздел очереди")
    parser.add_argument("--limit", type=int, default=None, help="сколько строк показать")
    return parser.parse_args(rest)


def run(options: Options, rest: list[str]) -> int:
    """Print the queue of a split."""
    asked = arguments(rest)
    workbench = options.open()
    items = [workbench.item(entry) for entry in workbench.queue(asked.split, asked.limit)]
    counts = workbench.counts()
    if options.json:
        answers.document(
            {"day": workbench.today().today.isoformat(), "counts": counts, "items": [as_json(item) for item in items]}
        )
    else:
        title = f"{SPLITS[asked.split]}: {counts[asked.split]}"
        answers.table(
            title, COLUMNS, [{**as_json(item), "amount": item.amount.text() if item.amount else ""} for item in items]
        )
    workbench.close()
    return answers.DONE


def as_json(item: Item) -> dict[str, object]:
    """An item for a program."""
    return {
        "key": item.key,
        "rule": item.rule,
        "tier": item.tier,
        "split": item.split,
        "score": item.score,
        "terms": item.terms,
        "client": item.client,
        "client_id": item.client_id,
        "record": item.record,
        "record_id": item.record_id,
        "text": item.text,
        "due": item.due.isoformat(),
        "late_bd": item.late_bd,
        "amount": item.amount.plain(),
        "why": item.why,
        "leaves_when": item.leaves_when,
        "actions": item.actions,
        "pinned": item.pinned,
        "snoozed_until": local(item.snoozed[0]).isoformat() if item.snoozed else None,
        "snooze_reason": item.snoozed[1] if item.snoozed else None,
    }
