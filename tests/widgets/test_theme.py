"""Tones can be read in every theme, and said without colour."""

import pytest
from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from cs_workbench.presentation.shapes import TONE_MARKS
from cs_workbench.widgets.theme import DARK, LIGHT, palette
from tests.widgets.stage import Stage

READABLE = 4.5  # contrast that WCAG asks of text


def contrast(one: Color, other: Color) -> float:
    """WCAG's ratio of two colours' light."""

    def light(colour: Color) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


async def styles_in(theme: str) -> dict[str, Style]:
    """The palette of an application in this theme."""
    stage = Stage()
    async with stage.run_test() as pilot:
        stage.theme = theme
        await pilot.pause()
        return dict(palette(stage))


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("word", ["urgent", "warn", "good", "quiet", "key"])
async def test_a_tone_is_readable_on_its_background(theme: Theme, word: str) -> None:
    colour = (await styles_in(theme.name))[word].color
    assert colour is not None
    assert colour.triplet is not None
    assert contrast(Color(*colour.triplet), Color.parse(theme.background or "")) >= READABLE


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
async def test_any_theme_of_textual_has_the_colours(theme: str) -> None:
    styles = await styles_in(theme)
    assert isinstance(styles["urgent"].color, RichColor)


def test_tones_of_a_state_have_signs_of_their_own() -> None:
    signs = [TONE_MARKS[tone] for tone in ("urgent", "warn", "good")]
    assert len(set(signs)) == len(signs)
