"""A field keeps what is typed and pasted, without what a terminal would obey."""

import pytest
from textual import events

from cs_workbench.widgets.field_input import FieldInput
from tests.widgets.stage import HOSTILE, Stage, send


@pytest.mark.parametrize("text", HOSTILE)
async def test_a_value_is_cleaned(text: str) -> None:
    field = FieldInput()
    async with Stage(field).run_test():
        field.value = text
        assert field.value == HOSTILE[text]


async def test_every_line_of_a_paste_comes_in_as_one_line() -> None:
    field = FieldInput()
    async with Stage(field).run_test() as pilot:
        field.focus()
        field.value = "тел. "
        await pilot.pause()
        field.post_message(events.Paste("8 916\n123-45-67\x1b[2J\t доб. 2\n"))
        await pilot.pause()
    assert field.value == "тел. 8 916 123-45-67 доб. 2"


async def test_a_paste_replaces_what_is_selected() -> None:
    field = FieldInput()
    async with Stage(field).run_test() as pilot:
        field.focus()
        field.value = "старое"
        field.action_select_all()
        field.post_message(events.Paste("новое"))
        await pilot.pause()
    assert field.value == "новое"


@pytest.mark.parametrize(
    "sent",
    ["Жук", "\x1b[1078;2;1046u\x1b[1091;;1091u\x1b[1082;;1082u", "\x1b[1078;2u\x1b[1091u\x1b[1082u"],
    ids=["legacy", "kitty with text", "kitty without text"],
)
async def test_what_any_terminal_sends_for_a_word_is_the_word(sent: str) -> None:
    field = FieldInput()
    stage = Stage(field)
    async with stage.run_test() as pilot:
        field.focus()
        await pilot.pause()
        send(stage, sent)
        await pilot.pause()
    assert field.value == "Жук"


async def test_a_blank_at_the_end_stays_while_one_types() -> None:
    field = FieldInput()
    async with Stage(field).run_test() as pilot:
        field.focus()
        await pilot.press("а", "space", "б")
    assert field.value == "а б"


async def test_the_cursor_does_not_blink() -> None:
    field = FieldInput()
    async with Stage(field).run_test() as pilot:
        field.focus()
        await pilot.pause()
        assert not field.cursor_blink
