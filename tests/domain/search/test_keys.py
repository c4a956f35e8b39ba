"""Many texts in one string: a piece is found in each that has it, once, in their order."""

from hypothesis import given
from hypothesis import strategies as st

from cs_workbench.domain.search.keys import BREAK, Keys

words = st.text(alphabet="абв ", max_size=6)


def test_a_piece_is_found_anywhere_at_the_beginning_and_at_the_end() -> None:
    keys = Keys(["абв", "бв", "", "ваб"])
    assert len(keys) == 4
    assert [keys[number] for number in range(4)] == ["абв", "бв", "", "ваб"]
    assert list(keys.having("б")) == [0, 1, 3]
    assert list(keys.having(f"{BREAK}б")) == [1]
    assert list(keys.having(f"в{BREAK}")) == [0, 1]
    assert list(keys.having(f"{BREAK}бв{BREAK}")) == [1]
    assert list(keys.having("")) == []
    assert list(keys.having("вб")) == []


@given(texts=st.lists(words, max_size=8), part=words)
def test_a_piece_is_found_as_in_each_text_by_itself(texts: list[str], part: str) -> None:
    found = list(Keys(texts).having(part))
    assert found == [number for number, text in enumerate(texts) if part and part in text]


@given(texts=st.lists(words, max_size=8), parts=st.lists(words.filter(bool), min_size=1, max_size=3))
def test_all_pieces_must_be_there(texts: list[str], parts: list[str]) -> None:
    found = list(Keys(texts).having_all(parts))
    assert found == [number for number, text in enumerate(texts) if all(part in text for part in parts)]
