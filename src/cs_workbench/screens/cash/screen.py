"""`Касса`: the keys. What a key does to a row is the list's own (`mode.py`)."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from cs_workbench.kernel.dates import next_period
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import fold
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.bank_load import open_bank
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.cash.bank import BankMode
from cs_workbench.screens.cash.clients import DebtsMode, MapMode
from cs_workbench.screens.cash.mode import Mode
from cs_workbench.screens.cash.run import RunMode
from cs_workbench.screens.cash.view import CashView
from cs_workbench.screens.dialogs.confirm import ConfirmDialog
from cs_workbench.screens.dialogs.text import TextDialog
from cs_workbench.screens.palette import open_report
from cs_workbench.screens.shown import Shown
from cs_workbench.widgets.field_input import FieldInput
from cs_workbench.widgets.record_table import RecordTable
from cs_workbench.widgets.split_bar import SplitBar
from cs_workbench.workbench import Workbench

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done


class CashScreen(CashView):
    """The month's money."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "split(1)", "следующий раздел", show=False, priority=True),
        Binding("shift+tab", "split(-1)", "предыдущий раздел", show=False, priority=True),
        Binding("left,left_square_bracket", "month(-1)", "прошлый месяц", show=False),
        Binding("right,right_square_bracket", "month(1)", "следующий месяц", show=False),
        Binding("d", "mode('answer')", "сделать: звонок, прогон, разнести", show=False),
        Binding("c", "call", "звонок", show=False),
        Binding("p", "promise", "обещание", show=False),
        Binding("n", "note", "заметка", show=False),
        Binding("x", "mode('drop')", "исключить из прогона; не платёж", show=False),
        Binding("e", "mode('edit')", "номер 1С; другой счёт", show=False),
        Binding("i", "mode('numbers')", "номера 1С столбцом", show=False),
        Binding("r", "mode('send')", "отправить счета", show=False),
        Binding("l", "mode('close')", "закрыть прогон", show=False),
        Binding("y", "mode('copy')", "текст в буфер", show=False),
        Binding("m", "report", "отчёт за месяц", show=False),
        Binding("o", "others", "отбор; другие действия", show=False),
        Binding("w", "why", "всё о строке", show=False),
        Binding("slash,ctrl+f", "find", "отобрать в списке", show=False),
        Binding("b", "bank", "выписка", show=False),
        Binding("a,plus", "add", "добавить", show=False),
        Binding("escape", "all", "показать всё", show=False),
    ]

    def make_modes(self) -> Sequence[Mode]:
        """The lists in their order."""
        return (MapMode(self), DebtsMode(self), RunMode(self), BankMode(self))

    # Lists, months, the filter --------------------------------------------------------------------------------

    def action_split(self, by: int) -> None:
        """The next or the last list."""
        self.query_one(SplitBar).step(by)

    @on(SplitBar.Changed)
    def show_list(self) -> None:
        """Another list: as it is held, or read first."""
        self.forget()
        if self.mode.fresh:
            self.show(keep=False)
        else:
            self.load(self.mode, self.period)

    def action_month(self, by: int) -> None:
        """An earlier or a later month."""
        self.period = next_period(self.period, by)
        self.reload()

    def action_find(self) -> None:
        """Narrow the list by a part of a name."""
        field = self.query_one("#filter", FieldInput)
        field.display = True
        field.focus()

    @on(FieldInput.Changed, "#filter")
    def narrow(self, event: FieldInput.Changed) -> None:
        """Show the rows that have these letters."""
        self.words = fold(event.value)
        self.show(keep=False)

    @on(FieldInput.Submitted, "#filter")
    def back_to_list(self) -> None:
        """Keep what was found and go to the list."""
        self.table.focus()

    def narrow_to(self, chosen: str) -> None:
        """Show the rows that stand so."""
        self.mode.chosen = chosen
        self.show(keep=False)

    def action_all(self) -> None:
        """Show everything again."""
        field = self.query_one("#filter", FieldInput)
        field.value = ""
        field.display = False
        self.narrow_to("all")
        self.table.focus()

    # Keys of the rows -----------------------------------------------------------------------------------------

    @on(RecordTable.Chosen, "#list")
    def open_row(self) -> None:
        """Enter."""
        self.mode.open()

    def action_mode(self, name: str) -> None:
        """A key that means something else in each list."""
        if self.mode.fresh:
            getattr(self.mode, name)()

    def action_others(self) -> None:
        """What the last act offers to do next; where that has been seen, what the list offers."""
        if self.mode.fresh and not self.open_offers():
            self.mode.others()

    def action_why(self) -> None:
        """Everything about a row."""
        lines = self.card_lines()
        if lines:
            self.app.push_screen(self.app.dialog(TextDialog).about(lines))

    def perform_asking(
        self, action: str, inputs: Mapping[str, Any], heard: Callable[["Done"], None] | None = None
    ) -> None:
        """Perform an action; a doubt is asked in a dialog, and what was refused is said under the list."""

        def refused(refusal: Refusal) -> None:
            if refusal.code != "confirm":
                self.say(refusal.message, "warn")
                return
            sure = {**inputs, "confirm": True}
            lines = [CardLine(refusal.message, "warn")]

            def call(workbench: Workbench, _told: object, _confirmed: bool) -> "Done":
                return workbench.perform(action, sure)

            ask = self.app.dialog(ConfirmDialog).ask(lines, self, call)
            self.app.push_screen(ask)

        self.perform(action, inputs, refused, heard)

    # Reports and files ----------------------------------------------------------------------------------------

    def action_report(self) -> None:
        """The report of the month that is shown."""
        open_report(self, self.period)

    def shown_list(self) -> Shown:
        """The list as it is narrowed, for a file."""
        narrowed = {"period": self.period, "words": self.words, "chosen": self.mode.chosen}
        return Shown(self.mode.exported, {name: narrowed[name] for name in self.mode.narrowed_by})

    # Other doors ----------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """A new client, subscription or invoice."""
        self.app.open_additions(self)

    def action_bank(self) -> None:
        """Load the bank's statement."""
        open_bank(self)

    def load_bank(self, over: WorkScreen) -> None:
        """Load the bank's statement from another screen."""
        open_bank(over)
