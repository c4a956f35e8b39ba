"""Real bytes of real terminals, through a pseudo-terminal: both layouts, the kitty protocol, and nonsense."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of Linux and macOS", allow_module_level=True)

from tests.benchmarks.pty_session import Program, Session

PROGRAM = Program("keyboard", [sys.executable, str(Path(__file__).with_name("keyboard_program.py"))], ready="готово")


@pytest.fixture
def session() -> Iterator[Session]:
    """The program, ready for keys."""
    with Session(PROGRAM, size=(80, 10)) as session:
        session.wait_for(PROGRAM.ready)
        yield session


def send(session: Session, *sent: str) -> None:
    """What a terminal sends; bytes that are no UTF-8 are written as surrogates."""
    for data in sent:
        session.write(data.encode("utf-8", "surrogateescape"))


def test_legacy_bytes_of_the_russian_layout_answer(session: Session) -> None:
    send(session, "о", "О", "с", ".", ",", "\x13", "\x1b[A", "Г")
    session.wait_for("ответы: j J c slash question_mark ctrl+s up U.")


def test_kitty_bytes_of_the_russian_layout_answer(session: Session) -> None:
    send(
        session,
        "\x1b[1086;;1086u",
        "\x1b[1086;2;1054u",
        "\x1b[1089;;1089u",
        "\x1b[46;;46u",
        "\x1b[44;2;44u",
        "\x1b[1099;5u",
        "\x1b[57400;;49u",
        "\x1b[1;1A",
    )
    session.wait_for("ответы: j J c slash question_mark ctrl+s 1 up.")


@pytest.mark.parametrize("sent", ["\x11", "\x1b[1081;5u", "\x1b[113;5u"], ids=["legacy", "kitty й", "kitty q"])
def test_ctrl_q_ends_the_program(session: Session, sent: str) -> None:
    send(session, sent)
    session.wait_for("конец")


def test_text_in_a_field_stays_cyrillic_and_ctrl_still_answers(session: Session) -> None:
    session.step("f2", "поле")
    send(session, "Жук о.", "\x1b[1078;2;1046u", "\x1b[1091;;1091u")
    session.wait_for("Жук о.Жу")
    send(session, "\x1b[1099;5u")
    session.wait_for("ответы: ctrl+s.")


@pytest.mark.parametrize(
    "sent",
    ["\x1b[1089::99;5u", "\x1b[1089;5:1u", "\x1b[27;5;1089~"],
    ids=["alternate keys", "event types", "modify other keys"],
)
def test_ctrl_with_a_cyrillic_letter_answers_however_it_is_sent(session: Session, sent: str) -> None:
    send(session, sent, "о")
    session.wait_for("ответы: ctrl+c j.")


@pytest.mark.parametrize(
    "nonsense",
    [
        "\x1b[99999999999u",
        "\x1b[97;5:3u",
        "\x1b[?62;22c",
        "\udcff\udcfe",
        "\x1b[<0;1M",
        "\x1b[200~\udcd0\x1b[201~",
    ],
    ids=["no character", "release", "attributes", "not utf-8", "mouse", "paste"],
)
def test_bytes_that_are_no_key_end_nothing_and_answer_nothing(session: Session, nonsense: str) -> None:
    send(session, nonsense, "о")
    session.wait_for("ответы: j.")


@pytest.mark.parametrize("in_field", [False, True], ids=["list", "field"])
def test_nothing_is_sent_while_nothing_happens(session: Session, in_field: bool) -> None:
    if in_field:
        session.step("f2", "поле")
    assert session.idle(1.2).sent == 0


def test_a_terminal_that_is_gone_ends_the_program() -> None:
    """Also where the hang-up signal is ignored, as under `nohup`: no process is left spinning."""
    ours, theirs = os.openpty()
    shell = ["sh", "-c", 'trap "" HUP; exec "$0" "$1"', *PROGRAM.argv]
    process = subprocess.Popen(shell, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    try:
        seen = b""
        while "готово".encode() not in seen:
            seen += os.read(ours, 65536)
        os.close(ours)
        assert process.wait(timeout=20) is not None
    finally:
        process.kill()
