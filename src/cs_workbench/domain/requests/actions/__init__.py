"""Actions of the requests area (rows 1.1, 1.2, 1.7, 20.3)."""

from cs_workbench.kernel.action import Action

ACTIONS: tuple[type[Action], ...] = ()
