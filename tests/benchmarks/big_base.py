"""The large database of the benchmarks: 10,000 clients, 240,000 invoices, 1,000,000 calls, 200,000 requests, 30,000
sites, 100,000 pieces of equipment, some fourteen thousand items due.

`cached` makes it once for a version of the schema and of these modules in a folder outside the checkout. It is to be
opened at `NOW`; its December is ready for the month's run. `python -m tests.benchmarks.big_base FOLDER [CLIENTS]` makes
it and says what came out.
"""

import hashlib
import os
import sys
from collections import Counter
from pathlib import Path

from cs_workbench.domain.performer import Performer
from cs_workbench.kernel.clock import FixedClock
from cs_workbench.settings import load
from cs_workbench.storage import driver
from cs_workbench.storage.compiled import rebuild_standing
from cs_workbench.storage.record import metadata
from cs_workbench.workbench import Workbench
from tests.benchmarks.big_money import fill_money
from tests.benchmarks.big_requests import fill_requests
from tests.benchmarks.big_shape import NOW, Shape
from tests.benchmarks.big_statement import write_statement
from tests.benchmarks.big_words import fill_words
from tests.benchmarks.bulk import bulk_into

HERE = Path(__file__).parent


def make(
    path: Path,
    clients: int = 10_000,
    invoices: int = 240_000,
    calls: int = 1_000_000,
    seed: int = 1,
    closed_history: float = 1.0,
) -> None:
    """Write the database at a path that does not exist.

    `invoices` and `calls` are totals at `closed_history` 1.0. What is closed (paid invoices, old calls, kept promises,
    done tasks) is multiplied by it, what is open stays: the same queue over a hundred times the history is 0.1 and 10.
    """
    shape = Shape(clients, invoices, calls, seed, closed_history)
    performer = Performer(str(path))
    performer.create(shape.today)
    performer.close()
    with bulk_into(path) as bulk:
        fill_money(shape, bulk)
        fill_words(shape, bulk)
        fill_requests(shape, bulk)
    connection = driver.connect(path)
    driver.add_functions(connection)
    rebuild_standing(connection, shape.today)
    connection.close()


def statement(path: Path, base: Path, lines: int = 5_000) -> None:
    """Write a statement of the bank for such a database (`big_statement.py`)."""
    write_statement(path, base, lines)


def cached(
    folder: Path,
    clients: int = 10_000,
    invoices: int = 240_000,
    calls: int = 1_000_000,
    seed: int = 1,
    closed_history: float = 1.0,
) -> Path:
    """The database of these sizes in a folder, made where it is not there yet. Copy it before changing it."""
    sizes = f"{clients}-{invoices}-{calls}-{seed}-{closed_history:g}"
    path = folder / f"big-{sizes}-{_version()}.db"
    if not path.exists():
        part = path.with_suffix(".part")
        for left in (part, *(Path(f"{part}{end}") for end in ("-wal", "-shm"))):
            left.unlink(missing_ok=True)
        make(part, clients, invoices, calls, seed, closed_history)
        os.replace(part, path)
    return path


def _version() -> str:
    """Changes with the schema and with what is written."""
    digest = hashlib.sha256()
    for name, table in sorted(metadata.tables.items()):
        digest.update(
            f"{name}: {[str(column) for column in table.columns]} {sorted(str(i.name) for i in table.indexes)}".encode()
        )
    for source in ("big_base.py", "big_shape.py", "big_money.py", "big_requests.py", "big_words.py", "bulk.py"):
        digest.update((HERE / source).read_bytes())
    return digest.hexdigest()[:12]


def main(arguments: list[str]) -> None:
    """Make a database and print the size of its queue by rule."""
    folder, clients = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 10_000
    path = cached(folder, clients, clients * 24, clients * 100)
    workbench = Workbench.open(load(str(path), config=str(folder / "config.toml")), FixedClock(NOW))
    rules = Counter(entry.rule.id for entry in workbench.queue())
    broken = [check.message for check in workbench.check() if check.grave and not check.holds]
    print(
        f"{path}: {path.stat().st_size >> 20} MB",
        rules.most_common(),
        f"всего {rules.total()}",
        workbench.counts(),
        broken,
        sep="\n",
    )
    workbench.close()


if __name__ == "__main__":
    main(sys.argv[1:])
