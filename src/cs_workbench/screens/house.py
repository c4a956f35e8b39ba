"""The screens that are made behind the first frame: all but the queue."""

from collections.abc import Mapping

from cs_workbench.screens.base import WorkScreen


def make_screens() -> Mapping[str, WorkScreen]:
    """Every other kept screen by its name."""
    return {}
