"""The command line as a program among others (reliability 42, 43, 45, 46): what data hold reaches no terminal raw, and
each line is answered as it comes.
"""

import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from cs_workbench import failures
from cs_workbench.__main__ import main
from cs_workbench.settings import log_folder
from cs_workbench.workbench import Workbench
from tests.desk import Desk
from tests.reliability.children import NOW, Child
from tests.reliability.hostile import MARKUP, OBEYED, hostile_desk

CANARY = "Канарейкин 4510 123456"


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Path]:
    """The file of a desk where every text is hostile."""
    with hostile_desk(tmp_path) as desk:
        yield Path(desk.bench.where)


def strange(text: str) -> list[str]:
    """What a terminal would obey."""
    return [char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char != "\n"]


@pytest.mark.parametrize(
    "words",
    [
        ["today"],
        ["list", "client"],
        ["list", "note"],
        ["list", "bank_line"],
        ["show", "client", "1"],
        ["journal"],
        ["undo", "--list"],
        ["do", "clients.note", "client=1", "text=Тише"],
        ["undo"],
        ["redo"],
        ["backup"],
        ["doctor"],
        *([*words, text] for text in OBEYED.values() for words in (["list"], ["show", "client"], ["do"])),
    ],
    ids=lambda words: ascii(" ".join(words)),
)
def test_no_raw_controls(hostile: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """Neither of what is stored nor of what was asked for."""
    main(["--db", str(hostile), "--now", NOW, "--user", "manager", *words])
    printed = capsys.readouterr()
    assert strange(printed.out) == []
    assert strange(printed.err) == []


def test_markup_is_printed_as_it_is(
    hostile: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "2000")
    for record in ("note", "talk", "client", "invoice", "bank_line", "task", "contact", "promise", "call_attempt"):
        main(["--db", str(hostile), "--now", NOW, "list", record])
    printed = capsys.readouterr().out
    assert [text for text in MARKUP if text not in printed] == []


def test_a_batch_is_answered_line_by_line(desk: Desk) -> None:
    """The program that gives the lines may wait for each answer before it gives the next."""
    common = ["--db", desk.bench.where, "--now", NOW, "--json", "do", "--batch", "-"]
    with Child("cs_workbench", *common) as child:
        for number in range(3):
            child.tell(json.dumps({"action": "tasks.add", "text": f"Дело {number}", "on": "завтра"}))
            assert json.loads(child.hear())["entry"] == number + 1
        assert child.finish() == ""


def test_a_line_of_a_batch_ends_where_the_file_says(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Other signs that end a line for somebody are text here."""
    path = tmp_path / "batch.jsonl"
    text = "раз\u2028два\x85три"
    path.write_text(
        json.dumps({"action": "tasks.add", "text": text, "on": "завтра"}, ensure_ascii=False), encoding="utf-8"
    )
    assert main(["--db", desk.bench.where, "--now", NOW, "--json", "do", "--batch", str(path)]) == 0
    assert "раз" in desk.show("task", 1)["text"]
    assert "три" in desk.show("task", 1)["text"]


@pytest.fixture
def broken(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose program breaks at each act, with a name in its hands."""

    def perform(*_: object) -> None:
        client = {"name": CANARY}
        raise KeyError(f"no {client}")

    monkeypatch.setattr(Workbench, "perform", perform)
    return desk


@pytest.mark.parametrize("debug", [[], ["--debug"]], ids=["", "debug"])
def test_crash_report_has_no_data(broken: Desk, capsys: pytest.CaptureFixture[str], debug: list[str]) -> None:
    assert (
        main(["--db", broken.bench.where, "--now", NOW, "--json", *debug, "do", "clients.add", f"name={CANARY}"]) == 3
    )
    printed = capsys.readouterr()
    (log,) = log_folder().iterdir()
    report = log.read_text(encoding="utf-8")
    assert json.loads(printed.out)["error"]["code"] == "internal"
    assert str(log) in printed.err
    assert "KeyError" in report
    assert [place for place in (printed.out, printed.err, report) if CANARY[:8] in place or "Traceback" in place] == []


def test_a_failure_is_told_where_it_cannot_be_written(
    broken: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        failures, "log_folder", lambda: Path("/dev/null/log") if sys.platform != "win32" else Path("nul:/log")
    )
    assert main(["--db", broken.bench.where, "--now", NOW, "--json", "do", "clients.add", "name=ООО"]) == 3
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "internal"
