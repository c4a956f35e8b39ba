"""The quiet palette, dark and light, and what each tone word looks like.

Widgets name a tone and nothing else; here is the only place where a tone meets a colour. Tones use the
colours that every Textual theme has (`error`, `warning`, `success`, `accent`), so the user may choose any
of them. Signs of tones: `presentation/shapes.py`.
"""

from collections.abc import Mapping
from typing import Any

from rich.style import Style
from textual.app import App, ReturnType
from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="workbench-dark",
    primary="#7aa2c8",
    secondary="#5d7f9e",
    accent="#8fb6d9",
    warning="#d9a657",
    error="#e8838a",
    success="#8dbb89",
    foreground="#d3d7de",
    background="#15181c",
    surface="#1a1e23",
    panel="#22272e",
    dark=True,
)
LIGHT = Theme(
    name="workbench-light",
    primary="#2f5f8f",
    secondary="#4d6f90",
    accent="#2f5f8f",
    warning="#8a5a00",
    error="#b3261e",
    success="#2f6f3e",
    foreground="#22262b",
    background="#f7f7f4",
    surface="#efefeb",
    panel="#e4e4df",
    dark=False,
)
THEMES = (DARK, LIGHT)


class Dressed(App[ReturnType]):
    """Stands before `App` in the bases of an application: knows the palette, and finds a theme once.

    Textual asks for the theme at every line that it draws, and searches all themes each time.
    """

    def __init__(self) -> None:
        self._found: dict[str, Theme | None] = {}
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self._found.clear()

    def get_theme(self, theme_name: str) -> Theme | None:
        """The theme of a name."""
        if theme_name not in self._found:
            self._found[theme_name] = super().get_theme(theme_name)
        return self._found[theme_name]

    def wear(self, name: str) -> None:
        """Choose the theme before the start: one that is changed later has every style sheet read once more."""
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())


_QUIET_BLEND = 0.35  # how far quiet text goes from the foreground towards the background


def _quiet(foreground: Color, background: Color) -> Style:
    """Greyer text; where the terminal's own colours are used there is nothing to mix, so it is dim."""
    if foreground.ansi is not None or background.ansi is not None:
        return Style(dim=True)
    return Style(color=foreground.blend(background, _QUIET_BLEND).rich_color)


def palette(app: App[Any]) -> Mapping[str, Style]:
    """What each word adds to a widget's style: tones, `key`, `cursor`, `resting` (a cursor without focus)."""
    variables = app.theme_variables
    foreground, background = Color.parse(variables["foreground"]), Color.parse(variables["background"])

    def coloured(name: str, *, bold: bool = False) -> Style:
        return Style(color=Color.parse(variables[name]).rich_color, bold=bold)

    return {
        "normal": Style.null(),
        "urgent": coloured("error", bold=True),
        "warn": coloured("warning"),
        "good": coloured("success"),
        "quiet": _quiet(foreground, background),
        "title": Style(bold=True),
        "key": coloured("accent", bold=True),
        "cursor": Style(reverse=True),
        "resting": Style(bold=True, underline=True),
    }
