"""What is due in requests."""

from cs_workbench.kernel.rule import Rule

RULES: tuple[Rule, ...] = ()
