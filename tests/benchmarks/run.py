"""`make bench`: measures what the issue asks, prints a table and writes it to docs/benchmarks.md.

Ratios come from runs in turn, so that a drift of the machine hits both sides alike. The generated databases are kept
between runs in a folder of the system's temporary one. Each part can be run alone: `python -m tests.benchmarks.run
start keys`.
"""

import platform
import sys
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import measures
from tests.benchmarks.measures import Figure
from tests.benchmarks.memory import memory

DOCUMENT = Path(__file__).parents[2] / "docs" / "benchmarks.md"
PARTS: dict[str, Callable[[], list[Figure]]] = {
    "start": measures.start,
    "today": measures.today_command,
    "act": measures.after_act,
    "keys": measures.keys,
    "history": measures.history,
    "long": measures.long_work,
    "idle": measures.idle,
    "memory": memory,
}


def main() -> None:
    """Measure the parts that were named, or all; write the document only where all were."""
    named = sys.argv[1:] or list(PARTS)
    figures: list[Figure] = []
    for name in named:
        found = PARTS[name]()
        figures += found
        for figure in found:
            print(figure.row())
    if named == list(PARTS):
        DOCUMENT.write_text(document(figures), encoding="utf-8")
        print(f"written: {DOCUMENT}")
    if not all(figure.holds for figure in figures):
        sys.exit(1)


def document(figures: list[Figure]) -> str:
    """The table as Markdown."""
    head = (
        "# Benchmarks\n\n"
        "Made by `make bench` on a generated database of 10,000 clients, 240,000 invoices, 1,000,000 calls, "
        "200,000 requests, 30,000 sites and 100,000 pieces of equipment, "
        "in a pseudo-terminal of 160×48. "
        "Ratios are medians of pairs run in turn. "
        f"Python {platform.python_version()}, {platform.machine()}, two cores.\n\n"
        "| what | measured | at most | holds |\n|---|---|---|---|\n"
    )
    return head + "\n".join(figure.row() for figure in figures) + "\n"


if __name__ == "__main__":
    main()
