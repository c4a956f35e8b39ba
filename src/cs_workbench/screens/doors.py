"""The doors from one screen to another and to the dialogs: what the application opens, wherever it was asked for.
Dialogs are made once and kept.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

from cs_workbench.kernel.form import Form
from cs_workbench.kernel.queue import Item
from cs_workbench.presentation.help import help_lines
from cs_workbench.presentation.shapes import Row
from cs_workbench.screens import dialogs
from cs_workbench.screens.base import D, Host, WorkScreen
from cs_workbench.screens.palette import commands_of
from cs_workbench.screens.today import TodayScreen
from cs_workbench.screens.triage import TriageScreen
from cs_workbench.widgets.layout_keys import key_label

if TYPE_CHECKING:
    from cs_workbench.screens.cash.screen import CashScreen
    from cs_workbench.screens.client import ClientScreen

OTHER_CAPITAL = re.compile(r"upper_.|shift\+[a-z]")
"""How terminals name a capital besides `U`: bound, and not worth a line of help."""

ADDITIONS = (
    "clients.add",
    "requests.register",
    "requests.open_conflict",
    "tasks.add",
    "clients.add_contact",
    "clients.add_site",
    "billing.add_invoice",
    "billing.open_subscription",
    "billing.record_payment",
    "clients.import_clients",
    "billing.import_invoices",
    "clients.import_assets",
)

REGISTERS = {
    "clients.import_clients": "clients",
    "billing.import_invoices": "invoices",
    "clients.import_assets": "assets",
}
"""Actions that take a spreadsheet, and which one: a file is asked for, not a form filled."""


class Doors(Host):
    """Stands among the bases of the application. `wanted` is the command that comes after this one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "phrase", "фраза по-русски", show=False)]
    wanted: str

    def dialog(self, kind: type[D]) -> D:
        """The one dialog of its kind."""
        name = kind.__name__
        if name not in self._installed_screens:
            self.install_screen(kind(), name)
        return cast("D", self.get_screen(name))

    def leave_for(self, command: str) -> None:
        """Quit, and let another command begin (the demo, from the first start)."""
        self.wanted = command
        self.exit(0)

    def go(self, name: str) -> None:
        """Show one of the kept screens, in the place of the one that is shown."""
        if not self.ready and name != "today":
            self.say_loading()
            return
        wanted = self.get_screen(name)
        while len(self.screen_stack) > 1 and self.screen is not wanted:
            self.pop_screen()
        if self.screen is not wanted:
            self.push_screen(name)

    def say_loading(self) -> None:
        """What was asked for needs the domain, which is still being loaded."""
        if isinstance(self.screen, WorkScreen):
            self.screen.say("Секунду: программа ещё загружается.", "warn")

    def open_form(
        self, screen: WorkScreen, form: Form, known: Mapping[str, str], values: Mapping[str, str] | None = None
    ) -> None:
        """The form of an action over a screen; it closes when the act is done.

        What is `known` is not shown; `values` stand in their fields, and where the action has an input `clear`, it
        is told which were emptied.
        """
        dialog = self.dialog(dialogs.FormDialog)
        shown = values or {}
        clears = any(field.name == "clear" for field in form.fields)

        def send(inputs: Mapping[str, str], refuse: Callable[..., None]) -> None:
            emptied = [name for name, value in shown.items() if value and clears and name not in inputs]
            given = {**inputs, "clear": ", ".join(emptied)} if emptied else inputs
            screen.perform(form.action, given, refuse, lambda _: dialog.action_leave())

        hidden = {**known, "clear": ""} if clears else known
        self.push_screen(dialog.fill(form, hidden, self.workbench.today(), send, shown))

    def open_actions(self, names: Sequence[str], chosen: Callable[[str], None], title: str = "Что сделать") -> None:
        """A list of actions by their Russian names; those of areas that are still to come are left out."""
        titles = {name: (said, key) for name, said, key in self.workbench.performer.titles()}
        rows = [Row(name, (titles[name][0], key_label(titles[name][1] or ""))) for name in names if name in titles]
        self.push_screen(self.dialog(dialogs.ChoiceDialog).offer(title, rows, chosen))

    def open_additions(self, screen: WorkScreen) -> None:
        """What can be added from anywhere."""
        self.open_actions(ADDITIONS, lambda name: self._open_named(screen, name), "Добавить")

    def open_palette(self, screen: WorkScreen) -> None:
        """Every action and place by its Russian name."""
        commands = {command.name: command for command in commands_of(screen)}
        rows = [Row(name, (title, key_label(key or ""))) for name, title, key in self.workbench.performer.titles()]
        rows += [Row(command.name, (command.title, key_label(command.key))) for command in commands.values()]

        def chosen(name: str) -> None:
            if name in commands:
                commands[name].call()
            else:
                self._open_named(screen, name)

        self.push_screen(self.dialog(dialogs.ChoiceDialog).offer("Все действия", rows, chosen))

    def _open_named(self, screen: WorkScreen, name: str) -> None:
        if name in REGISTERS:
            self.open_register(REGISTERS[name])
            return
        form = self.workbench.form(name)
        if form is not None:
            self.open_form(screen, form, screen.subject(form))

    def open_places(self) -> None:
        """The screens to go to, by a letter or a digit."""
        self.push_screen(self.dialog(dialogs.PlacesDialog).then(self.go))

    def action_phrase(self) -> None:
        """A phrase about what is under the cursor, at the bottom of the screen that is shown."""
        screen = self.screen
        if isinstance(screen, WorkScreen):
            if self.ready:
                dialog = self.dialog(dialogs.PhraseDialog)
                self.push_screen(dialog.over(screen, *_under_cursor(screen, dialog.asks())))
            else:
                self.say_loading()

    def open_find(self, screen: WorkScreen) -> None:
        """Find anywhere; what is found is opened over the screen, what is not may be written down there."""
        if not self.ready:
            self.say_loading()
            return
        self.push_screen(self.dialog(dialogs.FindDialog).over(screen))

    def open_client(self, client_id: int, at: str = "") -> None:
        """The card of a client over the screen that is shown; Esc goes back to it."""
        if not self.ready:
            self.say_loading()
            return
        screen = cast("ClientScreen", self.get_screen("client"))
        screen.about(client_id, at)
        if self.screen is not screen:
            self.push_screen("client")

    def open_split(self, split: str, key: str = "") -> None:
        """The queue at a split, the cursor on an item where its key is given."""
        self.go("today")
        self.get_screen("today", TodayScreen).show_at(split, key)

    def open_bank(self) -> None:
        """Load the bank's statement over the screen that is shown."""
        screen = self.screen
        if isinstance(screen, WorkScreen):
            if self.ready:
                cast("CashScreen", self.get_screen("cash")).load_bank(screen)
            else:
                screen.say("Секунду: программа ещё загружается.", "warn")

    def open_register(self, kind: str) -> None:
        """Load a register (clients, invoices, assets) over the screen that is shown."""
        if not self.ready:
            self.say_loading()
        elif isinstance(self.screen, WorkScreen):
            self.dialog(dialogs.RegisterDialog).ask(self.screen, kind)

    def open_export(self, kind: str, where: Mapping[str, str], ids: Sequence[int] | None = None) -> None:
        """Write a list into a file: a kind of `exports.py` with its filter; of a record, the rows of `ids` alone where
        they are given.
        """
        if not self.ready:
            self.say_loading()
        elif isinstance(self.screen, WorkScreen):
            self.dialog(dialogs.SaveDialog).ask_list(self.screen, kind, where, ids)

    def copy_text(self, screen: WorkScreen, item: Item) -> None:
        """The text that an item asks for, to the clipboard."""
        if self.copier is not None:
            self.copier.item(screen, item)

    def open_help(self, screen: WorkScreen) -> None:
        """The keys of a screen, with both letters."""
        bound = [
            binding
            for _node, binding, _on, _tip in screen.active_bindings.values()
            if not OTHER_CAPITAL.fullmatch(binding.key)
        ]
        keys = [(key_label(binding.key), binding.description) for binding in bound]
        self.push_screen(self.dialog(dialogs.TextDialog).about(help_lines(screen.title_text, keys)))


def _under_cursor(screen: WorkScreen, form: Form) -> tuple[Mapping[str, str], Sequence[str]]:
    """What a screen answers of a form, the item under its cursor before all; the keys of the items selected."""
    known = screen.subject(form)
    if not isinstance(screen, TriageScreen) or not (items := screen.items()):
        return known, ()
    item = (screen.item() if len(items) > 1 else None) or items[0]
    of_item = form.subject(item.record, item.record_id, item.client_id, item.key)
    return {**known, **of_item}, [item.key for item in items]
