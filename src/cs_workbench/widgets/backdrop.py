"""Containers that their children cover whole: what lies behind them is plain and is drawn at once, where Textual would
ask the styles of each line anew at every layout.
"""

from rich.segment import Segment
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def blank_lines(widget: Widget, crop: Region) -> list[Strip]:
    """Lines of a widget's background."""
    return [Strip([Segment(" " * crop.width, widget.rich_style)], crop.width)] * crop.height


class Column(Vertical):
    """Children one under the other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's line API."""
        return blank_lines(self, crop)


class Panes(Horizontal):
    """Children side by side."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Textual's line API."""
        return blank_lines(self, crop)
