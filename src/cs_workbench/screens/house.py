"""What is made behind the first frame: every kept screen but the queue and the first start, and what stands beside
them.
"""

from collections.abc import Mapping

from cs_workbench.screens import dialogs
from cs_workbench.screens.appointments import Appointments
from cs_workbench.screens.base import Host, WorkScreen
from cs_workbench.screens.calls import CallsScreen
from cs_workbench.screens.cash.screen import CashScreen
from cs_workbench.screens.client import ClientScreen
from cs_workbench.screens.clients import ClientsScreen
from cs_workbench.screens.copying import Copier
from cs_workbench.screens.evening import EveningScreen
from cs_workbench.screens.morning import MorningScreen
from cs_workbench.screens.requests import RequestsScreen


def furnish(app: Host) -> Mapping[str, WorkScreen]:
    """Give the application what copies texts and what watches the agenda; returns every other kept screen by its
    name. The dialogs are ready too.
    """
    dialogs.load_all()
    app.copier, app.agenda = Copier(app), Appointments(app)
    return make_screens()


def make_screens() -> Mapping[str, WorkScreen]:
    """Every other kept screen by its name."""
    return {
        "calls": CallsScreen(),
        "cash": CashScreen(),
        "clients": ClientsScreen(),
        "client": ClientScreen(),
        "requests": RequestsScreen(),
        "morning": MorningScreen(),
        "evening": EveningScreen(),
    }
