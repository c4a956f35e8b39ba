"""Actions of the tasks area: manual tasks, what lies over the queue, and the next step of any record."""

from cs_workbench.domain.tasks.actions.closing import CloseDay
from cs_workbench.domain.tasks.actions.manual import AddTask, DoTask
from cs_workbench.domain.tasks.actions.next_step import SetNext
from cs_workbench.domain.tasks.actions.overlays import MuteItem, PinItem, SnoozeItem, WakeItem
from cs_workbench.domain.tasks.actions.waking import wake_on
from cs_workbench.kernel.action import Action

ACTIONS: tuple[type[Action], ...] = (AddTask, DoTask, SnoozeItem, MuteItem, PinItem, WakeItem, CloseDay, SetNext)

__all__ = ["ACTIONS", "wake_on"]
