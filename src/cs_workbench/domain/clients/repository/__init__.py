"""Reads of the clients area: `finders`, `standing`, `duties` (the queue)."""

from cs_workbench.domain.clients.repository.duties import as_war, np_empty, sr_ready, sr_slipped, uc_handled, uc_tch
from cs_workbench.domain.clients.repository.finders import FINDERS, find_client, find_contact
from cs_workbench.domain.clients.repository.standing import STANDING

__all__ = [
    "FINDERS",
    "STANDING",
    "as_war",
    "find_client",
    "find_contact",
    "np_empty",
    "sr_ready",
    "sr_slipped",
    "uc_handled",
    "uc_tch",
]
