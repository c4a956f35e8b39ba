"""The bank of the demo: our account, what payers write, and the statement's lines of the lived mornings."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from cs_workbench.demo.plan import Bill, Payment, Plan
from cs_workbench.kernel.dates import day_text, period_text
from cs_workbench.kernel.money import Money

OUR_ACCOUNT = "40702810000000000001"
OUR_BANK = "АО «Выдуманный банк»"
OUR_NAME = "ООО «Проезд и доступ»"
OUR_INN = "7799999997"

Line = dict[str, Any]


def purpose_of(bill: Bill, payment: Payment | None = None) -> str:
    """What a payer writes."""
    what = f"за обслуживание, {period_text(bill.period)}. НДС не облагается"
    if payment is not None and not payment.numbered:
        return f"Абонентская плата {what}"
    return f"Оплата по счёту № {bill.number} от {day_text(bill.issued_on)} {what}"


def account_of(inn: str) -> str:
    """The account from which a payer pays, by its INN."""
    return f"40702810{inn[-12:]:0>12}"


def lines_between(plan: Plan, first: date, last: date) -> Iterator[Line]:
    """The income of some days as lines of a statement, the first day first."""
    found = [(payment, bill) for bill in plan.bills for payment in bill.payments if first <= payment.on <= last]
    found.sort(key=lambda pair: (pair[0].on, pair[1].client.id, pair[1].period))
    for payment, bill in found:
        yield line_of(payment, bill)


def line_of(payment: Payment, bill: Bill) -> Line:
    """One payment as the bank tells it."""
    firm = bill.client.firm
    inn = payment.payer or firm.inn
    return {
        "on": payment.on,
        "sum": payment.sum,
        "account": OUR_ACCOUNT,
        "number": str(100 + (firm.id * 7 + payment.on.day) % 800),
        "counterparty": firm.name if payment.payer is None else "ООО «Платим за других»",
        "counterparty_account": account_of(inn),
        "inn": inn,
        "purpose": purpose_of(bill, payment),
    }


def stranger(on: date, name: str, purpose: str, kopecks: int) -> Line:
    """Money of somebody who is no client of ours."""
    line = {"on": on, "sum": Money(kopecks), "account": OUR_ACCOUNT, "number": str(kopecks // 1000)}
    return {**line, "counterparty": name, "counterparty_account": account_of(str(kopecks)), "purpose": purpose}


def bank_fee(on: date) -> Line:
    """What the bank takes for its work."""
    line = {"on": on, "sum": Money(19_000), "direction": "expense", "account": OUR_ACCOUNT, "number": f"{on:%d%m}"}
    return {**line, "counterparty": OUR_BANK, "purpose": "Комиссия за ведение счёта"}
