"""All rules, by area, without the domain's records: the short start reads this alone (`catalogue.py` has all)."""

from cs_workbench.domain.billing.rules import RULES as BILLING
from cs_workbench.domain.clients.rules import RULES as CLIENTS
from cs_workbench.domain.collection.rules import RULES as COLLECTION
from cs_workbench.domain.outbox.rules import RULES as OUTBOX
from cs_workbench.domain.requests.rules import RULES as REQUESTS
from cs_workbench.domain.tasks.rules import RULES as TASKS
from cs_workbench.kernel.rule import Rule

RULES: tuple[Rule, ...] = (*CLIENTS, *TASKS, *OUTBOX, *REQUESTS, *BILLING, *COLLECTION)
