"""Actions of collection: calls, promises, holds, the ladder; and what earlier records must tell them (row 2.1)."""

from cs_workbench.domain.collection.actions.calls import CALLS
from cs_workbench.domain.collection.actions.holds import HOLDS
from cs_workbench.domain.collection.actions.ladder import LADDER
from cs_workbench.domain.collection.actions.promises import PROMISES
from cs_workbench.domain.collection.holding import follow_conflicts, follow_invoices
from cs_workbench.domain.collection.promising import give_way, settle_promises
from cs_workbench.kernel.action import Action
from cs_workbench.storage.unit import Interest

ACTIONS: tuple[type[Action], ...] = (*CALLS, *PROMISES, *HOLDS, *LADDER)
INTERESTS: tuple[Interest, ...] = (
    Interest(frozenset({"invoice"}), follow_invoices),
    Interest(frozenset({"conflict"}), follow_conflicts),
    Interest(frozenset({"promise"}), give_way),  # before money decides: it leaves older promises as they are
    Interest(frozenset({"payment", "allocation", "invoice", "client_credit"}), settle_promises),
)
