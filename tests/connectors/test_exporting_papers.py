"""Papers as workbooks, read back."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from cs_workbench.connectors.exporting.papers import PaperLine, Sheet, write
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.money import Money

SHEET = Sheet(
    "Акт",
    (12, 30, 14, 14),
    [
        PaperLine(("Акт сверки",), "title", (4,)),
        PaperLine(("Дата", "Документ", "Дебет", "Кредит"), "head"),
        PaperLine((date(2026, 11, 16), "=1+1", Money(2480050), None)),
        PaperLine((None, "Итого", Money(2480050), Money(0)), "total"),
        PaperLine(("От нас\nподпись", "От вас"), "text", (2, 2)),
    ],
    landscape=True,
    heads=2,
)


def test_a_paper_holds_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "акт.xlsx"
    write(path, [SHEET, SHEET._replace(title="Ещё")])
    book = openpyxl.load_workbook(path)
    found = book.worksheets[0]
    assert book.sheetnames == ["Акт", "Ещё"]
    assert [cell.value for cell in found[3]] == [datetime(2026, 11, 16), "=1+1", 24800.5, None]
    assert [cell.data_type for cell in found[3]][:3] == ["d", "s", "n"]
    assert (found["A3"].number_format, found["C3"].number_format) == ("DD.MM.YYYY", "#,##0.00")
    assert sorted(str(one) for one in found.merged_cells.ranges) == ["A1:D1", "A5:B5", "C5:D5"]
    assert (found["A5"].value, found["C5"].value) == ("От нас\nподпись", "От вас")
    assert (found.freeze_panes, found.page_setup.orientation) == ("A3", "landscape")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_paper_is_a_workbook(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        write(tmp_path / "акт.csv", [SHEET])
    assert caught.value.code == "suffix"


def test_a_paper_that_is_there_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "акт.xlsx"
    write(path, [SHEET])
    with pytest.raises(Refusal) as caught:
        write(path, [SHEET])
    assert caught.value.code == "exists"
    write(path, [SHEET], force=True)
