"""The preview of a bank's statement: what it will close, each line with its reasons. Enter loads it, Esc stops."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from cs_workbench.presentation.bank import (
    line_why,
    preview_columns,
    preview_head,
    preview_rows,
    progress,
    troubles,
)
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.dialogs.long_act import LongAct
from cs_workbench.screens.dialogs.text import TextDialog
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource

if TYPE_CHECKING:
    from cs_workbench.connectors.bank_import import BankFile, BankPreview

HEAD_LINES = 6
KEYS = "Enter — загрузить, w/ц — почему, t/е — замечания, Esc — закрыть"


class BankDialog(LongAct):
    """One statement before it is loaded. Nothing is written until Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "не загружать", show=False),
        Binding("enter", "load", "загрузить", show=False, priority=True),
        Binding("w", "why", "почему", show=False),
        Binding("t", "troubles", "замечания", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._file = ""
        self._preview: BankPreview | None = None
        self._fresh = False

    def about(self, over: WorkScreen, file: "BankFile", preview: "BankPreview") -> "BankDialog":
        """Make it ready for a statement."""
        self._file, self._preview, self._fresh = file.name, preview, True
        lines = len(file.lines)
        self.make_ready(
            over,
            lambda workbench, told, _confirmed: workbench.load_statement(file, told),
            lambda done, total: progress(done, total, lines),
        )
        return self

    def compose(self) -> ComposeResult:
        """The head, the lines, the line of the act."""
        with Vertical(classes="dialog wide"):
            yield CardPane(id="bank-head")
            yield RecordTable((), id="bank-lines", empty="В выписке нет движений: день без оплат")
            yield Static(id="act-line", markup=False)

    def on_screen_resume(self) -> None:
        """Show the statement; coming back from the reasons of a line leaves it as it was."""
        if self._preview is None:
            return
        head = [CardLine(self._file, "quiet"), *preview_head(self._preview, HEAD_LINES - 3)]
        self.query_one(CardPane).show(head, about=self._preview)
        table = self.query_one(RecordTable)
        table.focus()
        if self._fresh:
            self._fresh = False
            table.set_columns(preview_columns(self.size.width))
            table.set_source(ListSource(preview_rows(self._preview)), keep=False)
            self.tell(KEYS)

    def action_load(self) -> None:
        """Load it."""
        self.begin()

    def action_why(self) -> None:
        """Everything about the line under the cursor."""
        key = self.query_one(RecordTable).cursor_key
        if self._preview is not None and key is not None and self._over is not None:
            self._read(line_why(self._preview.lines[int(key)]))

    def action_troubles(self) -> None:
        """Everything that is odd in the file."""
        if self._preview is not None:
            self._read(troubles(self._preview) or [CardLine("Замечаний нет", "good")])

    def _read(self, lines: list[CardLine]) -> None:
        if self._over is not None and not self._at_work:
            self.app.push_screen(self._over.app.dialog(TextDialog).about(lines))
