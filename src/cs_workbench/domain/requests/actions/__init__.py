"""Actions of the requests area (rows 1.1, 1.2, 1.7, 20.3)."""

from cs_workbench.domain.requests.actions.conflicts import CONFLICTS
from cs_workbench.domain.requests.actions.course import COURSE
from cs_workbench.domain.requests.actions.handovers import HANDOVERS
from cs_workbench.domain.requests.actions.intake import INTAKE
from cs_workbench.domain.requests.actions.proposals import PROPOSALS
from cs_workbench.kernel.action import Action

ACTIONS: tuple[type[Action], ...] = (*INTAKE, *COURSE, *HANDOVERS, *CONFLICTS, *PROPOSALS)
