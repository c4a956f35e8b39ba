"""A moment without keys, in which a widget may get ready for the next one (`record_table.py` reads rows ahead)."""

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

AT_REST = 0.03
"""Seconds without a key."""


class Rest:
    """Calls `then` when nothing has begun it anew for a moment."""

    def __init__(self, widget: Widget, then: Callable[[], None]) -> None:
        self._widget, self._then = widget, then
        self._timer: Timer | None = None

    def begin(self) -> None:
        """A key was answered; before the widget is on a screen there is nothing to get ready for."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._widget.set_timer(AT_REST, self._then) if self._widget.is_running else None
