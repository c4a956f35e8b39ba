"""Loading a bank's statement, from any screen: a path, the file read in a thread, its preview, Enter."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from cs_workbench.connectors.file_names import statement_beside
from cs_workbench.kernel.errors import Refusal, Unavailable
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.dialogs.bank import BankDialog
from cs_workbench.screens.dialogs.path import PathDialog

if TYPE_CHECKING:
    from cs_workbench.connectors.bank_import import BankFile, BankPreview


def open_bank(screen: WorkScreen) -> None:
    """Ask for a file; what came of its loading is said on `screen`."""
    dialog = screen.app.dialog(PathDialog)

    def chosen(path: Path) -> None:
        read = partial(_read, screen, dialog, path)
        screen.app.run_worker(read, thread=True, exclusive=True, group="bank", exit_on_error=False)

    demo = statement_beside(Path(screen.app.workbench.where))
    likely = demo if demo.exists() else None
    screen.app.push_screen(dialog.ask("Выписка банка (1CClientBankExchange): файл", chosen, likely))


def _read(screen: WorkScreen, dialog: PathDialog, path: Path) -> None:
    """In a thread; what was asked anew meanwhile, or closed, is dropped."""
    app = screen.app
    try:
        file, preview = app.workbench.statement(path)
    except (Refusal, Unavailable) as error:
        if not get_current_worker().is_cancelled:
            app.call_from_thread(dialog.refuse, Refusal(error.code, error.message))
        return
    if not get_current_worker().is_cancelled:
        app.call_from_thread(_show, screen, dialog, file, preview)


def _show(screen: WorkScreen, dialog: PathDialog, file: "BankFile", preview: "BankPreview") -> None:
    if dialog.is_current:
        dialog.action_leave()
        screen.app.push_screen(screen.app.dialog(BankDialog).about(screen, file, preview))
