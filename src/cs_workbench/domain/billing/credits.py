"""What a payment does not close stands as the client's credit (row 8.3).

A payment is always its allocations and the rests of its credits.

`actions/payments.py` allocates and applies; `actions/invoices.py` frees what a corrected invoice does not need.
"""

from cs_workbench.domain.billing.records import Allocation, ClientCredit, Payment
from cs_workbench.kernel.money import Money
from cs_workbench.storage.unit import Work


def to_credit(work: Work, payment: Payment, sum: Money) -> ClientCredit:
    """A new credit of the payer, in kopecks above nought, for a part of the payment that closes nothing."""
    return work.add(
        ClientCredit(client_id=payment.client_id, payment_id=payment.id, sum=sum, rest=sum, created_on=work.day.today)
    )


def free_allocation(work: Work, allocation: Allocation, sum: Money | None = None) -> Money:
    """Take `sum` kopecks (all where none is given) back from an invoice into the payment, which holds them unplaced.

    Returns what was freed: hand it to `to_credit` or to another allocation, and let the ledger refresh the invoice.
    """
    freed = allocation.sum if sum is None else min(sum, allocation.sum)
    payment = work.get(Payment, allocation.payment_id)
    payment.allocated = payment.allocated - freed
    if freed == allocation.sum:
        work.remove(allocation)
    else:
        allocation.sum = allocation.sum - freed
    return freed
