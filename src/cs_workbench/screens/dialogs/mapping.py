"""What the columns of a register are: each with its title, some of its values and the field it is read as."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from cs_workbench.kernel.errors import Refusal
from cs_workbench.presentation.registers import field_choices, mapping_columns, mapping_head, mapping_rows
from cs_workbench.screens.dialogs.choice import ChoiceDialog
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.plain import plain
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource

if TYPE_CHECKING:
    from cs_workbench.connectors.register_import import RegisterFile
    from cs_workbench.screens.base import Host

KEYS = "←/→ или Enter — чем читать колонку, d/в — готово, Esc — назад"


class MappingDialog(Dialog):
    """`chosen(columns)` is called when a person is done; the caller closes it, or shows with `refuse` what is wrong."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "прежнее поле", show=False),
        Binding("right", "turn(1)", "следующее поле", show=False),
        Binding("d", "done", "готово", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._file: RegisterFile | None = None
        self._columns: list[str] = []
        self._chosen: Callable[[Sequence[str]], None] | None = None
        self._fresh = False

    def about(self, file: "RegisterFile", chosen: Callable[[Sequence[str]], None]) -> "MappingDialog":
        """Make it ready for a file."""
        self._file, self._columns, self._chosen, self._fresh = file, list(file.columns), chosen, True
        return self

    def compose(self) -> ComposeResult:
        """What is needed, the columns, what may be done."""
        with Vertical(classes="dialog wide"):
            yield CardPane(id="mapping-head")
            yield RecordTable((), id="mapping-rows", empty="В файле нет колонок")
            yield Static(id="mapping-line", markup=False)

    def on_screen_resume(self) -> None:
        """Show the columns; the cursor stays where it was while a field is chosen."""
        table = self.query_one(RecordTable)
        table.focus()
        if self._fresh:
            table.set_columns(mapping_columns(self.size.width))
        self._show(keep=not self._fresh)
        self._fresh = False

    def _show(self, *, keep: bool = True) -> None:
        if self._file is not None:
            head = mapping_head(self._file, self._columns)
            self.query_one(CardPane).show(head, about=self._file)
            source = ListSource(mapping_rows(self._file, self._columns))
            self.query_one(RecordTable).set_source(source, keep=keep)
            self.tell(KEYS)

    # Keys

    def action_turn(self, by: int) -> None:
        """The next field for the column under the cursor, or the one before; those of other columns are passed by."""
        place = self._place()
        if self._file is not None and place is not None:
            taken = {name for at, name in enumerate(self._columns) if name and at != place}
            names = [name for row in field_choices(self._file) if (name := str(row.key)) not in taken]
            self._take(place, names[(names.index(self._columns[place]) + by) % len(names)])

    @on(RecordTable.Chosen)
    def choose(self, event: RecordTable.Chosen) -> None:
        """A list of the fields for the column under the cursor."""
        if self._file is not None:
            place = int(event.key)
            title = f"Колонка «{self._file.titles[place]}»: читать как"
            dialog = cast("Host", self.app).dialog(ChoiceDialog)
            self.app.push_screen(dialog.offer(title, field_choices(self._file), lambda name: self._take(place, name)))

    def _place(self) -> int | None:
        key = self.query_one(RecordTable).cursor_key
        return None if key is None else int(key)

    def _take(self, place: int, name: str) -> None:
        """Read a column as a field; no other column is read as the same one."""
        self._columns = ["" if name and column == name else column for column in self._columns]
        self._columns[place] = name
        self._show()

    def action_done(self) -> None:
        """Go on with these columns, where all that is needed is there."""
        if self._file is None or self._chosen is None:
            return
        missing = self._file.register.missing(tuple(self._columns))
        if missing:
            self.refuse(Refusal("columns", f"Не хватает: {', '.join(missing)}. Укажите колонку."))
            return
        self.tell("Читаем файл…")
        self._chosen(self._columns)

    def refuse(self, refusal: Refusal) -> None:
        """Show what is wrong."""
        self.tell(refusal.message, wrong=True)

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """The line under the columns."""
        line = self.query_one("#mapping-line", Static)
        line.update(plain(text))
        line.set_class(wrong, "wrong")
