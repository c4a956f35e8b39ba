"""The list of areas, in line: what each brings. Nothing registers itself by being imported; this module names
everything.

An area may use those before it; a later area's interest in earlier records stands here too. `rulebook.py` is the part
of this list that the short start needs, without records.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from sqlalchemy.orm import Session

from cs_workbench.domain.billing import actions as billing_actions
from cs_workbench.domain.billing import records as billing_records
from cs_workbench.domain.billing.repository import duties as billing_duties
from cs_workbench.domain.billing.repository.finders import FINDERS as BILLING_FINDERS
from cs_workbench.domain.clients import actions as clients_actions
from cs_workbench.domain.clients import records as clients_records
from cs_workbench.domain.clients import repository as clients_repository
from cs_workbench.domain.collection import actions as collection_actions
from cs_workbench.domain.collection import records as collection_records
from cs_workbench.domain.collection.repository import duties as collection_duties
from cs_workbench.domain.collection.repository.promises import EFFECTIVE as COLLECTION_EFFECTIVE
from cs_workbench.domain.outbox import actions as outbox_actions
from cs_workbench.domain.outbox import records as outbox_records
from cs_workbench.domain.outbox import repository as outbox_repository
from cs_workbench.domain.requests import actions as requests_actions
from cs_workbench.domain.requests import records as requests_records
from cs_workbench.domain.requests.repository import duties as requests_duties
from cs_workbench.domain.requests.repository.finders import FINDERS as REQUESTS_FINDERS
from cs_workbench.domain.rulebook import RULES
from cs_workbench.domain.tasks import actions as tasks_actions
from cs_workbench.domain.tasks import records as tasks_records
from cs_workbench.domain.tasks import repository as tasks_repository
from cs_workbench.kernel.action import Action
from cs_workbench.kernel.rule import Rule
from cs_workbench.kernel.today import Today
from cs_workbench.storage.record import Record
from cs_workbench.storage.unit import Interest

Finder = Callable[[Session, str], list[int]]
Effective = Callable[[Mapping[str, Any], Today], Mapping[str, Any]]


@dataclass(frozen=True)
class Area:
    """One area: its records' module, actions, the module of its duty selects, how a text finds its records, its
    interests.
    """

    name: str
    records: ModuleType
    actions: tuple[type[Action], ...]
    duties: ModuleType
    finders: Mapping[str, Finder] = field(default_factory=dict)
    interests: tuple[Interest, ...] = ()

    @property
    def tables(self) -> dict[str, type[Record]]:
        """The area's records by their names."""
        kinds = (
            kind
            for kind in vars(self.records).values()
            if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
        )
        return {str(kind.__tablename__): kind for kind in kinds}


AREAS = (
    Area("clients", clients_records, clients_actions.ACTIONS, clients_repository, clients_repository.FINDERS),
    Area("tasks", tasks_records, tasks_actions.ACTIONS, tasks_repository),
    Area("outbox", outbox_records, outbox_actions.ACTIONS, outbox_repository),
    Area("requests", requests_records, requests_actions.ACTIONS, requests_duties, REQUESTS_FINDERS),
    Area("billing", billing_records, billing_actions.ACTIONS, billing_duties, BILLING_FINDERS),
    Area(
        "collection",
        collection_records,
        collection_actions.ACTIONS,
        collection_duties,
        interests=collection_actions.INTERESTS,
    ),
)

RECORDS: Mapping[str, type[Record]] = {name: kind for area in AREAS for name, kind in area.tables.items()}
ACTIONS: Mapping[str, type[Action]] = {action.facts.name: action for area in AREAS for action in area.actions}
FINDERS: Mapping[str, Finder] = {record: finder for area in AREAS for record, finder in area.finders.items()}
EFFECTIVE: Mapping[str, Effective] = {**COLLECTION_EFFECTIVE}
INTERESTS: tuple[Interest, ...] = (
    *(interest for area in AREAS for interest in area.interests),
    tasks_actions.wake_on(frozenset(RECORDS)),
)


def select_of(rule: Rule) -> Callable[[], object]:
    """The repository's function that a rule names."""
    return getattr(_duties(rule), rule.select)  # type: ignore[no-any-return]


def handled_of(rule: Rule) -> object | None:
    """The select that counts what was dealt with today; None for a rule that names none."""
    return getattr(_duties(rule), rule.handled)() if rule.handled else None


def _duties(rule: Rule) -> ModuleType:
    return next(area for area in AREAS if f".{area.name}." in rule.word.__module__).duties


__all__ = [
    "ACTIONS",
    "AREAS",
    "EFFECTIVE",
    "FINDERS",
    "INTERESTS",
    "RECORDS",
    "RULES",
    "Area",
    "handled_of",
    "select_of",
]
