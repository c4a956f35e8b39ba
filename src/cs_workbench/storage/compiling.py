"""Turns SQLAlchemy selects into the texts of `compiled.py`; only needed when the program itself changes (`make
selects`).
"""

import re
from typing import Any

from sqlalchemy import Alias, Column, Table
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import ClauseElement

from cs_workbench.kernel.rule import Duty, Rule
from cs_workbench.storage.compiled import Text

_PARAMETER = re.compile(r"(?<![\w:]):([a-z]\w*)")
_WORDS = ("today", "now", "period", "run_day", "statement_day", "day_", "bd_", "late_", "ladder_")


def compile_text(statement: ClauseElement) -> tuple[str, tuple[str, ...]]:
    """The SQLite text of a statement and the words that it takes; constants are written in."""
    compiled = statement.compile(dialect=_LiteralButWords(paramstyle="named"), compile_kwargs={"literal_binds": True})
    sql = " ".join(str(compiled).split())
    return sql, tuple(sorted(set(_PARAMETER.findall(sql))))


class _Compiler(dialect.statement_compiler):  # type: ignore[name-defined,misc]
    """Writes constants into the text and leaves the words of `Today` as parameters."""

    def visit_bindparam(self, bindparam: Any, *args: Any, **kwargs: Any) -> str:
        if bindparam.key.startswith(_WORDS):
            return f":{bindparam.key}"
        return str(super().visit_bindparam(bindparam, *args, **kwargs))


class _LiteralButWords(dialect):  # type: ignore[valid-type,misc]
    statement_compiler = _Compiler
    supports_statement_cache = False


def columns_read(statement: ClauseElement) -> tuple[str, ...]:
    """The `table.column` names that a statement looks at."""
    found = set()
    for element in visitors.iterate(statement):
        table = getattr(element, "table", None)
        table = table.element if isinstance(table, Alias) else table
        if isinstance(element, Column) and isinstance(table, Table):
            found.add(f"{table.name}.{element.name}")
    return tuple(sorted(found))


def compile_rule(rule: Rule, statement: Any, handled: Any = None) -> Text:
    """A rule's select as text, with the count of what was `handled` today; refuses columns that do not fit the rule's
    facts.
    """
    names = tuple(column.name for column in statement.selected_columns)
    expected = (*Duty._fields, *rule.facts._fields, "score", "name_key")  # type: ignore[attr-defined]
    if names != expected:
        raise TypeError(f"{rule.id}: the select gives {names}, the rule takes {expected}")
    sql, words = compile_text(statement)
    reads = columns_read(statement)
    if handled is None:
        return Text(rule.id, rule.select, sql, words, reads, names)
    counted, more = compile_text(handled)
    words, reads = _both(words, more), _both(reads, columns_read(handled))
    return Text(rule.id, rule.select, sql, words, reads, names, counted)


def _both(some: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*some, *others}))
