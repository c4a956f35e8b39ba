"""The first start: a database without clients shows what one can begin with, in the place of an empty queue. It goes
away once there is a client.

It is made before the first frame, so it knows the kernel and the widgets alone; what is chosen waits for the rest
of the program.
"""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from cs_workbench.kernel.form import Form
from cs_workbench.presentation.first_start import CHOICES, COLUMNS, rows
from cs_workbench.screens.base import WorkScreen
from cs_workbench.widgets.head_line import HeadLine
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.row_source import ListSource
from cs_workbench.workbench import News

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

FORMS = {"client": "clients.add", "account": "billing.add_own_account"}


class FirstScreen(WorkScreen):
    """What to begin with."""

    title_text = "Первый запуск"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(choice.digit, f"take('{choice.name}')", choice.what, show=False) for choice in CHOICES),
        Binding("escape", "go('today')", "к пустому списку", show=False),
    ]

    def body(self) -> ComposeResult:
        """A greeting and the choices."""
        yield HeadLine(id="head")
        yield RecordTable(COLUMNS, id="list")

    def on_mount(self) -> None:
        """Everything is known from the start."""
        self.query_one("#head", HeadLine).show("В базе ещё нет клиентов.", "С чего начнём? Нажмите цифру или Enter")
        table = self.query_one(RecordTable)
        table.set_source(ListSource(rows()))
        table.focus()

    def keys(self) -> list[tuple[str, str]]:
        """The last line."""
        return [
            ("1", "…5 выбрать"),
            ("enter", "открыть"),
            ("escape", "к пустому списку"),
            ("f1", "помощь"),
            ("ctrl+q", "выйти"),
        ]

    @on(RecordTable.Chosen)
    def take_row(self, event: RecordTable.Chosen) -> None:
        """Enter on a choice."""
        self.action_take(str(event.key))

    def action_take(self, name: str) -> None:
        """Begin with it."""
        if name == "help":
            self.action_help()
        elif name == "demo":
            self.app.leave_for("demo")
        elif not self.app.ready:
            self.say("Секунду: программа ещё загружается.", "warn")
        elif name == "bank":
            self.app.open_bank()
        else:
            self._open_form(self.workbench.form(FORMS[name]))

    def _open_form(self, form: Form | None) -> None:
        if form is not None:
            self.app.open_form(self, form, {})

    def changed(self, done: "Done") -> None:
        """There may be a client now."""
        self._look()

    def turned(self, news: News) -> None:
        """Another window may have added one."""
        if news.records:
            self._look()

    def _look(self) -> None:
        if self.is_shown and self.workbench.has_clients():
            self.app.go("today")
