"""A program for `test_kill.py` that acts until it is killed, and says each act that it was told is done.

A line `acts` or `imports` begins a life: a process of its own, forked before any database is open, so that fifty lives
cost no fifty starts. Each life says its process id, then the number of each acknowledged entry of the journal. `half`
is an import whose life ends in its own middle.
"""

import os
import signal
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from cs_workbench.kernel.clock import parse_clock
from cs_workbench.settings import Settings
from cs_workbench.workbench import Workbench

LINES = 205
"""Lines of one import: more than are stored at a time, so that it has a middle."""
ACCOUNT = "40702810000000000001"


def open_bench(db: str) -> Workbench:
    """The workbench, on Tuesday at ten."""
    clock = parse_clock("2026-11-24T10:00:00")
    return Workbench.open(Settings(db=db, user="manager", config=Path(db).with_name("config.toml")), clock)


def acts(bench: Workbench) -> Iterator[int]:
    """A manager who adds, bills, calls, takes money and takes back; the entry of each act."""
    number = os.getpid() * 1000
    while True:
        number += 1
        client = bench.perform("clients.add", {"name": f"ООО Клиент {number}"})
        yield client.entry
        key = {"client": client.created["client"][0]}
        invoice = {"number": str(number), "issued_on": "2026-11-10", "sum": "24800", **key}
        yield bench.perform("billing.add_invoice", invoice).entry
        yield bench.perform("collection.log_call", {"outcome": "4", "promise_on": "27.11", **key}).entry
        yield bench.perform("billing.record_payment", {"sum": "15000", "paid_on": "2026-11-24", **key}).entry
        yield bench.undo()[0].entry
        yield bench.perform("tasks.add", {"text": "Проверить оплату", "on": "завтра", **key}).entry


def imports(bench: Workbench) -> Iterator[int]:
    """Statement after statement."""
    number = os.getpid() * 1000
    while True:
        number += 1
        yield bench.perform("billing.import_statement", {"lines": lines(number)}).entry


def half(bench: Workbench) -> Iterator[int]:
    """An import that is killed by the kernel's hand when it has stored a part of its lines."""

    def watch(done: int, total: int) -> None:
        if done > total // 2:
            os.kill(os.getpid(), signal.SIGKILL)

    yield bench.perform("billing.import_statement", {"lines": lines(os.getpid())}, watch).entry


def lines(number: int) -> list[dict[str, Any]]:
    """A statement of its own: nobody knows these payers."""
    first = date(2026, 11, 1)
    return [
        {
            "on": (first + timedelta(days=place % 20)).isoformat(),
            "sum": f"{1000 + place}",
            "account": ACCOUNT,
            "number": f"{number}-{place}",
            "counterparty": f"ООО Плательщик {place}",
            "purpose": "Оплата",
        }
        for place in range(LINES)
    ]


def live(kind: str, db: str) -> None:
    """One life: it ends by a signal alone."""
    os.write(1, f"{os.getpid()}\n".encode())
    bench = open_bench(db)
    bench.turn_day()
    for entry in {"acts": acts, "imports": imports, "half": half}[kind](bench):
        os.write(1, f"{entry}\n".encode())


def main(db: str) -> None:
    """Begin a life at each line, and wait for its end."""
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            live(line.strip(), db)
        os.waitpid(pid, 0)
        os.write(1, b"over\n")


if __name__ == "__main__":
    # Importing the domain is most of a start: once for all lives.
    open_bench(sys.argv[1]).performer.close()
    main(sys.argv[1])
