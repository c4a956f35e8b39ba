"""The doors from one screen to another and to the dialogs: what the application opens, wherever it was asked for.
Dialogs are made once and kept.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from cs_workbench.kernel.form import Form
from cs_workbench.kernel.queue import Item
from cs_workbench.presentation.help import help_lines
from cs_workbench.presentation.shapes import Row
from cs_workbench.screens import dialogs
from cs_workbench.screens.base import D, Host, WorkScreen
from cs_workbench.widgets.layout_keys import key_label

if TYPE_CHECKING:
    from cs_workbench.screens.cash.screen import CashScreen
    from cs_workbench.screens.client import ClientScreen

OTHER_CAPITAL = re.compile(r"upper_.|shift\+[a-z]")
"""How terminals name a capital besides `U`: bound, and not worth a line of help."""

ADDITIONS = (
    "clients.add",
    "tasks.add",
    "clients.add_contact",
    "billing.add_invoice",
    "billing.open_subscription",
    "billing.record_payment",
)


class Doors(Host):
    """Stands among the bases of the application. `wanted` is the command that comes after this one."""

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
        names = [name for name, _title, _key in self.workbench.performer.titles()]
        self.open_actions(names, lambda name: self._open_named(screen, name), "Все действия")

    def _open_named(self, screen: WorkScreen, name: str) -> None:
        form = self.workbench.form(name)
        if form is not None:
            self.open_form(screen, form, screen.subject(form))

    def open_places(self) -> None:
        """The screens to go to, by a letter or a digit."""
        self.push_screen(self.dialog(dialogs.PlacesDialog).then(self.go))

    def open_client(self, client_id: int) -> None:
        """The card of a client over the screen that is shown; Esc goes back to it."""
        if not self.ready:
            self.say_loading()
            return
        screen = cast("ClientScreen", self.get_screen("client"))
        screen.about(client_id)
        if self.screen is not screen:
            self.push_screen("client")

    def open_bank(self) -> None:
        """Load the bank's statement over the screen that is shown."""
        screen = self.screen
        if isinstance(screen, WorkScreen):
            if self.ready:
                cast("CashScreen", self.get_screen("cash")).load_bank(screen)
            else:
                screen.say("Секунду: программа ещё загружается.", "warn")

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
