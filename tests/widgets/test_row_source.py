"""Pages of rows: as few as needed, and the place of a row found again."""

from cs_workbench.presentation.shapes import Row
from cs_workbench.widgets.row_source import KEPT_PAGES, PAGE, ListSource, Pages, kept_place
from tests.widgets.stage import CountedSource, numbered


def pages(*keys: int) -> Pages:
    """Pages over rows of these keys, all of them asked for."""
    made = Pages(ListSource([Row(key, (str(key),)) for key in keys]))
    made.row(0)
    return made


def test_a_page_is_asked_for_once() -> None:
    source = CountedSource(100_000)
    kept = Pages(source)
    for index in range(50_000, 50_000 + PAGE):
        kept.row(index)
    assert len(source.asked) == 2


def test_few_pages_are_kept() -> None:
    source = CountedSource(100_000)
    kept = Pages(source)
    for page in [*range(KEPT_PAGES + 1), 0]:
        kept.row(page * PAGE)
    assert source.asked.count((0, PAGE)) == 2


def test_what_the_next_key_may_ask_for_is_read_ahead_a_page_at_a_time() -> None:
    source = CountedSource(100_000)
    kept = Pages(source)
    kept.row(5 * PAGE)
    for _ in range(7):
        kept.look_ahead(5 * PAGE + 1, PAGE // 2)
    last = 100_000 // PAGE
    assert source.asked == [(place * PAGE, PAGE) for place in (5, 6, 4, last - 1, 0)]


def test_nothing_is_read_ahead_outside() -> None:
    source = CountedSource(PAGE)
    kept = Pages(source)
    kept.row(0)
    kept.look_ahead(0, 9 * PAGE)
    Pages(CountedSource(0)).look_ahead(0, PAGE)
    assert source.asked == [(0, PAGE)]


def test_there_is_no_row_outside() -> None:
    kept = Pages(ListSource(numbered(3)))
    assert (kept.row(-1), kept.row(3)) == (None, None)


def test_a_source_that_comes_up_short_has_no_row_there() -> None:
    source = CountedSource(10)
    kept = Pages(source)
    source.length = 5
    assert kept.row(7) is None


def test_a_row_keeps_its_place() -> None:
    assert kept_place(pages(1, 2, 3, 4), pages(9, 8, 3, 4), 2) == 2
    assert kept_place(pages(1, 2, 3, 4), pages(3, 4), 2) == 0


def test_when_a_row_has_gone_the_next_one_left_takes_its_place() -> None:
    assert kept_place(pages(1, 2, 3, 4), pages(9, 1, 4), 1) == 2


def test_when_all_after_it_have_gone_the_number_stays() -> None:
    assert kept_place(pages(1, 2, 3), pages(1, 2), 2) == 2


def test_a_source_that_cannot_find_is_searched_nearby_only() -> None:
    source = CountedSource(100_000)
    kept = Pages(source)
    assert kept.find(50_010, near=50_000) == 50_010
    assert kept.find(3, near=50_000) is None
    assert len(source.asked) <= 4


def test_every_key_can_be_had() -> None:
    assert list(Pages(CountedSource(2_500)).keys()) == list(range(2_500))
