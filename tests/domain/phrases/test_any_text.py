"""No text of any kind makes the reading of a phrase raise, and no word of it is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cs_workbench.domain.catalogue import ACTIONS
from cs_workbench.presentation.phrase import reading_lines
from tests.domain.phrases.conftest import CURSOR, NOWHERE, Read
from tests.domain.phrases.test_table import LINES

SAID = sorted({phrase for kind in ACTIONS.values() for phrase in kind.facts.phrases})
WORDS = sorted({word for line in LINES for word in line.split(" | ")[0].split()})
ODD = ["31.11", "²", "٣٤", "№", "№ ²", "0" * 400, "28.11.99999", "\x1b[31m", "\ud800", "«»", "'--", "+7", "@", "15:99"]

pieces = st.one_of(st.sampled_from(SAID), st.sampled_from(WORDS), st.sampled_from(ODD), st.text(max_size=12))
texts = st.one_of(st.text(max_size=200), st.lists(pieces, max_size=12).map(" ".join))
subjects = st.sampled_from([CURSOR, NOWHERE, {"client": "99999999999999999999"}, {"client": "3", "request": "1"}])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=400)
@given(text=texts, subject=subjects)
def test_no_text_makes_it_raise(read: Read, text: str, subject: dict[str, str]) -> None:
    reading = read(text, subject)
    assert reading_lines(reading)
    assert reading.action in ACTIONS


@pytest.mark.parametrize("phrase", SAID)
def test_a_very_long_text_is_read(read: Read, phrase: str) -> None:
    reading = read(f"{phrase} " + "очень длинный текст 28.11 15000 " * 400)
    assert reading.action in ACTIONS
