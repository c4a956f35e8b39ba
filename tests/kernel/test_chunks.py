"""Pieces of a long run of values: all of them, in their order, none longer than was asked for."""

from cs_workbench.kernel.chunks import chunks


def test_the_last_piece_is_shorter() -> None:
    assert list(chunks(range(5), 2)) == [[0, 1], [2, 3], [4]]


def test_nothing_has_no_piece() -> None:
    assert list(chunks([], 3)) == []
