"""Asks for a file: a path with `~`; Tab completes names, the folder of the last file is remembered."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from cs_workbench.connectors.file_names import completed, first_folder, shortened, typed_path
from cs_workbench.kernel.errors import Refusal
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.plain import plain

SHOWN = 12


class PathDialog(Dialog):
    """`chosen(path)` is called at Enter; the caller closes it, or shows with `refuse` what is wrong with the file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "дописать имя", show=False, priority=True),
    ]
    hint: ClassVar[str] = "Tab — дописать имя, Enter — открыть"
    doing: ClassVar[str] = "Читаем файл…"

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._chosen: Callable[[Path], None] | None = None
        self._folder: Path | None = None
        self._likely: Path | None = None
        self._asking = False
        self._suffixes: tuple[str, ...] = ()

    def ask(
        self,
        title: str,
        chosen: Callable[[Path], None],
        likely: Path | None = None,
        suffixes: Sequence[str] = (),
    ) -> "PathDialog":
        """Make it ready for a question; a `likely` file stands in the field from the start, names of files with other
        `suffixes` are not completed.
        """
        self._title, self._chosen, self._likely, self._asking = title, chosen, likely, True
        self._suffixes = tuple(suffixes)
        return self

    def compose(self) -> ComposeResult:
        """A title, the field, names that fit or what is wrong."""
        with Vertical(classes="dialog"):
            yield Static(id="path-title", markup=False)
            yield FieldInput(id="path-field")
            yield Static(id="path-reading", markup=False)

    def on_screen_resume(self) -> None:
        """A new question begins in the folder of the last file."""
        if not self._asking:
            return
        self._asking = False
        self.query_one("#path-title", Static).update(plain(self._title))
        field = self.query_one(FieldInput)
        folder = shortened(self._likely.parent if self._likely else self._folder or first_folder())
        field.value = folder + (self._likely.name if self._likely else "")
        field.cursor_position = len(field.value)
        field.focus()
        self._say(self.hint)

    @on(FieldInput.Submitted)
    def send(self, event: FieldInput.Submitted) -> None:
        """Hand the path over."""
        path = typed_path(event.value)
        self._folder = path.parent
        self._say(self.doing)
        if self._chosen is not None:
            self._chosen(path)

    def action_complete(self) -> None:
        """Write on as far as all names that fit agree, and show them."""
        field = self.query_one(FieldInput)
        text, names = completed(field.value, self._suffixes)
        field.value = text
        field.cursor_position = len(text)
        more = f" и ещё {len(names) - SHOWN}" if len(names) > SHOWN else ""
        self._say("  ".join(names[:SHOWN]) + more if names else "Таких файлов нет")

    def refuse(self, refusal: Refusal) -> None:
        """Show what is wrong with the file; the path stays."""
        self._say(refusal.message, wrong=True)

    def tell(self, text: str) -> None:
        """How far the reading is."""
        self._say(text)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        line = self.query_one("#path-reading", Static)
        line.update(plain(text))
        line.set_class(wrong, "wrong")
