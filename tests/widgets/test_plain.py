"""Data are shown as they are: no markup, no control characters."""

import pytest

from cs_workbench.widgets.plain import plain, plain_text
from tests.widgets.stage import HOSTILE


@pytest.mark.parametrize("text", HOSTILE)
def test_content_holds_the_text_and_nothing_else(text: str) -> None:
    content = plain(text)
    assert (content.plain, content.spans) == (HOSTILE[text], [])


@pytest.mark.parametrize("text", HOSTILE)
def test_rich_text_holds_the_text_and_nothing_else(text: str) -> None:
    shown = plain_text(text)
    assert (shown.plain, shown.spans) == (HOSTILE[text], [])


def test_a_style_covers_the_whole_text() -> None:
    span = plain("[b]долг[/b]", "bold").spans[0]
    assert (span.start, span.end) == (0, len("[b]долг[/b]"))


def test_anything_can_be_shown() -> None:
    assert plain(ValueError("[type=int_parsing]")).plain == "[type=int_parsing]"
