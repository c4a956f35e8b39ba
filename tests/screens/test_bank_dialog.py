"""Loading a bank's statement by keys: a path, the preview with its reasons, Enter, one undo."""

from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.connectors.statements import encoded, expense, income, statement
from tests.desk import Desk
from tests.screens.pilot import SMALL, Hands, sit_at

ROMASHKA = "7707083893"
BOTH = pytest.mark.parametrize("russian", [False, True], ids=["latin", "russian"])


@pytest.fixture
def file(home: Path) -> Path:
    """A statement in the folder of downloads: one payment closes an invoice, one waits, one is a fee."""
    documents = (
        income("40000.00", ПлательщикИНН=ROMASHKA, НазначениеПлатежа="Оплата по счёту № 107", Плательщик1="Ромашка"),
        income("700.00", Номер="18", НазначениеПлатежа="По договору"),
        expense(),
    )
    folder = home / "Downloads"
    folder.mkdir()
    path = folder / "kl_to_1c.txt"
    path.write_bytes(encoded(statement(documents)))
    return path


async def to_preview(hands: Hands) -> None:
    """The preview of the only file among the downloads."""
    await hands.press("b", "tab", "enter")


@BOTH
async def test_a_statement_is_looked_at_loaded_and_undone(desk: Desk, file: Path, russian: bool) -> None:
    async with sit_at(desk, russian=russian) as hands:
        await to_preview(hands)
        assert hands.sees("Закроет 1 счёт, частично 0, не найдено 1")
        assert hands.sees("Приход 2 на 40 700 ₽ · расход 1 на 500 ₽ · новых строк 3")
        assert hands.sees("номер счёта +50; ИНН +30; сумма +20")
        await hands.press("enter")
        assert hands.sees("Загружено 3 строки: закрыт 1 счёт")
        assert desk.show("invoice", 7)["state"] == "paid"
        await hands.press("u")
        assert desk.rows("bank_line") == []


async def test_the_statement_that_lies_beside_the_demo_is_offered_at_once(desk: Desk, file: Path) -> None:
    file.rename(Path(desk.bench.where).with_name("desk-bank.txt"))
    async with sit_at(desk) as hands:
        await hands.press("b", "enter")
        assert hands.sees("Закроет 1 счёт, частично 0, не найдено 1")


async def test_esc_loads_nothing(desk: Desk, file: Path) -> None:
    async with sit_at(desk) as hands:
        await to_preview(hands)
        await hands.press("escape")
        assert desk.rows("bank_line") == []
        assert hands.at("#splits")[0].startswith(" [Всё ")


async def test_a_line_tells_its_reasons_on_a_small_terminal(desk: Desk, file: Path) -> None:
    async with sit_at(desk, SMALL) as hands:
        await to_preview(hands)
        await hands.press("down", "w")
        assert hands.sees("Балл 100: от 80 зачисляется само")
        assert hands.sees("номер счёта +50")
        await hands.press("escape")
        assert hands.sees("Закроет 1 счёт")


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "Файл пуст"), (b"\x89PNG\r\n" * 9, "Это не выписка"), (b"1CClientBankExchange\r\n", "файл оборван")],
)
async def test_a_bad_file_is_refused_where_its_path_stands(desk: Desk, file: Path, data: bytes, said: str) -> None:
    file.write_bytes(data)
    async with sit_at(desk) as hands:
        await to_preview(hands)
        assert hands.sees("~/Downloads/kl_to_1c.txt")
        assert hands.sees(said)


async def test_the_folder_of_the_last_file_is_remembered(desk: Desk, file: Path, home: Path) -> None:
    other = home / "банк"
    other.mkdir()
    (other / "выписка.txt").write_bytes(file.read_bytes())
    async with sit_at(desk) as hands:
        await hands.press("b", "ctrl+u")
        await hands.type("~/банк/выписка.txt")
        await hands.press("enter", "escape", "b")
        assert hands.sees("~/банк/")


async def test_names_are_completed_and_shown(desk: Desk, file: Path) -> None:
    (file.parent / "kl_old.txt").touch()
    async with sit_at(desk) as hands:
        await hands.press("b", "tab")
        assert hands.sees("kl_old.txt kl_to_1c.txt")
        assert hands.sees("~/Downloads/kl_")


async def test_loading_is_stopped_by_esc(desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(file: Any, told: Any) -> None:
        for _ in count():
            told(1, 6)

    monkeypatch.setattr(desk.bench, "load_statement", endless)
    async with sit_at(desk) as hands:
        await to_preview(hands)
        await hands.start("enter")
        await hands.press("escape")
        assert hands.sees("Остановлено: ничего не записано.")
        assert hands.sees("Закроет 1 счёт")
