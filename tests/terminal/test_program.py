"""The real program in a terminal: how it ends, breaks, waits and is suspended, and what it sends (reliability 12,
43–46, 51).
"""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Linux and macOS", allow_module_level=True)

from cs_workbench.settings import log_folder
from tests.desk import Desk
from tests.reliability.hostile import OBEYED, hostile_desk
from tests.reliability.lived import lived_desk
from tests.terminal.crashing_program import CANARY
from tests.terminal.real import LOADED, Seat, workbench

POINTER = b"\x1b]22;default\x07"
"""Textual's own word on the shape of the mouse."""

WALK = (
    "down down w escape c escape o escape f1 escape enter tab down tab tab escape "
    "1 down f2 3 tab down tab tab down f10 escape"
)
"""Rows, cards, dialogs and every screen."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk that was lived at: a second window beside the terminal."""
    with lived_desk(tmp_path) as here:
        yield here


@pytest.fixture
def seat(desk: Desk) -> Iterator[Seat]:
    """The program, loaded."""
    with Seat(workbench(Path(desk.bench.where))) as seat:
        seat.wait_for(LOADED)
        yield seat


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_signals_restore_terminal(seat: Seat, number: signal.Signals) -> None:
    """A shutdown ends the program as its own key does."""
    seat.signal(number)
    assert seat.code() == 0
    assert seat.restored()


def test_its_own_key_restores_the_terminal(seat: Seat) -> None:
    seat.press("ctrl+q")
    assert seat.code() == 0
    assert seat.restored()
    assert b"Traceback" not in seat.bytes


def test_a_closed_terminal_ends_the_program(seat: Seat, desk: Desk) -> None:
    """The window is closed in the middle of a form: no process is left, and the file is free."""
    seat.step("n", "заметка")
    seat.write("недописанное".encode())
    os.close(seat._fd)
    seat._fd = os.open(os.devnull, os.O_RDWR)
    assert seat._process.wait(20) is not None
    desk.do("tasks.add", text="Дальше", on="завтра")


@pytest.mark.parametrize(("where", "code"), [("key", 3), ("act", 0), ("reading", 0)])
def test_crash_report_has_no_data(desk: Desk, where: str, code: int) -> None:
    """A defect is told in words and kept in a file of one's own; the names that it held are nowhere."""
    program = workbench(Path(desk.bench.where), "--debug", module="tests.terminal.crashing_program", CRASH=where)
    with Seat(program) as seat:
        seat.wait_for(LOADED)
        seat.write(b"\x02")
        if where == "key":
            assert seat.code() == code
            assert seat.restored()
        else:
            seat.wait_for("Подробности")
            seat.press("ctrl+q")
            assert seat.code() == code
        told = seat.bytes.decode(errors="replace")
    assert "Подробности" in told or where != "key"
    assert "Traceback" not in told
    (log,) = [path for path in log_folder().rglob("*") if path.is_file()]
    report = log.read_text(encoding="utf-8")
    assert "ValueError" in report
    assert "crashing_program.py" in report
    assert [place for place in (told, report) if CANARY in place or CANARY[:10] in place] == []
    assert log.stat().st_mode & 0o077 == 0
    assert all(check.holds for check in desk.bench.check() if check.grave)


def test_exit_code_of_a_start_that_fails(tmp_path: Path) -> None:
    """No screen is opened on what is no database: a sentence, and 3."""
    path = tmp_path / "photo.db"
    path.write_bytes(b"\x89PNG\r\n" * 1000)
    with Seat(workbench(path)) as seat:
        assert seat.code() == 3
        assert "повреждён или это не база" in " ".join(seat.bytes.decode().split())
        assert b"\x1b[?1049h" not in seat.bytes


def test_exit_code_of_a_terminal_that_cannot_draw(tmp_path: Path) -> None:
    with Seat(workbench(tmp_path / "desk.db", TERM="dumb")) as seat:
        assert seat.code() == 1
        assert "today --json" in seat.bytes.decode()


def test_no_raw_controls(tmp_path: Path) -> None:
    """What data hold of escape sequences is not among the bytes that the terminal gets."""
    with hostile_desk(tmp_path) as desk, Seat(workbench(Path(desk.bench.where)), size=(160, 45)) as seat:
        seat.wait_for(LOADED)
        for key in WALK.split():
            seat.answer(key, timeout=0.3)
        seat.press("ctrl+q")
        assert seat.code() == 0
    sent = seat.bytes.replace(POINTER, b"")
    assert b"[@click" in sent, "the hostile text was seen"
    assert [name for name, text in OBEYED.items() if text.encode() in sent] == []
    assert {char for char in sent.decode(errors="replace") if _obeyed(char)} <= {"\x1b", "\r", "\n"}
    assert b"\x1b]" not in sent.replace(b"\x1b]11;?", b""), "no title, no clipboard, no link"


def _obeyed(char: str) -> bool:
    return ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u2066"


def test_suspended_window_does_not_block(seat: Seat, desk: Desk) -> None:
    """A window that the system has stopped holds nothing: another acts at once, and the first one sees it when it goes
    on.
    """
    seat.settle(0.3)
    seat.signal(signal.SIGSTOP)
    desk.do("clients.note", client=2, text="Пока окно спит")
    desk.do("tasks.add", text="Проснулось и увидело", on="сегодня")
    seat.signal(signal.SIGCONT)
    seat.wait_for("Проснулось и увидело", timeout=20)


def test_a_window_that_was_stopped_goes_on_as_before(seat: Seat) -> None:
    """Stopped and started again without a warning, twice: each key is answered once, and the end is as usual."""
    for _ in range(2):
        seat.signal(signal.SIGSTOP)
        seat.signal(signal.SIGCONT)
        seat.wait_for("Берёзка", since=time.perf_counter())
    seat.settle(0.3)
    for key in ("down", "down", "down"):
        seat.answer(key)
    assert "Позвонить об оплате" in next(line for line in seat.screen.splitlines() if line.startswith("›"))
    seat.press("ctrl+q")
    assert seat.code() == 0
    assert seat.restored()


def test_idle_budget(seat: Seat) -> None:
    """Ten seconds in which nothing happens: less than half a per cent of a core, and not a byte."""
    idle = seat.idle(10)
    assert idle.sent == 0
    assert idle.cpu_ms / 60_000 < 0.005
