"""Actions of the billing area: what is agreed, billed and sent here, what is paid in `payments` and `bank` (rows 2.2, 8.1–8.3)."""

from cs_workbench.domain.billing.actions.bank import BANK
from cs_workbench.domain.billing.actions.payments import PAYMENTS
from cs_workbench.kernel.action import Action

ACTIONS: tuple[type[Action], ...] = (*PAYMENTS, *BANK)
