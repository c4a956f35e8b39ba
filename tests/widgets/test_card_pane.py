"""The card shows lines as they are, wrapped, and draws only those that change."""

import pytest

from cs_workbench.presentation.shapes import CardLine
from cs_workbench.widgets.card_pane import CardPane
from tests.widgets.stage import Stage, shown, watch_lines

LONG = [CardLine(f"строка {number}") for number in range(50)]


async def test_lines_have_signs_and_indents_and_keep_their_blanks() -> None:
    card = CardPane()
    async with Stage(card).run_test(size=(40, 10)) as pilot:
        card.show(
            [
                CardLine("ООО «Рога & Копыта»", "title"),
                CardLine("Долг      45 000 ₽", "urgent"),
                CardLine("с 20.11", indent=2),
            ]
        )
        await pilot.pause()
        assert shown(card)[:4] == ["  ООО «Рога & Копыта»", "! Долг      45 000 ₽", "    с 20.11", ""]


async def test_a_long_line_is_wrapped_under_its_beginning_with_one_sign() -> None:
    card = CardPane()
    async with Stage(card).run_test(size=(24, 10)) as pilot:
        card.show([CardLine("обещание нарушено второй раз", "warn", indent=1)])
        await pilot.pause()
        assert shown(card)[:2] == ["▴  обещание нарушено", "   второй раз"]


async def test_another_card_draws_only_the_lines_that_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    card = CardPane()
    async with Stage(card).run_test(size=(40, 10)) as pilot:
        card.show([CardLine("Клиент А"), CardLine("Долг"), CardLine("здоровье 72")], about=1)
        await pilot.pause()
        drawn = watch_lines(card, monkeypatch)
        card.show([CardLine("Клиент Б"), CardLine("Долг"), CardLine("здоровье 40")], about=2)
        await pilot.pause()
        assert sorted(drawn) == [0, 2]


async def test_the_same_card_again_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    card = CardPane()
    async with Stage(card).run_test(size=(40, 10)) as pilot:
        card.show(LONG, about=1)
        await pilot.pause()
        drawn = watch_lines(card, monkeypatch)
        card.show(list(LONG), about=1)
        await pilot.pause()
        assert drawn == []


@pytest.mark.parametrize(
    ("pressed", "first"),
    [(["j"], 1), (["о", "down", "k"], 1), (["pagedown"], 9), (["end"], 40), (["end", "home"], 0)],
)
async def test_keys_scroll_a_focused_card(pressed: list[str], first: int) -> None:
    card = CardPane()
    async with Stage(card).run_test(size=(40, 10)) as pilot:
        card.show(LONG)
        card.focus()
        await pilot.press(*pressed)
        await pilot.pause()
        assert shown(card)[0].split("▐")[0].strip() == f"строка {first}"


async def test_keys_do_not_scroll_a_card_without_focus() -> None:
    card = CardPane()
    stage = Stage(card, keys=["j"])
    async with stage.run_test(size=(40, 10)) as pilot:
        card.show(LONG)
        stage.set_focus(None)
        await pilot.press("j")
        await pilot.pause()
        assert shown(card)[0].startswith("  строка 0")


@pytest.mark.parametrize(("about", "first"), [(1, "строка 5"), (2, "строка 0")], ids=["same", "another"])
async def test_a_refresh_keeps_the_place_and_another_card_starts_at_the_top(about: int, first: str) -> None:
    card = CardPane()
    async with Stage(card).run_test(size=(40, 10)) as pilot:
        card.show(LONG, about=1)
        card.show_from(5)
        card.show(LONG, about=about)
        await pilot.pause()
        assert shown(card)[0].strip().startswith(first)
