"""Asks where to write a file and writes it: a list, a report, a statement. Enter writes, Esc stops it or closes.

The file is written in a thread, the line says how far it is; a file that is there is replaced by Enter pressed once
more.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from time import perf_counter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.worker import get_current_worker

from cs_workbench import exports
from cs_workbench.connectors.exporting import papers
from cs_workbench.connectors.exporting.files import SUFFIXES
from cs_workbench.connectors.exporting.writing import write
from cs_workbench.connectors.file_names import first_folder, shortened, typed_path
from cs_workbench.domain.reports.reconciliation import reconciliation
from cs_workbench.kernel.dates import day_text
from cs_workbench.kernel.errors import Cancelled, Refusal, Unavailable
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.text import count
from cs_workbench.presentation import reconciliation as statement
from cs_workbench.presentation.span import parse_span
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.dialogs.line import LineDialog
from cs_workbench.screens.dialogs.path import PathDialog
from cs_workbench.widgets.field_input import FieldInput

Write = Callable[[Path, bool, Progress], str]
"""Writes a path, replacing what is there or not, telling its progress; the sentence that says what was written."""

EVERY = 0.1
"""Seconds between two words of progress."""


def said(path: Path) -> str:
    """A path as a person reads it, with `~` for the home folder."""
    return f"{shortened(path.parent)}{path.name}"


class SaveDialog(PathDialog):
    """`ask_to` says what is written; `ask_list` and `ask_statement` are the two that screens ask for."""

    hint: ClassVar[str] = "Enter — записать, Tab — дописать имя, Esc — закрыть"
    doing: ClassVar[str] = "Пишем файл…"

    def __init__(self) -> None:
        super().__init__()
        self._over: WorkScreen | None = None
        self._write: Write | None = None
        self._there: Path | None = None
        """A file that was there when it was asked for last."""
        self._stop = Event()
        self._at_work = False
        self._told = 0.0

    def compose(self) -> ComposeResult:
        """A title, the field, how far the file is or what is wrong."""
        yield from super().compose()

    # What is written ------------------------------------------------------------------------------------------

    def ask_to(
        self, over: WorkScreen, title: str, name: str, write: Write, suffixes: Sequence[str] = (".xlsx",)
    ) -> None:
        """Ask where to write; the file is called `name` unless another name is typed. What was written is said on
        `over`.
        """
        self._over, self._write, self._there, self._at_work = over, write, None, False
        over.app.push_screen(self.ask(title, self._begin, (self._folder or first_folder()) / name, suffixes))

    def ask_list(self, over: WorkScreen, kind: str, where: Mapping[str, str], ids: Sequence[int] | None = None) -> None:
        """A list of `exports.py`."""
        workbench = over.workbench

        def write_list(path: Path, force: bool, progress: Progress) -> str:
            exports.not_the_base(workbench, path)
            made = exports.listing(workbench, kind, where, ids)
            write(made.listing, path, made.words, force=force, progress=progress)
            rows = count(made.listing.total, "строка", "строки", "строк")
            return f"{made.words.title}: {rows} — в файле {said(path)}"

        name = exports.suggested(kind, where, workbench.today().today.isoformat())
        self.ask_to(over, f"Выгрузить: {exports.title(kind)} (.xlsx, .csv или .json)", name, write_list, SUFFIXES)

    def ask_statement(self, over: WorkScreen, client_id: int, client: str) -> None:
        """A statement of reconciliation with a client: first its period, then the file."""
        line = over.app.dialog(LineDialog)
        workbench = over.workbench

        def read_period(text: str) -> str:
            first, last = parse_span(text, workbench.today())
            return f"с {day_text(first)} по {day_text(last)}"

        def send(text: str, _confirmed: bool) -> None:
            try:
                first, last = parse_span(text, workbench.today())
                facts = workbench.read(reconciliation, client_id, first, last)
            except (Refusal, Unavailable) as error:
                line.refuse(Refusal(error.code, error.message))
                return
            line.action_leave()

            def write_statement(path: Path, force: bool, _progress: Progress) -> str:
                papers.write(path, [statement.statement(facts)], force=force)
                return " ".join((f"Акт сверки — в файле {said(path)}.", *statement.warnings(facts)))

            self.ask_to(over, f"Акт сверки: {client}", statement.file_name(facts), write_statement)

        title = f"{client}: акт сверки за «ноябрь», «2026», «01.10 24.11»; пусто — с начала года"
        over.app.push_screen(line.ask(title, send, read_period))

    # Writing --------------------------------------------------------------------------------------------------

    @on(FieldInput.Changed)
    def another(self, event: FieldInput.Changed) -> None:
        """Another name: nothing was said of replacing it."""
        if self._there is not None and typed_path(event.value) != self._there:
            self._there = None
            self.tell(self.hint)

    def _begin(self, path: Path) -> None:
        if self._at_work or self._over is None or self._write is None:
            return
        self._at_work, self._told = True, perf_counter()
        self._stop.clear()
        act = partial(self._act, self._write, path, path == self._there)
        self._over.app.run_worker(act, thread=True, exclusive=True, group="save", exit_on_error=False)

    def _act(self, write: Write, path: Path, force: bool) -> None:
        """In a thread."""
        answer: str | Refusal
        try:
            answer = write(path, force, self._progress)
        except (Refusal, Unavailable) as error:
            answer = Refusal(error.code, error.message)
        except Cancelled:
            answer = Refusal("cancelled", "Остановлено: файл не записан.")
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._finished, path, answer)

    def _progress(self, done: int, total: int) -> None:
        """In the thread."""
        if self._stop.is_set() or get_current_worker().is_cancelled:
            raise Cancelled
        now = perf_counter()
        if now - self._told >= EVERY:
            self._told = now
            self.app.call_from_thread(self._tell_progress, done, total)

    def _tell_progress(self, done: int, total: int) -> None:
        if self._at_work and not self._stop.is_set():
            self.tell(f"Записано {100 * done // max(1, total)} %. Esc — остановить")

    def _finished(self, path: Path, answer: str | Refusal) -> None:
        self._at_work = False
        if isinstance(answer, Refusal):
            if answer.code == "exists":
                self._there = path
                answer = Refusal("exists", f"{answer.message} Enter — заменить, или напишите другое имя.")
            self.refuse(answer)
            return
        if self.is_current:
            self.dismiss(None)
        if self._over is not None:
            self._over.say(answer, "good")

    def action_leave(self) -> None:
        """Stop the writing where it runs, else close; pressed once more, close whatever is done."""
        if self._at_work and not self._stop.is_set():
            self._stop.set()
            self.tell("Останавливаем…")
        else:
            super().action_leave()
