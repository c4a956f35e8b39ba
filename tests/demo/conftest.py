"""A demo made once for the tests that only look at it, and a small one for those that make their own."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from cs_workbench.demo import month
from cs_workbench.demo.life import Life
from cs_workbench.kernel.clock import FixedClock
from cs_workbench.settings import Settings
from cs_workbench.workbench import Workbench

TUESDAY = FixedClock(datetime(2026, 11, 24, 10))


class Demo(NamedTuple):
    """A made demo, opened at its moment, and how it was lived."""

    bench: Workbench
    life: Life
    path: Path


def open_demo(path: Path, clock: FixedClock) -> Workbench:
    """The workbench over a demo."""
    return Workbench.open(Settings(db=str(path), user="manager", config=path.parent / "config.toml"), clock)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The demo month of 120 clients on Tuesday 24 November 2026; look, do not touch."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    life = month.generate(path, clock=TUESDAY)
    bench = open_demo(path, TUESDAY)
    yield Demo(bench, life, path)
    bench.close()
