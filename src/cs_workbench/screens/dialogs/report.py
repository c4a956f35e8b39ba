"""The report of a month over a screen: the picture of its days, then its figures. Another month by the arrows."""

from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.worker import get_current_worker

from cs_workbench.connectors.exporting import papers
from cs_workbench.domain.reports.month import MonthReport, month_report
from cs_workbench.kernel.dates import next_period, period_text
from cs_workbench.kernel.errors import Refusal, Unavailable
from cs_workbench.kernel.progress import Progress
from cs_workbench.presentation import month_report as words
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.dialogs.dialog import Dialog
from cs_workbench.screens.dialogs.save import SaveDialog, said
from cs_workbench.widgets.card_pane import CardPane
from cs_workbench.widgets.plain import plain

KEYS = "←/→ месяц, s/ы — в файл .xlsx, y/н — в буфер, Esc — закрыть"
EDGES = 3
"""Cells of the pane that are not text: the mark of a tone, a blank, the thumb."""
WIDEST = 80


class ReportDialog(Dialog):
    """One month at a time; it is read in a thread."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,left_square_bracket", "month(-1)", "прошлый месяц", show=False),
        Binding("right,right_square_bracket", "month(1)", "следующий месяц", show=False),
        Binding("s", "save", "в файл", show=False),
        Binding("y", "copy", "в буфер", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._over: WorkScreen | None = None
        self._period = ""
        self._report: MonthReport | None = None
        self._fresh = False

    def about(self, over: WorkScreen, period: str) -> "ReportDialog":
        """Make it ready for a month."""
        self._over, self._period, self._report, self._fresh = over, period, None, True
        return self

    def compose(self) -> ComposeResult:
        """The report, the keys."""
        with Vertical(classes="dialog wide"):
            yield CardPane(id="report")
            yield Static(id="act-line", markup=False)

    def on_screen_resume(self) -> None:
        """Read the month; coming back from another dialog leaves it as it was."""
        self.query_one(CardPane).focus()
        if self._fresh:
            self._fresh = False
            self._begin(self._period)

    def on_resize(self) -> None:
        """Another width, another picture; after the pane has its own."""
        self.call_after_refresh(self._draw)

    def _begin(self, period: str) -> None:
        self._say(f"Считаем {period_text(period)}…")
        self.load(period)

    @work(thread=True, exclusive=True, group="report", exit_on_error=False)
    def load(self, period: str) -> None:
        """Read a month; dropped if another one has been asked for."""
        if self._over is None:
            return
        try:
            found: MonthReport | Refusal = self._over.workbench.read(month_report, period)
        except (Refusal, Unavailable) as error:
            found = Refusal(error.code, error.message)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._loaded, found)

    def _loaded(self, found: "MonthReport | Refusal") -> None:
        if isinstance(found, Refusal):
            self._say(found.message, wrong=True)
            return
        self._report, self._period = found, found.period
        self._say(KEYS)
        self._draw()

    def _draw(self) -> None:
        pane = self.query_one(CardPane)
        if self._report is None:
            pane.show([CardLine("")])
            return
        width = min(WIDEST, pane.size.width - EDGES)
        pane.show(words.lines(self._report, width), about=self._period)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        line = self.query_one("#act-line", Static)
        line.update(plain(text))
        line.set_class(wrong, "wrong")

    # Keys -----------------------------------------------------------------------------------------------------

    def action_month(self, by: int) -> None:
        """An earlier or a later month."""
        if self._over is not None:
            self._begin(next_period(self._period, by))

    def action_save(self) -> None:
        """The report as a workbook."""
        over, report = self._over, self._report
        if over is None or report is None:
            return

        def write(path: Path, force: bool, _progress: Progress) -> str:
            papers.write(path, words.sheets(report), force=force)
            return f"{words.title(report)} — в файле {said(path)}"

        self.action_leave()
        over.app.dialog(SaveDialog).ask_to(over, words.title(report), words.file_name(report), write)

    def action_copy(self) -> None:
        """The report as text to the clipboard."""
        over, report = self._over, self._report
        if over is not None and report is not None and over.app.copier is not None:
            self.action_leave()
            over.app.copier.text(over, f"отчёт за {period_text(report.period)}", words.text(report))
