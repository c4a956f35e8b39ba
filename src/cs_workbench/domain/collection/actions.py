"""Actions of the collection area."""

from cs_workbench.kernel.action import Action
from cs_workbench.storage.unit import Interest

ACTIONS: tuple[type[Action], ...] = ()
INTERESTS: tuple[Interest, ...] = ()
