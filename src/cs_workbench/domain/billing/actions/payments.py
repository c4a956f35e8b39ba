"""Actions about payments and what they close (row 8.3)."""

from cs_workbench.kernel.action import Action

PAYMENTS: tuple[type[Action], ...] = ()
