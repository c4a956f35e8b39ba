"""A key answers on both layouts, and text stays text."""

import pytest
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Label, TextArea

from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.layout_keys import key_label, latin_key, twin
from tests.widgets.stage import Stage, send

LATIN = "qwertyuiopasdfghjklzxcvbnm"
RUSSIAN = "йцукенгшщзфывапролдячсмить"
SIGNS = {
    "ё": "grave_accent", "х": "left_square_bracket", "ъ": "right_square_bracket", "ж": "semicolon",
    "э": "apostrophe", "б": "comma", "ю": "full_stop", "Ё": "tilde", "Х": "left_curly_bracket",
    "Ъ": "right_curly_bracket", "Ж": "colon", "Э": "quotation_mark", "Б": "less_than_sign",
    "Ю": "greater_than_sign", "№": "number_sign",
}  # fmt: skip


@pytest.mark.parametrize("alphabet", [LATIN, RUSSIAN], ids=["latin", "russian"])
async def test_every_letter_answers_in_both_alphabets(alphabet: str) -> None:
    stage = Stage(keys=LATIN)
    async with stage.run_test() as pilot:
        await pilot.press(*alphabet)
    assert "".join(stage.answered) == LATIN


@pytest.mark.parametrize("alphabet", [LATIN, RUSSIAN], ids=["latin", "russian"])
async def test_every_capital_answers_in_both_alphabets(alphabet: str) -> None:
    stage = Stage(keys=LATIN.upper())
    async with stage.run_test() as pilot:
        send(stage, alphabet.upper())
        await pilot.pause()
    assert "".join(stage.answered) == LATIN.upper()


async def test_signs_of_the_latin_layout_answer_by_their_cyrillic_letters() -> None:
    stage = Stage(keys=SIGNS.values())
    async with stage.run_test() as pilot:
        await pilot.press(*SIGNS)
    assert stage.answered == list(SIGNS.values())


@pytest.mark.parametrize(("own", "latin"), [("і", "s"), ("ї", "]"), ("є", "'"), ("ґ", "\\"), ("ў", "o"), ("І", "S")])
def test_ukrainian_and_belarusian_letters_stand_on_latin_keys(own: str, latin: str) -> None:
    found = latin_key(own)
    assert found is not None
    assert found[1] == latin


@pytest.mark.parametrize("pressed", ["ctrl+ы", "ctrl+s"])
async def test_modifiers_are_kept(pressed: str) -> None:
    stage = Stage(keys=["ctrl+s"])
    async with stage.run_test() as pilot:
        await pilot.press(pressed)
    assert stage.answered == ["ctrl+s"]


@pytest.mark.parametrize("field", [FieldInput, TextArea])
async def test_letters_typed_into_a_field_stay_cyrillic(field: type[Widget]) -> None:
    widget = field()
    stage = Stage(widget, keys=LATIN)
    async with stage.run_test() as pilot:
        widget.focus()
        await pilot.pause()
        send(stage, "ООО Рога № 5, 7.")
        await pilot.pause()
    typed = widget.value if isinstance(widget, FieldInput) else getattr(widget, "text", "")
    assert (typed, stage.answered) == ("ООО Рога № 5, 7.", [])


@pytest.mark.parametrize("field", [FieldInput, TextArea])
async def test_a_key_with_ctrl_reaches_the_application_from_a_field(field: type[Widget]) -> None:
    widget = field()
    stage = Stage(widget, keys=["ctrl+g"])
    async with stage.run_test() as pilot:
        widget.focus()
        await pilot.press("ctrl+п")
    assert stage.answered == ["ctrl+g"]


async def test_a_cyrillic_key_that_is_bound_itself_stays() -> None:
    stage = Stage(keys=["о", "j"])
    async with stage.run_test() as pilot:
        await pilot.press("о", "j")
    assert stage.answered == ["о", "j"]


@pytest.mark.parametrize(
    ("bound", "answered"),
    [
        (["slash", "question_mark"], ["slash", "question_mark"]),
        (["slash", "question_mark", "full_stop"], ["full_stop"]),
        (["slash", "question_mark", "comma"], ["comma"]),
    ],
    ids=["neither is bound", "the full stop is bound", "the comma is bound"],
)
async def test_full_stop_and_comma_are_slash_and_question_mark_unless_one_of_them_is_bound(
    bound: list[str], answered: list[str]
) -> None:
    stage = Stage(keys=bound)
    async with stage.run_test() as pilot:
        await pilot.press(".", ",")
    assert stage.answered == answered


class Handler(Label, can_focus=True):
    """A widget with a method for a key."""

    def key_x(self) -> None:
        """Called by Textual for the key `x`."""
        assert isinstance(self.app, Stage)
        self.app.answered.append("key_x")


async def test_a_method_for_a_key_is_called_for_its_cyrillic_twin() -> None:
    widget = Handler("")
    stage = Stage(widget)
    async with stage.run_test() as pilot:
        widget.focus()
        await pilot.press("ч")
    assert stage.answered == ["key_x"]


class Question(ModalScreen[bool]):
    """A dialog that answers to `y`."""

    BINDINGS = [Binding("y", "dismiss(True)", "да")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """A word."""
        yield Label("Точно?")


async def test_a_dialog_answers_to_a_cyrillic_key() -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        stage.push_screen(Question())
        await pilot.press("н")
        await pilot.pause()
        assert not isinstance(stage.screen, Question)


async def test_ctrl_q_ends_the_program_on_the_russian_layout() -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        await pilot.press("ctrl+й")
    assert stage.return_code == 0


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("c", "c/с"),
        ("U", "U/Г"),
        ("left_square_bracket", "[/х"),
        ("ctrl+q", "Ctrl+Q"),
        ("enter", "Enter"),
        ("f2", "F2"),
        ("5", "5"),
        ("slash", "/"),
        ("space", "Пробел"),
    ],
)
def test_a_key_is_named_as_people_read_it(key: str, label: str) -> None:
    assert key_label(key) == label


@pytest.mark.parametrize(("latin", "own"), [("j", "о"), ("J", "О"), ("[", "х"), ("ctrl+q", "ctrl+й")])
def test_the_twin_of_a_key_is_the_letter_on_it(latin: str, own: str) -> None:
    assert twin(latin) == own


@pytest.mark.parametrize("key", ["enter", "f2", "5", "slash"])
def test_other_keys_have_no_twin(key: str) -> None:
    assert twin(key) is None
