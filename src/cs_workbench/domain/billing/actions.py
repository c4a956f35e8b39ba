"""Actions of the billing area."""

from cs_workbench.kernel.action import Action

ACTIONS: tuple[type[Action], ...] = ()
