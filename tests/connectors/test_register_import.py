"""From a spreadsheet to what loading it will do: read, compared, remembered, refused (rows 1.1, 1.5, 8.1)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cs_workbench.connectors import register_import
from cs_workbench.connectors.register_import import RegisterFile, inputs_of, look
from cs_workbench.domain.clients.registers.telling import Tally
from cs_workbench.kernel.action import Done
from cs_workbench.kernel.errors import Cancelled, Refusal
from tests.connectors.spreadsheets import inn, text, xlsx
from tests.desk import Desk

TITLES = ("Контрагент", "ИНН", "Телефон")
ODD = ("Фирма наша", "Код налоговый", "Звонить")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk."""
    here = Desk(tmp_path)
    yield here
    here.close()


def firms(count: int) -> list[tuple[str, str, str]]:
    """Rows of clients."""
    return [(f"ООО «Клиент {number}»", inn(number), f"8 916 111-{number:04d}") for number in range(1, count + 1)]


def looked(
    desk: Desk, path: Path, kind: str = "clients", columns: list[str] | None = None
) -> tuple[RegisterFile, Tally]:
    """A file that can be read, and its preview."""
    file, tally = desk.bench.read(look, kind, path, columns)
    assert tally is not None
    return file, tally


def load(desk: Desk, path: Path, kind: str = "clients", columns: list[str] | None = None) -> Done:
    """Load a file."""
    file, _ = looked(desk, path, kind, columns)
    return desk.bench.perform(file.register.action, inputs_of(file))


def test_a_preview_writes_nothing_and_the_import_does_what_it_said(desk: Desk, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "clients.xlsx", [TITLES, *firms(3), ("Весна", "7728168970", "")])
    before = desk.snapshot()
    _, tally = looked(desk, path)
    assert (tally.create, tally.update, tally.unchanged) == (3, 0, 0)
    assert [(bad.line, bad.field, bad.code) for bad in tally.rejected] == [(5, "inn", "inn")]
    assert desk.snapshot() == before
    done = load(desk, path)
    assert done.message == "Добавлено: 3 клиента; не загружено: 1."
    assert "Строка 5: Контрольная цифра ИНН не сходится: проверьте, нет ли опечатки." in done.warnings
    assert [row["name"] for row in desk.rows("client")] == ["ООО «Клиент 1»", "ООО «Клиент 2»", "ООО «Клиент 3»"]


def test_the_same_file_again_changes_nothing_at_all(desk: Desk, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "clients.xlsx", [TITLES, *firms(20)])
    load(desk, path)
    before = desk.snapshot()
    assert load(desk, path).entry == 0
    assert desk.snapshot() == before


def test_undo_gives_everything_back(desk: Desk, tmp_path: Path) -> None:
    before = desk.snapshot()
    load(desk, xlsx(tmp_path / "clients.xlsx", [TITLES, *firms(20)]))
    after = desk.snapshot()
    desk.undo()
    assert desk.snapshot() == before
    desk.redo()
    assert desk.snapshot() == after


def test_odd_columns_are_asked_about_and_remembered_with_the_import(desk: Desk, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "odd.xlsx", [ODD, *firms(2)])
    file, nothing = desk.bench.read(look, "clients", path)
    assert (nothing, file.missing, file.titles) == (None, ("название или ИНН",), ODD)
    assert file.samples[0] == ("ООО «Клиент 1»", "ООО «Клиент 2»")
    looked(desk, path, columns=["name", "inn", "phone"])
    assert desk.rows("column_profile") == []
    load(desk, path, columns=["name", "inn", "phone"])
    (profile,) = desk.rows("column_profile")
    assert (profile["kind"], profile["header"]) == ("clients", "Фирма наша | Код налоговый | Звонить")
    other = xlsx(tmp_path / "next.xlsx", [["Выгрузка"], ODD, *firms(3)])
    file, tally = looked(desk, other)
    assert (file.columns, tally.create, tally.unchanged) == (("name", "inn", "phone"), 1, 2)


def test_a_profile_is_of_one_kind_and_changes_with_the_reading(desk: Desk, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "odd.xlsx", [ODD, *firms(1)])
    load(desk, path, columns=["name", "inn", "phone"])
    load(desk, path, columns=["name", "inn", ""])
    assert [row["columns"] for row in desk.rows("column_profile")] == ['["name", "inn", ""]']
    assert desk.bench.read(look, "assets", path)[1] is None


def test_a_program_that_names_no_columns_is_refused_with_those_found(desk: Desk, tmp_path: Path) -> None:
    path = text(tmp_path / "odd.csv", [ODD, *firms(1)])
    with pytest.raises(Refusal) as caught:
        desk.bench.read(register_import.load, "clients", path)
    assert caught.value.code == "columns"
    assert "«Фирма наша», «Код налоговый», «Звонить»" in caught.value.message
    file, tally = desk.bench.read(register_import.load, "clients", path, {"Фирма наша": "name"})
    assert (file.columns, tally.create) == (("name", "", ""), 1)


@pytest.mark.parametrize("named", [{"Нет такой": "name"}, {"Звонить": "нет такого"}])
def test_a_column_or_a_field_that_is_not_there_is_refused(desk: Desk, tmp_path: Path, named: dict[str, str]) -> None:
    path = text(tmp_path / "odd.csv", [ODD, *firms(1)])
    with pytest.raises(Refusal, match="Есть: "):
        desk.bench.read(register_import.load, "clients", path, named)


def test_the_sheet_that_has_what_is_needed_is_taken(desk: Desk, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "book.xlsx", [TITLES, *firms(2)], sheet="Данные", first=["Титул", "Отбор"])
    assert looked(desk, path)[1].create == 2


def test_a_file_without_titles_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        desk.bench.read(look, "clients", xlsx(tmp_path / "empty.xlsx", [["одна"], ["колонка"]]))
    assert caught.value.code == "columns"


def test_a_header_without_lines_is_told(desk: Desk, tmp_path: Path) -> None:
    file, tally = looked(desk, xlsx(tmp_path / "bare.xlsx", [TITLES]))
    assert file.warnings == ("Под заголовком нет ни одной строки.",)
    assert tally.create == 0


def test_the_database_itself_is_not_opened(desk: Desk) -> None:
    with pytest.raises(Refusal) as caught:
        desk.bench.read(look, "clients", Path(desk.bench.where))
    assert caught.value.code == "own_file"


def test_reading_and_loading_are_stopped_half_way_with_nothing_written(desk: Desk, tmp_path: Path) -> None:
    path = text(tmp_path / "many.csv", [TITLES, *firms(3_000)])
    before = desk.snapshot()

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.bench.read(look, "clients", path, None, stop)
    file, _ = looked(desk, path)
    with pytest.raises(Cancelled):
        desk.bench.perform(file.register.action, inputs_of(file), stop)
    assert desk.snapshot() == before


def test_what_cannot_be_seen_is_taken_out_of_names(desk: Desk, tmp_path: Path) -> None:
    load(desk, text(tmp_path / "a.csv", [TITLES, ("Ром\u202eашка\x1b[31m", "", "")]))
    assert [row["name"] for row in desk.rows("client")] == ["Ромашка"]


def test_a_field_that_a_profile_names_and_there_is_not_is_not_read(desk: Desk, tmp_path: Path) -> None:
    path = text(tmp_path / "odd.csv", [ODD, *firms(1)])
    header = "Фирма наша | Код налоговый | Звонить"
    desk.do("clients.import_clients", lines=[{"name": "А"}], header=header, columns=["name", "прежнее", "phone"])
    assert looked(desk, path)[0].columns == ("name", "", "phone")
