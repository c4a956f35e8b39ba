"""Actions of the billing area: what is agreed, billed and sent, and what is paid (rows 2.2, 8.1–8.3)."""

from cs_workbench.domain.billing.actions.accounts import ACCOUNTS
from cs_workbench.domain.billing.actions.bank import BANK
from cs_workbench.domain.billing.actions.corrections import CORRECTIONS
from cs_workbench.domain.billing.actions.invoices import INVOICES
from cs_workbench.domain.billing.actions.numbers import NUMBERS
from cs_workbench.domain.billing.actions.payments import PAYMENTS
from cs_workbench.domain.billing.actions.prices import PRICES
from cs_workbench.domain.billing.actions.registers import REGISTERS
from cs_workbench.domain.billing.actions.run import RUN
from cs_workbench.domain.billing.actions.sends import SENDS
from cs_workbench.domain.billing.actions.subscriptions import SUBSCRIPTIONS
from cs_workbench.kernel.action import Action

ACTIONS: tuple[type[Action], ...] = (
    *ACCOUNTS,
    *SUBSCRIPTIONS,
    *PRICES,
    *RUN,
    *INVOICES,
    *NUMBERS,
    *CORRECTIONS,
    *SENDS,
    *PAYMENTS,
    *BANK,
    *REGISTERS,
)
