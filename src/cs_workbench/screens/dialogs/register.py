"""The preview of a register before it is loaded: what is new, what changes, which lines are not taken and why. Enter
loads it, Esc stops.

It begins with a path (`path.py`); where the columns are not clear, `mapping.py` asks what they are.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from cs_workbench.connectors.register_import import inputs_of
from cs_workbench.presentation.registers import preview_columns, preview_head, preview_rows, progress, troubles
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.dialogs.long_act import LongAct
from cs_workbench.screens.dialogs.mapping import MappingDialog
from cs_workbench.screens.dialogs.path import PathDialog
from cs_workbench.screens.dialogs.text import TextDialog
from cs_workbench.screens.register_reading import Asking, Wanted, read_register
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource

if TYPE_CHECKING:
    from cs_workbench.connectors.register_import import RegisterFile
    from cs_workbench.domain.clients.registers.telling import Tally

ASKED = {
    "clients": "Список клиентов (XLSX, XLS, CSV): файл",
    "invoices": "Список счетов из 1С (XLSX, XLS, CSV): файл",
    "assets": "Список оборудования (XLSX, XLS, CSV): файл",
}
SUFFIXES = (".xlsx", ".xls", ".csv")
REMARKS = 3
KEYS = "Enter — загрузить, m/ь — колонки, t/е — замечания, Esc — закрыть"


class RegisterDialog(LongAct):
    """One register before it is loaded. Nothing is written until Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "не загружать", show=False),
        Binding("enter", "load", "загрузить", show=False, priority=True),
        Binding("m", "columns", "что в колонках", show=False),
        Binding("w", "line", "строка целиком", show=False),
        Binding("t", "troubles", "замечания", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._read: tuple[RegisterFile, Tally] | None = None
        self._fresh = False

    # From a path to the preview

    def ask(self, over: WorkScreen, kind: str) -> None:
        """Ask for the file of a register; what came of its loading is said on `over`."""
        dialog = over.app.dialog(PathDialog)
        asking = Asking(lambda: dialog.is_current, dialog.tell, dialog.refuse)

        def chosen(path: Path) -> None:
            read_register(over, Wanted(kind, path), asking, lambda file, tally: self._came(over, dialog, file, tally))

        over.app.push_screen(dialog.ask(ASKED[kind], chosen, suffixes=SUFFIXES))

    def _came(
        self, over: WorkScreen, asked: PathDialog | MappingDialog, file: "RegisterFile", tally: "Tally | None"
    ) -> None:
        if not asked.is_current:
            return
        asked.action_leave()
        if tally is None:
            self._ask_columns(over, file)
        else:
            self._show(over, file, tally)

    def _ask_columns(self, over: WorkScreen, file: "RegisterFile") -> None:
        dialog = over.app.dialog(MappingDialog)
        asking = Asking(lambda: dialog.is_current, dialog.tell, dialog.refuse)

        def chosen(columns: Sequence[str]) -> None:
            wanted = Wanted(file.kind, file.path, columns)
            read_register(over, wanted, asking, lambda read, tally: self._came(over, dialog, read, tally))

        over.app.push_screen(dialog.about(file, chosen))

    def _show(self, over: WorkScreen, file: "RegisterFile", tally: "Tally") -> None:
        self._read, self._fresh = (file, tally), True
        inputs, lines = inputs_of(file), len(file.lines.lines)
        self.make_ready(
            over,
            lambda workbench, told, _confirmed: workbench.perform(file.register.action, inputs, told),
            lambda done, total: progress(done, total, lines),
        )
        if self not in over.app.screen_stack:
            over.app.push_screen(self)

    # Showing

    def compose(self) -> ComposeResult:
        """The head, the lines, the line of the act."""
        with Vertical(classes="dialog wide"):
            yield CardPane(id="register-head")
            yield RecordTable((), id="register-lines", empty="Под заголовком нет ни одной строки")
            yield Static(id="act-line", markup=False)

    def on_screen_resume(self) -> None:
        """Show the register; coming back from a line's text leaves it as it was."""
        if self._read is None:
            return
        file, tally = self._read
        self.query_one(CardPane).show(preview_head(file, tally, REMARKS), about=tally)
        table = self.query_one(RecordTable)
        table.focus()
        if self._fresh:
            self._fresh = False
            table.set_columns(preview_columns(self.size.width))
            table.set_source(ListSource(preview_rows(file, tally)), keep=False)
            self.tell(KEYS)

    # Keys

    def action_load(self) -> None:
        """Load it."""
        self.begin()

    def action_columns(self) -> None:
        """Say anew what the columns are; the file is read again."""
        if self._read is not None and self._over is not None and not self._at_work:
            self._ask_columns(self._over, self._read[0])

    def action_line(self) -> None:
        """The line under the cursor, whole."""
        row = self.query_one(RecordTable).cursor_row
        if row is not None:
            number, verdict, title, details = row.cells
            said = [
                CardLine(f"Строка {number}: {verdict}", "title"),
                CardLine(title),
                *map(CardLine, details.split("; ")),
            ]
            self._tell_whole(said)

    def action_troubles(self) -> None:
        """Every line that is not taken, and what is odd."""
        if self._read is not None:
            self._tell_whole(troubles(*self._read) or [CardLine("Замечаний нет", "good")])

    def _tell_whole(self, lines: list[CardLine]) -> None:
        if self._over is not None and not self._at_work:
            self.app.push_screen(self._over.app.dialog(TextDialog).about(lines))
