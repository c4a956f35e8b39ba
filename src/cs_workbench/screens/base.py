"""What every screen shares: the bottom lines, moving between screens, undo and redo, performing actions and showing
refusals.

A screen decides nothing: it performs an action by name through the app and shows what came of it. Screens are made
once and kept; every change is told to all of them (`changed`, `turned`); one that is not shown only marks itself
stale and reads anew when it is shown.
"""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.strip import Strip

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.form import Form
from cs_workbench.kernel.queue import Item
from cs_workbench.presentation.shapes import Tone
from cs_workbench.screens.beside import Agenda, Copies
from cs_workbench.widgets.backdrop import Column, blank_lines
from cs_workbench.widgets.key_bar import KeyBar
from cs_workbench.widgets.status_line import StatusLine
from cs_workbench.workbench import News, Workbench

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

Call = Callable[[Workbench], "Done"]
Heard = Callable[["Done"], None]
Refused = Callable[[Refusal], None]
D = TypeVar("D", bound=ModalScreen[None])

PLACES = {
    "today": ("t", "2", "Сегодня"),
    "calls": ("c", "1", "Звонки"),
    "cash": ("m", "3", "Касса"),
    "clients": ("k", "4", "Клиенты"),
    "requests": ("r", "5", "Обращения"),
    "morning": ("b", "6", "Сводка"),
    "evening": ("e", "7", "Хвост дня"),
}
"""Screens by name: the letter after `g`, the digit, the title."""

NARROW = 100
"""Columns below which a list is shown without the card beside it (class `narrow`)."""


class Host(App[int]):
    """What a screen asks of the application: `doors.py` opens screens and dialogs, `app.py` performs."""

    workbench: Workbench
    ready: bool
    """Whether the domain is loaded: until then the queue is read and nothing is performed."""
    copier: "Copies[WorkScreen] | None" = None
    """Copies texts; None until the domain is loaded."""
    agenda: Agenda | None = None
    """The next appointment; None until the domain is loaded."""

    @abstractmethod
    def act(self, call: Call, heard: Heard | None = None, refused: Refused | None = None) -> None:
        """Perform in a thread; then tell the caller, and every screen."""

    @abstractmethod
    def dialog(self, kind: type[D]) -> D:
        """The one dialog of its kind."""

    @abstractmethod
    def go(self, name: str) -> None:
        """Show one of the kept screens."""

    @abstractmethod
    def leave_for(self, command: str) -> None:
        """Quit, and let another command begin."""

    @abstractmethod
    def open_form(
        self, screen: "WorkScreen", form: Form, known: Mapping[str, str], values: Mapping[str, str] | None = None
    ) -> None:
        """The form of an action over a screen."""

    @abstractmethod
    def open_actions(self, names: Sequence[str], chosen: Callable[[str], None], title: str = "Что сделать") -> None:
        """A list of actions by their Russian names."""

    @abstractmethod
    def open_additions(self, screen: "WorkScreen") -> None:
        """What can be added from anywhere."""

    @abstractmethod
    def open_palette(self, screen: "WorkScreen") -> None:
        """Every action by its Russian name."""

    @abstractmethod
    def open_places(self) -> None:
        """The screens to go to."""

    @abstractmethod
    def open_find(self, screen: "WorkScreen") -> None:
        """Find a client, an invoice, a request or a note by whatever is known of it."""

    @abstractmethod
    def open_client(self, client_id: int, at: str = "") -> None:
        """The card of a client, with the cursor on a row of it (`invoice:12`)."""

    @abstractmethod
    def open_split(self, split: str, key: str = "") -> None:
        """The queue at a split, the cursor on an item where its key is given."""

    @abstractmethod
    def open_bank(self) -> None:
        """Load the bank's statement."""

    @abstractmethod
    def open_register(self, kind: str) -> None:
        """Load a register from a spreadsheet: clients, invoices or assets."""

    @abstractmethod
    def open_export(self, kind: str, where: Mapping[str, str], ids: Sequence[int] | None = None) -> None:
        """Write a list into a file."""

    @abstractmethod
    def copy_text(self, screen: "WorkScreen", item: Item) -> None:
        """The text that an item asks for, to the clipboard."""

    @abstractmethod
    def open_help(self, screen: "WorkScreen") -> None:
        """The keys of a screen, with both letters."""


class WorkScreen(Screen[None]):
    """A kept screen. Subclasses give `body`, `keys` and `reload`."""

    title_text: ClassVar[str] = ""
    narrow_below: ClassVar[int] = NARROW
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(digit, f"go('{name}')", title, show=False) for name, (_letter, digit, title) in PLACES.items()),
        Binding("f1,question_mark", "help", "помощь", show=False),
        Binding("f2", "go('today')", "Сегодня", show=False),
        Binding("f,f3", "find_anywhere", "найти клиента, счёт, заметку", show=False),
        Binding("f10,ctrl+p", "palette", "палитра", show=False),
        Binding("g", "places", "перейти", show=False),
        Binding("u", "undo", "отменить", show=False),
        Binding("U,upper_u,shift+u", "redo", "вернуть отменённое", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "narrow"), (self.narrow_below, "wide")]
        self._stale = True

    @property
    def app(self) -> "Host":  # type: ignore[override]  # Textual knows it as App[Any] alone
        """The application, by its own type."""
        return cast("Host", super().app)

    @property
    def is_shown(self) -> bool:
        """Whether this is the kept screen that a person sees, with a dialog over it or without."""
        kept = (screen for screen in reversed(self.app.screen_stack) if isinstance(screen, WorkScreen))
        return next(kept, None) is self

    @property
    def workbench(self) -> Workbench:
        """The open workbench."""
        return self.app.workbench

    def compose(self) -> ComposeResult:
        """The body, and two lines under it."""
        with Column(id="body"):
            yield from self.body()
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    def render_lines(self, crop: Region) -> list[Strip]:
        """What lies behind the body and the last lines, which cover it whole."""
        return blank_lines(self, crop)

    def body(self) -> ComposeResult:
        """The widgets of the screen."""
        raise AssertionError("a screen has a body")

    def keys(self) -> list[tuple[str, str]]:
        """The few keys that matter now, for the last line."""
        return []

    def on_mount(self) -> None:
        """Show the keys."""
        self.query_one(KeyBar).show(self.keys())

    def on_screen_resume(self) -> None:
        """Read anew what changed while another screen was shown."""
        if self.app.agenda is not None:
            self.app.agenda.show_over(self)
        if self._stale and self.app.ready:
            self._stale = False
            self.reload()

    def ready(self) -> None:
        """The domain is loaded: the rest can be read."""
        self._stale = False
        self.reload()

    def reload(self) -> None:
        """Read everything that the screen shows."""

    def changed(self, done: "Done") -> None:
        """An act changed records."""
        self._stale = not self.is_shown
        if self.is_shown:
            self.reload()

    def turned(self, news: News) -> None:
        """Another window changed records, or the minute or the day turned."""
        self._stale = not self.is_shown
        if self.is_shown:
            self.reload()

    def subject(self, form: Form) -> Mapping[str, str]:
        """The inputs of a form that this screen already knows."""
        return {}

    # Saying and doing -----------------------------------------------------------------------------------------

    def say(self, sentence: str, tone: Tone = "normal", hint: str = "") -> None:
        """A sentence on the line under the body."""
        self.query_one(StatusLine).say(sentence, tone, hint)

    def perform(
        self,
        action: str,
        inputs: Mapping[str, Any],
        refused: Callable[[Refusal], None] | None = None,
        heard: Callable[["Done"], None] | None = None,
    ) -> None:
        """Perform an action; its sentence is said, with the way back."""
        self.act(lambda workbench: workbench.perform(action, inputs), refused, heard)

    def perform_as_one(
        self,
        action: str,
        many: Sequence[Mapping[str, Any]],
        refused: Callable[[Refusal], None] | None = None,
        heard: Callable[["Done"], None] | None = None,
    ) -> None:
        """One action over the selected rows, as one step of undo."""
        self.act(lambda workbench: workbench.perform_as_one(action, many), refused, heard)

    def act(
        self,
        call: Callable[[Workbench], "Done"],
        refused: Callable[[Refusal], None] | None = None,
        heard: Callable[["Done"], None] | None = None,
    ) -> None:
        """Any act through the workbench; its sentence is said, with the way back."""
        self.app.act(call, lambda done: self._heard(done, heard), refused)

    def _heard(self, done: "Done", heard: Callable[["Done"], None] | None) -> None:
        warnings = " ".join(done.warnings)
        self.say(f"{done.message} {warnings}".strip(), "warn" if warnings else "good", self.hint(done))
        if heard is not None:
            heard(done)

    def hint(self, done: "Done") -> str:
        """The keys that an act leaves to press, said beside its sentence."""
        return "u/г отменить" if done.entry else ""

    def action_undo(self) -> None:
        """Take back the last act; the status says what."""
        self.app.act(lambda workbench: workbench.undo()[0], lambda done: self.say(done.message, "good", "U/Г вернуть"))

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self.app.act(lambda workbench: workbench.redo()[0], lambda done: self.say(done.message, "good", "u/г отменить"))

    # Moving ---------------------------------------------------------------------------------------------------

    def action_go(self, name: str) -> None:
        """Show another screen."""
        self.app.go(name)

    def action_places(self) -> None:
        """A list of screens to go to."""
        self.app.open_places()

    def action_find_anywhere(self) -> None:
        """Find a client, an invoice, a request or a note."""
        self.app.open_find(self)

    def action_help(self) -> None:
        """The keys of this screen, with both letters."""
        self.app.open_help(self)

    def action_palette(self) -> None:
        """Every action by its Russian name."""
        self.app.open_palette(self)
