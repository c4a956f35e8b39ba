"""Long acts of the month's money tell how far they are, and can be stopped: nothing of them is kept then."""

from collections.abc import Callable

import pytest

from cs_workbench.kernel.action import Done
from cs_workbench.kernel.errors import Cancelled
from cs_workbench.kernel.progress import Progress
from tests.desk import Desk
from tests.domain.billing import month

Act = Callable[[Desk, Progress], Done]


def _run(desk: Desk, told: Progress) -> Done:
    return desk.bench.perform("billing.issue_run", {"period": "2026-12"}, told)


def _statement(desk: Desk, told: Progress) -> Done:
    lines = [{"on": "2026-11-20", "sum": "12000", "inn": inn, "counterparty": "Плательщик"} for inn in month.INNS[:3]]
    return desk.bench.perform("billing.import_statement", {"lines": lines}, told)


def _sending(desk: Desk, told: Progress) -> Done:
    return desk.bench.perform_as_one("billing.send_invoice", [{"invoice": number} for number in (1, 2, 3)], told)


ACTS = pytest.mark.parametrize("act", [_run, _statement, _sending])


@pytest.fixture
def billed(desk: Desk) -> Desk:
    """Three clients billed for November, looked at on 15 December."""
    for name in ("АО Альфа", "АО Бета", "АО Гамма"):
        month.payer(desk, name)
    month.run(desk)
    desk.at("2026-12-15T10:00")
    return desk


@ACTS
def test_steps_are_told_in_order_and_never_beyond_the_end(billed: Desk, act: Act) -> None:
    told: list[tuple[int, int]] = []
    act(billed, lambda done, total: told.append((done, total)))

    assert told == sorted(told)
    assert told
    assert all(0 <= done <= total for done, total in told)


@ACTS
def test_an_act_that_is_stopped_leaves_nothing(billed: Desk, act: Act) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    before = billed.snapshot()
    with pytest.raises(Cancelled):
        act(billed, stop)

    assert billed.snapshot() == before


@ACTS
def test_a_long_act_is_one_step_of_undo(billed: Desk, act: Act) -> None:
    before = billed.snapshot()
    act(billed, lambda _done, _total: None)
    billed.undo()

    assert billed.snapshot() == before
