"""What the palette offers besides actions: the list that is shown into a file, a month's report, a statement for a
client.

A screen whose list can be written says which (`Listed`); `doors.py` puts these commands under the actions.
"""

from collections.abc import Callable
from typing import NamedTuple

from cs_workbench.screens import dialogs
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.shown import Listed
from cs_workbench.screens.triage import TriageScreen


class Command(NamedTuple):
    """A line of the palette that is no action."""

    name: str
    title: str
    key: str
    call: Callable[[], None]


def commands_of(screen: WorkScreen) -> list[Command]:
    """The commands that a screen has use for."""
    found = [Command("report.month", "Отчёт за месяц", "", lambda: open_report(screen))]
    if isinstance(screen, Listed):
        listed = screen
        found.append(Command("list.export", "Выгрузить список…", "", lambda: _export(screen, listed)))
    if isinstance(screen, TriageScreen):
        client_screen = screen
        found.append(Command("report.reconciliation", "Акт сверки…", "", lambda: open_statement(client_screen)))
    return found


def _export(screen: WorkScreen, listed: Listed) -> None:
    shown = listed.shown_list()
    screen.app.open_export(shown.kind, shown.where, shown.ids)


def open_report(screen: WorkScreen, period: str = "") -> None:
    """The report of a month over a screen; without one, of this month."""
    if not screen.app.ready:
        screen.say("Секунду: программа ещё загружается.", "warn")
        return
    wanted = period or screen.workbench.today().period
    screen.app.push_screen(screen.app.dialog(dialogs.ReportDialog).about(screen, wanted))


def open_statement(screen: TriageScreen) -> None:
    """A statement of reconciliation for the client under the cursor."""
    if not screen.app.ready:
        screen.say("Секунду: программа ещё загружается.", "warn")
        return
    whom = screen.whom()
    if whom is not None:
        screen.app.dialog(dialogs.SaveDialog).ask_statement(screen, whom.client_id, whom.client)
