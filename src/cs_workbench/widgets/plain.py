"""The one way to show data: cleaned of what a terminal obeys, and never read as markup.

Textual and Rich parse a plain string, so `[/]` in a client's name would end the program. Labels, buttons,
options and notices are given `plain(...)`; what takes a Rich text, `plain_text(...)`. Line widgets
(`painted_lines.py`) draw strings that are never parsed.
"""

from rich.text import Text
from textual.content import Content

from cs_workbench.kernel.text import clean_text


def plain(value: object, style: str = "") -> Content:
    """A value as Textual content, in a style such as `bold $error`."""
    return Content.styled(clean_text(str(value)), style) if style else Content(clean_text(str(value)))


def plain_text(value: object, style: str = "") -> Text:
    """A value as Rich text, in a Rich style such as `bold red`."""
    return Text(clean_text(str(value)), style=style)
