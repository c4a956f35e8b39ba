"""Records of billing: what is agreed (`agreed`), what is billed (`billed`), what was paid (`paid`)."""

from cs_workbench.domain.billing.records.agreed import (
    BillingPeriod,
    BillingRun,
    OwnAccount,
    PriceChange,
    RunState,
    Subscription,
    SubscriptionPause,
    SubscriptionState,
)
from cs_workbench.domain.billing.records.billed import Invoice, InvoiceKind, InvoiceSend, InvoiceState, SendChannel, SendKind, SendState
from cs_workbench.domain.billing.records.paid import (
    Allocation,
    BankImport,
    BankLine,
    ClientCredit,
    Direction,
    LineState,
    Payer,
    Payment,
)

__all__ = [
    "Allocation",
    "BankImport",
    "BankLine",
    "BillingPeriod",
    "BillingRun",
    "ClientCredit",
    "Direction",
    "Invoice",
    "InvoiceKind",
    "InvoiceSend",
    "InvoiceState",
    "LineState",
    "OwnAccount",
    "Payer",
    "Payment",
    "PriceChange",
    "RunState",
    "SendChannel",
    "SendKind",
    "SendState",
    "Subscription",
    "SubscriptionPause",
    "SubscriptionState",
]
