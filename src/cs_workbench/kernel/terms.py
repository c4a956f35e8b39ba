"""The firm's agreed terms that rules and actions reckon with; `settings.py` fills them from the user's file.

Every value is an assumption of `processes.ru.md` 4 that a manager may change. Standard library only: the short start
reads them.
"""

from typing import Literal, NamedTuple


class Terms(NamedTuple):
    """Days of the month are calendar days, `_bd` are business days, hours are local."""

    run_day: int = 15
    run_shift: Literal["next", "prev"] = "next"
    remind_from: int = 20
    ladder_bd: tuple[int, int, int] = (5, 10, 20)
    one_off_due_bd: int = 5
    work_from: int = 9
    work_to: int = 18
    no_answer_hours: int = 3
    busy_minutes: int = 30
    promise_days: int = 30
    manager: str = ""


AGREED = Terms()
"""What stands where the user's file says nothing."""
