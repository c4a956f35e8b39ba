"""`y`: the text that an item asks for, and the status that says where it went."""

from pathlib import Path

import pytest

from cs_workbench.screens.copying import CHOICES as OFFERED
from cs_workbench.settings import cache_folder
from tests.desk import Desk
from tests.screens.pilot import Hands, sit_at
from tests.screens.test_client import id_of, opened

CHOICES = [title for _, title in OFFERED]
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


async def chosen(hands: Hands, place: int) -> None:
    """Ask for a client's text, and choose one by its place."""
    await hands.press("y", *["down"] * place, "enter")


async def test_a_client_gives_one_of_its_texts_after_a_look_at_it(desk: Desk, copied: Path) -> None:
    async with sit_at(desk, russian=True) as hands:
        await opened(hands, desk, "Ромашка")
        await hands.press("y")
        assert hands.sees("Что скопировать: Ромашка")
        assert [title for title in CHOICES if not hands.sees(title)] == []
        await hands.press("enter")
        assert hands.sees("Enter — скопировать, Esc — закрыть")
        assert not copied.exists()
        await hands.press("enter")
        assert said(hands).endswith(": карточка, Ромашка")
    assert copied.read_text("utf-8").startswith("Ромашка\nДолг 80")


async def test_a_text_that_was_only_looked_at_is_not_copied(desk: Desk, copied: Path) -> None:
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        before = hands.status()
        await chosen(hands, 1)
        assert hands.sees("ИНН") or hands.sees("Ромашка")
        await hands.press("escape")
        assert hands.status() == before
    assert not copied.exists()


async def test_requisites_of_the_client_and_ours(desk: Desk, copied: Path) -> None:
    desk.do("clients.edit", client=id_of(desk, "Ромашка"), inn="7707083893")
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        await chosen(hands, 1)
        await hands.press("enter")
        assert said(hands).endswith(": реквизиты, Ромашка")
        assert "ИНН 7707083893" in copied.read_text("utf-8")
        await chosen(hands, 2)
        assert "нужен один наш счёт" in hands.status()
        desk.do("billing.add_own_account", account="40702810400000000001")
        await chosen(hands, 2)
        await hands.press("y")
        assert said(hands).endswith(": наши реквизиты")
    assert copied.read_text("utf-8") == "Реквизиты для оплаты\nРасчётный счёт 40702810400000000001\n"


async def test_a_reminder_is_shown_with_its_subject(desk: Desk, copied: Path) -> None:
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        await chosen(hands, 3)
        assert hands.sees("Тема: Напоминание об оплате: Ромашка")
        await hands.press("enter")
        assert said(hands).endswith(": напоминание об оплате, Ромашка")
    assert copied.read_text("utf-8").startswith("Добрый день!\n\nНапоминаем")


async def test_a_reconciliation_asks_for_its_period(desk: Desk, copied: Path) -> None:
    async with sit_at(desk) as hands:
        await opened(hands, desk, "Ромашка")
        await chosen(hands, 4)
        assert hands.sees("с 01.01.2026 по 24.11.2026")
        await hands.press("ctrl+u")
        await hands.type("чтоэто")
        await hands.press("enter")
        assert hands.sees("Сверка за период")
        await hands.press("ctrl+u")
        await hands.type("октябрь")
        await hands.press("enter")
        assert hands.sees("за период с 01.10.2026 по 31.10.2026.")
        await hands.press("enter")
        assert said(hands).endswith(": сверка, Ромашка")
    assert "На конец периода: ваш долг 40 000,00 ₽." in copied.read_text("utf-8").replace("\u00a0", " ")


async def test_a_client_gives_the_card_for_support_with_what_is_missing(desk: Desk, copied: Path) -> None:
    async with sit_at(desk, russian=True) as hands:
        await opened(hands, desk, "Ромашка")
        await chosen(hands, 5)
        assert hands.sees("! НЕТ: формат сервера")
        await hands.press("enter")
        assert said(hands).endswith(": карточка для техподдержки: клиент, Ромашка")
    assert "\nНЕТ: формат сервера\n" in copied.read_text("utf-8")


@pytest.mark.parametrize("rule", ["RQ-NEW", "HO-WAIT"])
async def test_a_request_and_a_handover_give_the_card(desk: Desk, copied: Path, rule: str) -> None:
    said_of_it = {"kind": "tech", "severity": "stop", "text": "Стоит шлагбаум", "phone": "84951234567"}
    request = desk.new("request", "requests.register", **said_of_it)
    if rule == "HO-WAIT":
        desk.do("requests.hand_over", request=request, dept="support", incomplete="да", confirm=True)
        desk.at("2026-11-25T12:00")
    async with sit_at(desk, russian=True) as hands:
        await to_item(hands, rule)
        await hands.press("y")
        assert hands.sees("! НЕТ: клиент")
        assert hands.sees("Что случилось: Стоит шлагбаум")
        await hands.press("enter")
        assert said(hands).endswith(f": карточка для техподдержки: обращение № {request}")
    assert copied.read_text("utf-8").startswith(f"Карточка для техподдержки: обращение № {request}\n")


async def test_a_broken_template_of_the_user_is_named(desk: Desk, copied: Path) -> None:
    desk.bench.texts.copy("reminder").write_text("Тема: Х\n{{ debt", encoding="utf-8")
    async with sit_at(desk) as hands:
        await to_item(hands, "PAY-CALL")
        await hands.press("y")
        assert "Ваш шаблон reminder.txt не годится: ошибка записи, строка 2. Взят обычный." in hands.status()
    assert copied.read_text("utf-8").startswith("Добрый день!")


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
