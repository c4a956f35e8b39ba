"""When the statement is asked for and when a line of it stands in the queue (row 8.3)."""

from datetime import date

import pytest

from tests.desk import Desk
from tests.domain.billing.bank_rows import bill, client, line, load, row


def covered(desk: Desk, until: str) -> None:
    """A quiet statement up to a day, loaded on a later one."""
    desk.do("billing.import_statement", lines=[], covers_to=until)


@pytest.mark.parametrize(
    ("moment", "loaded", "wanted"),
    [
        ("2026-11-02T09:00", "2026-10-29", None),  # Monday the 2nd: Friday the 30th asked for the 29th
        ("2026-11-03T09:00", "2026-10-29", "2026-11-02"),  # Tuesday
        ("2026-11-05T09:00", "2026-11-01", "2026-11-02"),  # Thursday: Tuesday's is still missing
        ("2026-11-05T09:00", "2026-11-02", None),  # Thursday before the 15th asks for nothing new
        ("2026-11-06T09:00", "2026-11-02", "2026-11-05"),  # Friday
        ("2026-11-09T09:00", "2026-11-05", None),  # Monday before the 15th
        ("2026-11-13T09:00", "2026-11-09", "2026-11-12"),  # Friday the 13th
        ("2026-11-15T09:00", "2026-11-09", None),  # Sunday the 15th is a day off
        ("2026-11-16T09:00", "2026-11-12", "2026-11-13"),  # Monday: the last business day was Friday
        ("2026-11-16T09:00", "2026-11-13", None),
        ("2026-11-17T09:00", "2026-11-15", "2026-11-16"),  # daily from the 15th on
        ("2026-11-18T09:00", "2026-11-16", "2026-11-17"),
        ("2026-11-18T09:00", "2026-11-17", None),
        ("2026-11-21T09:00", "2026-11-17", None),  # Saturday
        ("2026-11-30T17:00", "2026-11-26", "2026-11-27"),  # the month's last day, in the afternoon too
    ],
)
def test_the_statement_is_asked_for_on_its_days(desk: Desk, moment: str, loaded: str, wanted: str | None) -> None:
    desk.at(moment)
    covered(desk, loaded)

    asked = [item.due for item in desk.items() if item.rule == "BANK-GET"]

    assert asked == ([date.fromisoformat(wanted)] if wanted else [])


def test_a_new_desk_asks_for_its_first_statement(desk: Desk) -> None:
    item = desk.item("BANK-GET")

    assert item.text == "Загрузить выписку банка за 23.11.2026"
    assert item.client_id is None


def test_a_quiet_day_is_loaded_once(desk: Desk) -> None:
    done = desk.there_and_back("billing.import_statement", lines=[], covers_to="2026-11-23", sha="ab")

    assert done.message == "Новых движений нет, выписка по 23.11.2026 загружена."
    assert "BANK-GET" not in desk.rules()
    again = desk.do("billing.import_statement", lines=[], covers_to="2026-11-23", sha="ab")
    assert (again.entry, again.message) == (0, "Новых строк нет: загружать нечего.")
    assert len(desk.rows("bank_import")) == 1


def test_the_day_of_loading_is_not_over(desk: Desk) -> None:
    covered(desk, "2026-11-30")

    assert desk.rows("bank_import")[0]["covers_to"] == date(2026, 11, 23)
    desk.at("2026-11-25T09:00")
    assert "BANK-GET" in desk.rules()


def test_the_same_file_on_a_later_day_brings_no_more_days(desk: Desk) -> None:
    desk.do("billing.import_statement", lines=[], covers_to="2026-11-24", sha="ab")
    desk.at("2026-11-25T09:00")

    done = desk.do("billing.import_statement", lines=[], covers_to="2026-11-24", sha="ab")

    assert done.entry == 0
    assert "BANK-GET" in desk.rules()


def test_without_a_period_the_last_line_says_how_far_the_statement_goes(desk: Desk) -> None:
    load(desk, row("5", on="2026-11-20"), row("6", on="2026-11-19"))

    assert desk.rows("bank_import")[0]["covers_to"] == date(2026, 11, 20)


def test_days_that_nobody_loaded_are_told(desk: Desk) -> None:
    covered(desk, "2026-11-16")

    done = desk.do("billing.import_statement", lines=[], covers_from="2026-11-20", covers_to="2026-11-23")

    assert done.warnings == ("Выписки с 17.11.2026 по 19.11.2026 не загружены: проверьте, не было ли движений.",)


def test_an_absence_asks_once_for_the_last_day(desk: Desk) -> None:
    covered(desk, "2026-11-12")
    desk.at("2026-11-27T09:00")

    assert desk.rules().count("BANK-GET") == 1
    assert desk.item("BANK-GET").due == date(2026, 11, 26)


def test_a_line_stands_from_its_import_until_its_money_has_a_place(desk: Desk) -> None:
    invoice = bill(desk, client(desk, 1), 41, "700")
    load(desk, row("1000", "Оплата", counterparty="ООО Клиент", payer=1))

    item = desk.item("BANK-UNM")
    assert (item.record, item.record_id, item.due) == ("bank_line", line(desk)["id"], date(2026, 11, 23))
    assert "Оплата" in item.why
    desk.at("2026-12-14T09:00")
    assert desk.item("BANK-UNM").late_bd == 15

    desk.do("billing.match_line", bank_line=item.record_id, invoice=invoice, sum="700")
    assert desk.item("BANK-UNM").amount == 30_000

    desk.do("billing.ignore_line", bank_line=item.record_id, reason="ошибочный платёж, вернули")
    assert "BANK-UNM" not in desk.rules()
