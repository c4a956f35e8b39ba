"""`y`: the text that an item asks for, and the status that says where it went."""

from pathlib import Path

import pytest

from cs_workbench.settings import cache_folder
from tests.desk import Desk
from tests.screens.pilot import Hands, sit_at
from tests.screens.test_client import id_of, opened

ELSEWHERE = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TMUX", "STY", "TERM_PROGRAM")


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A console without any clipboard: the file that texts go to."""
    for name in ELSEWHERE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "linux")
    return cache_folder() / "copied.txt"


def named(copied: Path) -> str:
    """The file as the status says it."""
    return f"~/{copied.relative_to(Path.home()).as_posix()}"


def said(hands: Hands) -> str:
    """What the status says, its counters left out."""
    return hands.status().split("   ")[0]


async def to_item(hands: Hands, rule: str) -> None:
    """Put the cursor on the first item of a rule."""
    key = next(entry.key for entry in hands.app.workbench.queue() if entry.rule.id == rule)
    hands.app.screen.query_one("#list").move_to(key)  # type: ignore[attr-defined]
    await hands.settle()


async def test_a_debt_gives_a_reminder_with_sums_days_and_our_account(desk: Desk, copied: Path) -> None:
    desk.do("billing.add_own_account", account="40702810400000000001", bank="АО «Банк»", org="ООО «Шлагбаум»")
    async with sit_at(desk, russian=True) as hands:
        await to_item(hands, "PAY-CALL")
        await hands.press("y")
        assert said(hands) == f"+ Текст в файле {named(copied)}: напоминание об оплате, Весна"
    assert copied.read_text("utf-8").replace("\u00a0", " ") == (
        "Добрый день!\n\n"
        "Напоминаем об оплате. К оплате 40 000,00 ₽ (Весна):\n\n"
        "— счёт № 102 от 15.10.2026 за октябрь 2026: 20 000,00 ₽, срок оплаты прошёл 31.10.2026\n"
        "— счёт № 106 от 16.11.2026 за ноябрь 2026: 20 000,00 ₽, оплатить до 30.11.2026\n\n"
        "Реквизиты для оплаты: получатель ООО «Шлагбаум», р/с 40702810400000000001, банк АО «Банк».\n\n"
        "Если оплата уже отправлена, пришлите, пожалуйста, платёжное поручение. "
        "Если счёт потерялся или есть вопросы — ответьте на это письмо, мы поможем.\n\n"
        "С уважением,\nООО «Шлагбаум»\n"
    )


async def test_a_lost_invoice_gives_the_letter_of_its_copy(desk: Desk, copied: Path) -> None:
    desk.do("collection.log_call", client=id_of(desk, "Ромашка"), outcome="6")
    async with sit_at(desk) as hands:
        await to_item(hands, "INV-DUP")
        await hands.press("y")
        assert said(hands).endswith(": дубль счёта, Ромашка")
    assert "направляем ещё раз счёт № 103 от 15.10.2026 за октябрь 2026." in copied.read_text("utf-8")


async def test_what_is_missing_is_named_and_nothing_is_copied(desk: Desk, copied: Path) -> None:
    desk.do("billing.add_invoice", client=id_of(desk, "Ромашка"), number="7", issued_on="сегодня", sum="5000")
    desk.at("2026-12-15T10:00")
    desk.do("billing.issue_run", period="2026-12", confirm=True)
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        await hands.press("tab", "j", "j", "j", "y")
        assert hands.status() == "▴ Текст не готов, не хватает: номер счёта из 1С."
    assert not copied.exists()


async def test_a_client_gives_its_card(desk: Desk, copied: Path) -> None:
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        await hands.press("y")
        assert said(hands).endswith(": карточка, Ромашка")
    assert copied.read_text("utf-8").startswith("Ромашка\nДолг 80")


async def test_in_a_terminal_the_text_is_handed_to_it(
    desk: Desk, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    async with sit_at(desk) as hands:
        await hands.press("y")
        assert said(hands) == "+ В буфере терминала (OSC 52): напоминание об оплате, Весна"
        assert hands.app.clipboard.startswith("Добрый день!")
    assert not copied.exists()


async def test_under_tmux_it_is_in_a_file_besides(desk: Desk, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    async with sit_at(desk) as hands:
        await hands.press("y")
        assert said(hands) == f"+ Текст в файле {named(copied)} и в буфере терминала: напоминание об оплате, Весна"
        assert hands.app.clipboard.startswith("Добрый день!")
    assert copied.exists()
