"""What is made behind the first frame: every kept screen but the queue and the first start, and what copies texts."""

from collections.abc import Mapping

from cs_workbench.screens import dialogs
from cs_workbench.screens.base import Host, WorkScreen
from cs_workbench.screens.calls import CallsScreen
from cs_workbench.screens.cash.screen import CashScreen
from cs_workbench.screens.client import ClientScreen
from cs_workbench.screens.copying import Copier


def make_screens() -> Mapping[str, WorkScreen]:
    """Every other kept screen by its name; the dialogs over them are ready too."""
    dialogs.load_all()
    return {"calls": CallsScreen(), "cash": CashScreen(), "client": ClientScreen()}


def make_copier(app: Host) -> Copier:
    """What copies texts to the clipboard."""
    return Copier(app)
