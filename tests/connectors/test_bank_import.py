"""A bank's file from the disk to the desk: read safely, previewed truly, loaded once in any encoding (row 8.3)."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cs_workbench.connectors import bank_import
from cs_workbench.connectors.bank_file import MAX_BYTES
from cs_workbench.connectors.bank_import import BankPreview
from cs_workbench.kernel.action import Done
from cs_workbench.kernel.errors import Refusal
from tests.connectors.statements import (
    ENCODINGS,
    OURS,
    OURS_TOO,
    account_section,
    document,
    encoded,
    expense,
    income,
    statement,
    totals,
    transfer,
)
from tests.desk import Desk
from tests.domain.billing.bank_rows import balanced, bill, client, inn


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk; the statements lie beside its database."""
    here = Desk(tmp_path)
    yield here
    here.close()


def came(number: int, sum: str, payer: int, purpose: str | None = None, **fields: str) -> str:
    """A client's payment for the invoice of a number."""
    return income(
        sum,
        Номер=str(number),
        ПлательщикИНН=inn(payer),
        Плательщик1=f"ООО «Клиент {payer}»",
        НазначениеПлатежа=purpose or f"Оплата по счёту № {number} за ноябрь",
        **fields,
    )


def written(folder: Path, text: str, encoding: str = "cp1251") -> Path:
    """A statement on the disk."""
    path = folder / "kl_to_1c.txt"
    path.write_bytes(encoded(text, encoding))
    return path


def previewed(desk: Desk, path: Path) -> BankPreview:
    """What the import of a file would do."""
    with desk.bench.performer.reading(desk.bench.today()) as read:
        return bank_import.preview(bank_import.load(path, read), read)


def loaded(desk: Desk, path: Path) -> Done:
    """Import a file."""
    with desk.bench.performer.reading(desk.bench.today()) as read:
        inputs = bank_import.inputs_of(bank_import.load(path, read))
    return desk.do("billing.import_statement", **inputs)


def refused(desk: Desk, path: Path) -> Refusal:
    """The refusal of a file, which leaves nothing behind."""
    before, entries = desk.snapshot(), len(desk.rows("journal_entry"))
    with pytest.raises(Refusal) as caught:
        loaded(desk, path)
    assert (desk.snapshot(), len(desk.rows("journal_entry"))) == (before, entries)
    return caught.value


def month(desk: Desk) -> str:
    """A statement that closes 41 invoices, 3 in part, and brings 5 payments of nobody, an expense and a transfer."""
    documents = []
    for number in range(1, 45):
        bill(desk, client(desk, number), number, "24800")
        documents.append(came(number, "24800.00" if number <= 41 else "800.00", number))
    documents += [income("77.00", Номер=str(number), НазначениеПлатежа="Прочее") for number in range(901, 906)]
    return statement([*documents, expense("500.00"), transfer("100000.00")], accounts=(OURS, OURS_TOO))


def test_the_preview_tells_what_the_import_then_does(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, month(desk))
    before = desk.snapshot()

    shown = previewed(desk, path)
    untouched = desk.snapshot() == before
    done = loaded(desk, path)

    counts = (
        shown.documents,
        shown.create,
        shown.update,
        shown.unchanged,
        shown.closes,
        shown.partial,
        shown.unmatched,
    )
    assert untouched
    assert counts == (51, 51, 0, 0, 41, 3, 5)
    assert done.message == "Загружена 51 строка: закрыт 41 счёт, частично 3, не найдено 5."
    states = [found["state"] for found in desk.rows("invoice")]
    assert (states.count("paid"), states.count("partly_paid")) == (41, 3)
    assert desk.rules().count("BANK-UNM") == 5
    balanced(desk)


def test_the_preview_tells_the_totals_of_the_file(desk: Desk, tmp_path: Path) -> None:
    shown = previewed(desk, written(tmp_path, month(desk)))

    told = [(found.count, found.sum.plain()) for found in (shown.income, shown.expense, shown.own)]
    assert told == [(49, "1019585.00"), (1, "500.00"), (1, "100000.00")]


def test_the_preview_gives_reasons_line_by_line(desk: Desk, tmp_path: Path) -> None:
    one = client(desk, 1)
    bill(desk, one, 41, "24800")
    bill(desk, one, 42, "700")
    path = written(
        tmp_path,
        statement([came(41, "24800.00", 1), came(7, "700.00", 1, "Оплата"), income("5.00"), expense(), transfer()]),
    )

    lines = previewed(desk, path).lines

    assert [(line.verdict, line.invoices, line.score) for line in lines] == [
        ("auto", ("41",), 105),
        ("suggested", ("42",), 50),
        ("new", (), 0),
        ("expense", (), 0),
        ("own", (), 0),
    ]
    assert lines[0].terms == "номер счёта +50; ИНН +30; сумма +20; период +5"
    assert (lines[0].payer, lines[0].purpose) == ("ООО «Клиент 1»", "Оплата по счёту № 41 за ноябрь")
    assert [line.line_no for line in lines] == sorted({line.line_no for line in lines})


def test_the_same_statement_in_any_encoding_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    bill(desk, client(desk, 1), 41, "24800")
    text = statement([came(41, "24800.00", 1), income(), income(), expense()])
    loaded(desk, written(tmp_path, text, "cp866"))
    before, entries = desk.snapshot(), len(desk.rows("journal_entry"))

    for encoding in ENCODINGS:
        path = written(tmp_path, text, encoding)
        shown = previewed(desk, path)
        assert (shown.create, shown.unchanged, {line.verdict for line in shown.lines}) == (0, 4, {"known"})
        assert loaded(desk, path).entry == 0

    assert (desk.snapshot(), len(desk.rows("journal_entry"))) == (before, entries)


def test_a_file_as_json_for_programs(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, statement([came(41, "5.00", 1), document(Номер="1", Дата="16.11.2026", Сумма="")]))

    told = json.loads(json.dumps(bank_import.as_json(previewed(desk, path)), ensure_ascii=False))

    assert (told["documents"], told["create"], told["update"], told["unchanged"]) == (2, 1, 0, 0)
    assert (told["closes"], told["partial"], told["unmatched"]) == (0, 0, 1)
    assert told["income"] == {"count": 1, "sum": "5.00"}
    assert [set(wrong) for wrong in told["rejected"]] == [{"line", "field", "code", "message"}]
    assert (told["rejected"][0]["field"], told["rejected"][0]["code"]) == ("Сумма", "no_sum")
    assert all(isinstance(said, str) for said in told["warnings"])
    assert (told["lines"][0]["date"], told["lines"][0]["sum"]) == ("2026-11-16", "5.00")


def test_a_document_that_cannot_be_read_stops_no_other(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, statement([document(Номер="1", Дата="16.11.2026", Сумма=""), came(41, "5.00", 1)]))

    done = loaded(desk, path)

    assert len(desk.rows("bank_line")) == 1
    assert any(said.startswith("Строка ") and "Нет суммы" in said for said in done.warnings)


def test_a_day_to_come_is_rejected(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, statement([income(day="25.11.2026"), income()]))

    shown = previewed(desk, path)

    assert [(wrong.field, wrong.code) for wrong in shown.rejected] == [("on", "future")]
    assert (shown.documents, shown.create, len(shown.lines)) == (2, 1, 1)


def test_the_first_file_makes_its_account_ours(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, statement([income()]))

    shown = previewed(desk, path)
    loaded(desk, path)

    assert f"Счёт {OURS} будет добавлен в наши: это первая выписка." in shown.warnings
    assert [own["account"] for own in desk.rows("own_account")] == [OURS]


def test_a_file_of_another_account_is_refused(desk: Desk, tmp_path: Path) -> None:
    desk.do("billing.add_own_account", account=OURS_TOO)

    refusal = refused(desk, written(tmp_path, statement([income()])))

    assert refusal.code == "foreign_account"


def test_a_quiet_day_is_loaded(desk: Desk, tmp_path: Path) -> None:
    days = {"ДатаНачала": "23.11.2026", "ДатаКонца": "23.11.2026"}
    section = account_section(OURS, **days, **totals("100.00", "0.00", "0.00", "100.00"))

    loaded(desk, written(tmp_path, statement(header=days, sections=[section])))

    assert len(desk.rows("bank_import")) == 1
    assert "BANK-GET" not in desk.rules()


def test_the_import_remembers_the_file(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, statement([income(), expense()]))

    loaded(desk, path)

    (found,) = desk.rows("bank_import")
    assert (found["file"], len(found["sha"]), found["lines"]) == ("kl_to_1c.txt", 64, 2)
    assert (found["covers_from"].isoformat(), found["covers_to"].isoformat()) == ("2026-11-16", "2026-11-16")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n" + bytes(range(256)) * 20, "not_statement"),
        (encoded("1CClientBankExchange\r\nВерсияФормата=1.03\r\nСекцияДокумент=Платежное поручение\r\nСумма="), "cut"),
        (encoded("1CClientBankExchange\r\nВерсияФормата=1.03\r\n"), "no_documents"),
    ],
)
def test_what_is_no_whole_statement_is_refused(desk: Desk, tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "kl_to_1c.txt"
    path.write_bytes(content)

    assert refused(desk, path).code == code


def test_a_file_of_100_mb_is_refused_unread(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "kl_to_1c.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES)

    assert refused(desk, path).code == "too_big"


def test_what_is_no_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    assert refused(desk, tmp_path / "нет.txt").code == "no_file"
    assert refused(desk, tmp_path).code == "not_a_file"
    assert refused(desk, Path("a\0b")).code == "no_file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_never_waited_for(desk: Desk, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert refused(desk, tmp_path / "pipe").code == "not_a_file"


def test_the_database_itself_is_never_opened_as_a_file(desk: Desk, tmp_path: Path) -> None:
    link = tmp_path / "kl_to_1c.txt"
    link.hardlink_to(tmp_path / "desk.db")

    assert refused(desk, tmp_path / "desk.db").code == "own_file"
    assert refused(desk, link).code == "own_file"
