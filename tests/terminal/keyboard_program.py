"""A program for `test_keyboard_bytes.py`: says which keys its bindings answered and what its field holds.

`F2` goes between the field and the list of answers; Ctrl+Q and Ctrl+S work everywhere.
"""

from textual.app import App, ComposeResult
from textual.binding import Binding

from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.layout_keys import LayoutAgnosticKeys
from cs_workbench.widgets.plain import plain
from cs_workbench.widgets.safe_input import SafeInput
from cs_workbench.widgets.status_line import StatusLine

LETTERS = "jJcuU1"


class KeyboardProgram(LayoutAgnosticKeys[None], SafeInput[None], App[None]):
    """A field and a line of what was answered."""

    BINDINGS = [  # noqa: RUF012
        *(Binding(key, f"answer('{key}')", key) for key in LETTERS),
        *(Binding(key, f"answer('{key}')", key) for key in ("slash", "question_mark", "up", "ctrl+s", "ctrl+c")),
        Binding("f2", "switch", "поле"),
        Binding("ctrl+q", "quit", "выход"),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self._answers: list[str] = []

    def compose(self) -> ComposeResult:
        """The field above, the answers below."""
        yield FieldInput(disabled=True)
        yield StatusLine()

    def on_mount(self) -> None:
        """Nothing has been typed yet."""
        self.query_one(StatusLine).say("готово")

    def action_answer(self, key: str) -> None:
        """A binding was reached."""
        self._answers.append(key)
        self.query_one(StatusLine).say("ответы: " + " ".join(self._answers) + ".")

    def action_switch(self) -> None:
        """Into the field, or out of it."""
        field = self.query_one(FieldInput)
        field.disabled = not field.disabled
        if not field.disabled:
            field.focus()
        self.query_one(StatusLine).say("список" if field.disabled else "поле")


if __name__ == "__main__":
    KeyboardProgram().run()
    print(plain("конец"))
