"""Selects of the queue as SQL text: compiled once for a version of the program, read at the start without the domain.

The text depends on the program alone, so it ships beside this module (`selects.json`, made by `make selects`, held
fresh by a test). Three texts come of each select: the head of a rule's order, the exact counts, and the rows of given
clients or records.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from cs_workbench.kernel.today import Today

ORDER = "score DESC, amount DESC, since, name_key, record_id"
_REMEMBER_DAY = "INSERT OR REPLACE INTO meta (key, value) VALUES ('standing_day', ?)"
SHIPPED = Path(__file__).with_name("selects.json")


class Text(NamedTuple):
    """One rule's select: its SQL, the words of `Today` that it takes, and the `table.column` names that it reads.

    `handled` counts what was dealt with today, for a rule of the last tier; its words and reads are among these.
    """

    rule: str
    select: str
    sql: str
    words: tuple[str, ...]
    reads: tuple[str, ...]
    columns: tuple[str, ...]
    handled: str = ""

    def head(self) -> str:
        """The best rows, `:head` of them."""
        return f"SELECT * FROM ({self.sql}) ORDER BY {ORDER} LIMIT :head"

    def counted(self) -> str:
        """How many rows, and how many of them wait for another side."""
        return f"SELECT count(*), coalesce(sum(waiting), 0) FROM ({self.sql})"

    def waiting(self) -> str:
        """The rows that wait for another side."""
        return f"SELECT * FROM ({self.sql}) WHERE waiting = 1"

    def of(self, column: str, many: int) -> str:
        """The rows whose `client_id` or `record_id` is one of `:id0 …`."""
        names = ", ".join(f":id{number}" for number in range(many))
        return f"SELECT * FROM ({self.sql}) WHERE {column} IN ({names})"

    def without_client(self) -> str:
        """The rows that are of no client."""
        return f"SELECT * FROM ({self.sql}) WHERE client_id IS NULL"


class Texts(NamedTuple):
    """Everything that the short start reads: the rules' selects, and the statements that rewrite the standing."""

    schema: str
    rules: tuple[Text, ...]
    standing: str
    standing_words: tuple[str, ...]

    def to_json(self) -> str:
        """The shipped form."""
        return (
            json.dumps(
                {**self._asdict(), "rules": [text._asdict() for text in self.rules]}, ensure_ascii=False, indent=1
            )
            + "\n"
        )


def from_json(text: str) -> Texts:
    """The shipped form back."""
    raw: Mapping[str, Any] = json.loads(text)
    rules = tuple(
        Text(**{**rule, **{name: tuple(rule[name]) for name in ("words", "reads", "columns")}}) for rule in raw["rules"]
    )
    return Texts(raw["schema"], rules, raw["standing"], tuple(raw["standing_words"]))


@lru_cache(maxsize=1)
def shipped() -> Texts:
    """The texts that came with this version of the program."""
    return from_json(SHIPPED.read_text(encoding="utf-8"))


def rebuild_standing(connection: Any, today: Today) -> None:
    """Reckon every client's standing for a day over a plain connection (the short start's twin of
    `StandingWriter.rebuild`).
    """
    texts = shipped()
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("DELETE FROM client_standing")
        connection.execute(texts.standing, today.sql_words(texts.standing_words))
        connection.execute(_REMEMBER_DAY, (today.today.isoformat(),))
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
