"""Two clients who are one: № 1, who is merged, and № 2, who stays."""

from typing import Any

from cs_workbench.kernel.action import Done
from tests.desk import Desk

INN = "7707083893"
OTHER_INN = "7736050003"


def pair(desk: Desk, old: dict[str, Any] | None = None, kept: dict[str, Any] | None = None) -> None:
    """Client № 1, who is merged, and № 2, who stays."""
    desk.do("clients.add", name="Ромашка-2", confirm=True, **(old or {}))
    desk.do("clients.add", name="Ромашка", confirm=True, **(kept or {}))


def merge(desk: Desk) -> Done:
    """№ 1 goes into № 2."""
    return desk.there_and_back("clients.merge", client=1, into=2, confirm=True)


def note(desk: Desk) -> str:
    """What was noted at the client who stays."""
    text: str = desk.rows("note")[-1]["text"]
    return text
