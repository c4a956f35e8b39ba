"""What is pasted into the run: a column of clients to leave out, a column of numbers from 1C (row 8.1)."""

import pytest

from tests.desk import Desk
from tests.domain.billing import month


@pytest.fixture
def three(desk: Desk) -> Desk:
    """Three clients on the day of the run."""
    for name in ("АО Альфа", "АО Бета, филиал", "АО Гамма"):
        month.payer(desk, name)
    desk.at(month.RUN)
    return desk


def billed(desk: Desk) -> list[int]:
    """Clients that were billed."""
    return [row["client_id"] for row in desk.rows("invoice")]


def numbers(desk: Desk) -> list[str | None]:
    """Numbers by the order of the preview."""
    return [row["number"] for row in desk.rows("invoice")]


@pytest.mark.parametrize(
    "column", ["1", "АО Альфа", "альфа", month.INNS[0], f"{month.INNS[0]}\n", "  АО   Альфа ", "1; 1"]
)
def test_a_client_is_left_out_by_number_name_or_inn(three: Desk, column: str) -> None:
    three.do("billing.issue_run", period="2026-11", exclude=column)

    assert billed(three) == [2, 3]


@pytest.mark.parametrize("column", ["1, 3", "1\n3", "1;3", "альфа, АО Гамма"])
def test_several_are_left_out_by_lines_or_commas(three: Desk, column: str) -> None:
    three.do("billing.issue_run", period="2026-11", exclude=column)

    assert billed(three) == [2]


def test_a_name_with_a_comma_is_one_name(three: Desk) -> None:
    three.do("billing.issue_run", period="2026-11", exclude="АО Бета, филиал")

    assert billed(three) == [1, 3]


@pytest.mark.parametrize(
    ("column", "code"), [("ООО Нет такого", "unknown"), ("77", "unknown"), ("АО", "ambiguous"), ("1,2,3", "empty")]
)
def test_a_column_that_leaves_out_nobody_or_everybody_is_refused(three: Desk, column: str, code: str) -> None:
    refusal = three.refused("billing.issue_run", period="2026-11", exclude=column)

    assert (refusal.code, refusal.field) == (code, "exclude")


def test_a_plain_column_of_numbers_follows_the_preview(three: Desk) -> None:
    three.do("billing.issue_run", period="2026-11", numbers="118\n119\n\n№ 120\n")

    assert numbers(three) == ["118", "119", "120"]


def test_a_list_of_numbers_is_a_column_too(three: Desk) -> None:
    three.do("billing.issue_run", period="2026-11", numbers=["118", "119", "120"])

    assert numbers(three) == ["118", "119", "120"]


def test_a_plain_column_of_another_length_is_refused(three: Desk) -> None:
    refusal = three.refused("billing.issue_run", period="2026-11", numbers="118\n119")

    assert (refusal.code, refusal.field) == ("numbers", "numbers")
    assert refusal.message.startswith("2 номера на 3 счёта")


def test_pairs_go_to_their_clients(three: Desk) -> None:
    done = three.do(
        "billing.issue_run", period="2026-11", numbers=f"Клиент;Номер\n{month.INNS[2]}\t120\nао альфа;118\n2;119"
    )

    assert numbers(three) == ["118", "119", "120"]
    assert done.warnings == ("Строка «Клиент;Номер»: такого клиента в прогоне нет, номер не внесён.",)


def test_a_second_number_for_one_subscription_is_told(three: Desk) -> None:
    done = three.do("billing.issue_run", period="2026-11", numbers="1;118\n1;119\n2;\n")

    assert numbers(three) == ["118", None, None]
    assert len(done.warnings) == 2


def test_a_number_that_is_taken_or_given_twice_stops_nothing(three: Desk) -> None:
    month.invoice(three, month.client(three, "АО Дельта"), number="118")

    done = three.do("billing.issue_run", period="2026-11", numbers="1;118\n2;119\n3;119")

    assert numbers(three)[1:] == [None, None, None]
    assert done.warnings == (
        "№ 119 указан дважды: счета остались без номера.",
        "№ 118 в этом году уже есть: счёт остался без номера.",
    )


def test_a_row_without_a_pair_among_pairs_is_told(three: Desk) -> None:
    done = three.do("billing.issue_run", period="2026-11", numbers='"АО Альфа";118\n119')

    assert numbers(three) == ["118", None, None]
    assert len(done.warnings) == 1
