"""The timer of the benchmarks sees what a person sees, or its figures would mean nothing."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Linux and macOS", allow_module_level=True)

from tests.benchmarks.emulator import Answers, Emulator
from tests.benchmarks.pty_timer import NotSeen, Program, Session, alternate, keys, measure_start, spread

# Says that it is ready once its terminal has answered, then shows each key until `q`.
ECHO = r"""
import os, sys, tty
tty.setraw(0)
os.write(1, b"\x1b[2J\x1b[?2026$p")
answer = os.read(0, 100)
os.write(1, "\x1b[3;5Hготово ".encode() + answer[2:])
while (key := os.read(0, 100)) != b"q":
    os.write(1, b"\x1b[5;1H\x1b[2Kkey " + key[-1:])
os.write(1, b"\x1b[6;1Hbye")
"""


def echo(name: str = "echo") -> Program:
    """A small program for a terminal, started without anything that slows it."""
    return Program(name, [sys.executable, "-IS", "-c", ECHO], ready="готово")


def test_a_program_is_started_typed_at_and_ended() -> None:
    with Session(echo(), size=(40, 10)) as session:
        assert 0 < session.wait_for("готово") < 30
        assert session.screen.splitlines()[2] == "    готово ?2026;2$y"
        assert session.step("down", "key B") > 0
        answer = session.answer("x")
        assert answer is not None
        assert 0 < answer.first <= answer.last
        assert session.screen.splitlines()[4] == "key x"
        assert session.peak_mb() > 1
        session.step("q", "bye")


def test_what_does_not_come_is_told_with_the_screen() -> None:
    with Session(echo(), size=(40, 10)) as session:
        session.wait_for("готово")
        with pytest.raises(NotSeen, match="готово"):
            session.wait_for("обед", timeout=0.01)
        session.press("q")
        with pytest.raises(NotSeen, match="the program ended"):
            session.wait_for("обед")


def test_a_silent_program_costs_nothing() -> None:
    with Session(echo(), size=(40, 10)) as session:
        session.wait_for("готово")
        assert session.idle(0.05).sent == 0


def test_a_key_held_down_is_answered_each_time() -> None:
    with Session(echo(), size=(40, 10)) as session:
        session.wait_for("готово")
        delays = session.hold("down", 5, rate=100)
    assert len(delays) == 5
    assert all(delay > 0 for delay in delays)


def test_two_programs_are_run_in_turn_and_the_warm_up_is_thrown_away() -> None:
    order: list[str] = []

    def measure(session: Session) -> float:
        order.append(session.program.name)
        return measure_start(session).ready

    found = alternate([echo("a"), echo("b")], runs=1, measure=measure, size=(40, 10))
    assert order == ["a", "b", "b", "a"]
    assert {name: len(values) for name, values in found.items()} == {"a": 1, "b": 1}


def test_a_query_cut_between_two_chunks_is_answered_once() -> None:
    answers = Answers()
    assert answers.to(b"\x1b[?20") == b""
    assert answers.to(b"26$p text \x1b[c") == b"\x1b[?2026;2$y\x1b[?62;22c"
    assert answers.to(b"more") == b""


@pytest.mark.parametrize(
    ("query", "reply"),
    [
        (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
        (b"\x1b[?u", b"\x1b[?0u"),
        (b"\x1b]11;?\x1b\\", b"\x1b]11;rgb:1111/1111/1111\x1b\\"),
        (b"\x1b[38;5;1mtext", b""),
    ],
)
def test_the_terminal_answers_what_it_knows(query: bytes, reply: bytes) -> None:
    assert Answers().to(query) == reply


def test_what_pyte_does_not_know_is_not_printed() -> None:
    emulator = Emulator(20, 3)
    for chunk in (b"\x1b[>25u\x1b[?2026$p\x1bP+q544e\x1b\\one\x1b", b"[2;1H", "два".encode()):
        emulator.feed(chunk)
    assert emulator.text() == "one\nдва\n"


def test_percentiles_are_values_that_were_measured() -> None:
    found = spread(float(number) for number in range(1, 101))
    assert (found.p50, found.p95, found.p99, found.lowest, found.highest, found.count) == (
        50,
        95,
        99,
        1,
        100,
        100,
    )
    assert spread([7.0]).p99 == 7.0


def test_keys_are_written_short() -> None:
    assert keys("down*3 enter ж") == ["down", "down", "down", "enter", "ж"]
