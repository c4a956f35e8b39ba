"""Whatever a terminal sends, the parser goes on, and no key is made up."""

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual import events
from textual.messages import TerminalSupportsSynchronizedOutput

from cs_workbench.widgets.safe_input import TolerantParser, plain_sequence
from tests.widgets.stage import Stage


def pressed(data: str) -> list[tuple[str, str | None]]:
    """Keys and characters that the parser makes of what a terminal sent."""
    return [(e.key, e.character) for e in TolerantParser().feed(data) if isinstance(e, events.Key)]


@pytest.mark.parametrize(
    ("sent", "key", "character"),
    [
        ("\x1b[1089::99;5u", "ctrl+с", None),
        ("\x1b[1081:1049:113;6u", "ctrl+shift+й", None),
        ("\x1b[97;5:1u", "ctrl+a", None),
        ("\x1b[97;5:2u", "ctrl+a", None),
        ("\x1b[1;5:1A", "ctrl+up", None),
        ("\x1b[1086::106;2:1;1054u", "О", "О"),
        ("\x1b[1086;2u", "О", "О"),
        ("\x1b[106;2u", "J", "J"),
        ("\x1b[47:63;2u", "question_mark", "?"),
        ("\x1b[32;2u", "shift+space", " "),
        ("\x1b[57400;;49u", "1", "1"),
        ("\x1b[13u", "enter", "\r"),
    ],
)
def test_a_key_of_the_kitty_protocol_is_read(sent: str, key: str, character: str | None) -> None:
    assert pressed(sent + "k") == [(key, character), ("k", "k")]


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[97;5:3u",
        "\x1b[1;1:3A",
        "\x1b[99999999999u",
        "\x1b[97;;1114112u",
        "\x1b[?62;22c",
        "\x1b[?0u",
        "\x1b[8;24;80t",
    ],
    ids=["release", "release of an arrow", "no such code", "no such text", "attributes", "flags", "size"],
)
def test_what_is_no_key_press_gives_no_key(sent: str) -> None:
    assert pressed(f"{sent}k") == [("k", "k")]


def test_sequences_of_today_are_left_as_they_are() -> None:
    for sequence in (
        "\x1b[A",
        "\x1b[3~",
        "\x1b[1;5A",
        "\x1b[97;5u",
        "\x1b[1092;;1092u",
        "\x1b[15~",
        "k",
        "\x1b",
    ):
        assert plain_sequence(sequence) == sequence


def test_the_mouse_is_still_read() -> None:
    found = [type(e) for e in TolerantParser().feed("\x1b[<0;5;7M\x1b[<0;5;7m")]
    assert found == [events.MouseDown, events.MouseUp]


def test_the_answer_about_synchronised_output_is_still_read() -> None:
    assert [type(e) for e in TolerantParser().feed("\x1b[?2026;2$y")] == [TerminalSupportsSynchronizedOutput]


def test_a_paste_is_still_read() -> None:
    pasted = [e.text for e in TolerantParser().feed("\x1b[200~ООО\x1b[201~") if isinstance(e, events.Paste)]
    assert pasted == ["ООО"]


SEQUENCES = st.from_regex(r"\x1b[\[O][<?]?[0-9:;]{0,12}[ $]?[A-Za-z~]", fullmatch=True)
CHARACTERS = st.text(alphabet="\x1b[]O<?:;0123459$~uAMRmty о\x9b\x00", min_size=1, max_size=40)


@given(st.lists(SEQUENCES | CHARACTERS, min_size=1, max_size=5))
@example(["\x1b[1089::99;5u"])
def test_nothing_typed_ends_the_parser(typed: list[str]) -> None:
    parser = TolerantParser()
    for data in typed:
        list(parser.feed(data))
    assert not parser.is_eof


@pytest.mark.skipif(sys.platform == "win32", reason="Windows reads by another driver")
def test_the_application_reads_through_the_safe_driver() -> None:
    assert Stage().get_driver_class().__name__ == "SafeLinuxDriver"
