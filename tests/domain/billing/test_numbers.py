"""Numbers of 1C for a run that is made: a pasted column (row 8.1)."""

import pytest

from tests.desk import Desk
from tests.domain.billing import month


@pytest.fixture
def made(desk: Desk) -> Desk:
    """Three invoices of November without numbers."""
    for name in ("АО Альфа", "АО Бета", "АО Гамма"):
        month.payer(desk, name)
    month.run(desk)
    return desk


def numbers(desk: Desk) -> list[str | None]:
    """Numbers by invoice."""
    return [row["number"] for row in desk.rows("invoice")]


def test_a_column_follows_the_names_and_one_undo_takes_it_back(made: Desk) -> None:
    done = made.there_and_back("billing.set_numbers", period="2026-11", numbers="118\n119\n120")

    assert done.message == "Внесено 3 номера."
    assert numbers(made) == ["118", "119", "120"]


def test_pairs_name_their_clients(made: Desk) -> None:
    done = made.do("billing.set_numbers", period="2026-11", numbers=f"АО Гамма;120\n{month.INNS[0]}\t118")

    assert done.message == "Внесено 2 номера, без номера 1 счёт."
    assert numbers(made) == ["118", None, "120"]


def test_a_column_is_for_the_invoices_that_have_none(made: Desk) -> None:
    made.do("billing.set_number", invoice=2, number="119")
    made.do("billing.set_numbers", period="2026-11", numbers="118\n120")

    assert numbers(made) == ["118", "119", "120"]


def test_a_number_that_is_taken_is_told_and_left_out(made: Desk) -> None:
    made.do("billing.set_number", invoice=3, number="118")
    done = made.do("billing.set_numbers", period="2026-11", numbers="АО Альфа;118\nАО Бета;119")

    assert done.warnings == ("№ 118 в этом году уже есть: счёт остался без номера.",)
    assert numbers(made) == [None, "119", "118"]


def test_a_column_of_another_length_is_refused(made: Desk) -> None:
    refusal = made.refused("billing.set_numbers", period="2026-11", numbers="118\n119")

    assert (refusal.code, refusal.field) == ("numbers", "numbers")


def test_a_month_without_waiting_invoices_is_refused(made: Desk) -> None:
    assert made.refused("billing.set_numbers", period="2026-12", numbers="118").code == "empty"


def test_in_january_a_number_of_the_year_before_is_still_unique(desk: Desk) -> None:
    for name in ("АО Альфа", "АО Бета"):
        month.payer(desk, name, from_period="2026-12")
    month.run(desk, "2026-12", "2026-12-15T11:00")
    desk.do("billing.set_number", invoice=2, number="118")
    desk.at("2027-01-12T10:00")

    assert desk.refused("billing.set_numbers", period="2026-12", numbers="118").code == "duplicate"
