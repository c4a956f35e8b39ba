"""Which invoices a bank line pays: a score with its terms (row 8.3). Pure functions over frozen facts, no session.

`purpose.py` reads what the payer wrote, `scoring.py` weighs one candidate and judges many, `book.py` holds what is
still owed while a file is gone through, `plan.py` makes of a whole statement a plan that the preview shows and the
action carries out.
"""

from cs_workbench.domain.billing.matching.plan import (
    BankFacts,
    Given,
    HandPayment,
    Plan,
    PlannedLine,
    RejectedLine,
    plan_import,
)
from cs_workbench.domain.billing.matching.purpose import Purpose, number_key, read_purpose
from cs_workbench.domain.billing.matching.scoring import (
    AUTO,
    SUGGEST,
    Candidate,
    OpenInvoice,
    Parties,
    Term,
    judge,
    payer_terms,
    terms_text,
)

__all__ = [
    "AUTO",
    "SUGGEST",
    "BankFacts",
    "Candidate",
    "Given",
    "HandPayment",
    "OpenInvoice",
    "Parties",
    "Plan",
    "PlannedLine",
    "Purpose",
    "RejectedLine",
    "Term",
    "judge",
    "number_key",
    "payer_terms",
    "plan_import",
    "read_purpose",
    "terms_text",
]
