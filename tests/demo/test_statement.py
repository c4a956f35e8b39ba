"""The statement that lies beside the demo: it can be loaded, closes invoices, and leaves something to think about."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from cs_workbench.connectors.bank_import import BankPreview, inputs_of, load, preview
from cs_workbench.demo import month
from cs_workbench.workbench import Workbench
from tests.demo.conftest import TUESDAY, Demo, open_demo


@pytest.fixture
def copy(demo: Demo, tmp_path: Path) -> Path:
    """A demo of the test's own."""
    return Path(shutil.copy(demo.path, tmp_path / "demo.db"))


def look(bench: Workbench, file: Path) -> BankPreview:
    """The preview of a file."""
    with bench.performer.reading(bench.today()) as read:
        return preview(load(file, read), read)


def test_it_lies_beside_the_demo_and_is_read_without_a_doubt(copy: Path) -> None:
    file = month.demo_statement(copy, TUESDAY)
    bench = open_demo(copy, TUESDAY)
    shown = look(bench, file)
    bench.close()
    assert file == copy.with_name("demo-bank.txt")
    assert (shown.rejected, shown.warnings) == ((), ())


def test_it_closes_invoices_and_leaves_doubts(copy: Path) -> None:
    file = month.demo_statement(copy, TUESDAY)
    bench = open_demo(copy, TUESDAY)
    shown = look(bench, file)
    bench.close()
    verdicts = Counter(line.verdict for line in shown.lines)
    assert verdicts["auto"] >= 15
    assert (verdicts["suggested"], verdicts["new"], verdicts["expense"]) == (2, 1, 1)
    assert shown.partial == 2
    assert any(len(line.invoices) == 2 for line in shown.lines)
    assert any("подходит несколько" in line.terms for line in shown.lines)


def test_loading_it_answers_the_banks_line_and_keeps_promises(copy: Path) -> None:
    file = month.demo_statement(copy, TUESDAY)
    bench = open_demo(copy, TUESDAY)
    with bench.performer.reading(bench.today()) as read:
        inputs = inputs_of(load(file, read))
    assert {"BANK-GET", "PAY-PROM"} <= {entry.rule.id for entry in bench.queue()}
    bench.perform("billing.import_statement", inputs)
    assert {"BANK-GET", "PAY-PROM"}.isdisjoint(entry.rule.id for entry in bench.queue())
    bench.close()


def test_it_is_the_same_each_time(copy: Path) -> None:
    first = month.demo_statement(copy, TUESDAY).read_bytes()
    assert month.demo_statement(copy, TUESDAY).read_bytes() == first
