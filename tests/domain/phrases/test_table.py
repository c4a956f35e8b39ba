"""Phrases of a manager with their readings: `table.txt` holds one on a line.

`phrase | action | inputs`: an input as `name=value`, `? names` of what is missing, `+ words` that go into a note, `!`
for what does not exist. The cursor stands on a call to Ромашка (client 1), after `~` on nothing; the client under the
cursor and the key of its line are left out. `note` is a text that is no phrase, kept whole.
"""

from pathlib import Path

import pytest

from cs_workbench.domain.phrases.reading import Reading
from tests.domain.phrases.conftest import CURSOR, NOWHERE, Read

TABLE = Path(__file__).with_name("table.txt").read_text(encoding="utf-8").splitlines()
LINES = [line for line in TABLE if line and not line.startswith("#")]


def told(reading: Reading) -> str:
    """A reading as the table writes it."""
    left_out = {("client", "1"), ("for", "client:1")}
    hidden = {"key", "text"} if reading.note else {"key"}
    parts = [
        f"{name}={value}"
        for name, value in reading.inputs.items()
        if name not in hidden and (name, value) not in left_out
    ]
    if reading.missing:
        parts.append(f"? {' '.join(reading.missing)}")
    if reading.rest:
        parts.append(f"+ {reading.rest}")
    if reading.wrong:
        parts.append("!")
    return " | ".join(["note" if reading.note else reading.action, *(["; ".join(parts)] if parts else [])])


@pytest.mark.parametrize("line", LINES)
def test_a_phrase_is_read_as_the_table_says(read: Read, line: str) -> None:
    said, expected = line.split(" | ", 1)
    subject = NOWHERE if said.startswith("~") else CURSOR
    assert told(read(said.removeprefix("~"), subject)) == expected


def test_the_table_is_long_enough() -> None:
    assert len({line.split(" | ")[0] for line in LINES}) >= 200


def test_what_is_no_phrase_is_kept_whole(read: Read) -> None:
    for line in LINES:
        said, expected = line.split(" | ", 1)
        if expected.startswith("note"):
            reading = read(said.removeprefix("~"))
            assert reading.inputs["text"] == said.removeprefix("~").strip()
