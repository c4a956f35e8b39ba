"""What is due of clients themselves: nothing of its own yet."""

from cs_workbench.kernel.rule import Rule

RULES: tuple[Rule, ...] = ()
