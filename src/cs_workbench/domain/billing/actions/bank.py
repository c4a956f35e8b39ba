"""Actions about the bank's statement (row 8.3)."""

from cs_workbench.kernel.action import Action

BANK: tuple[type[Action], ...] = ()
