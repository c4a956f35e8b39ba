"""The base of every record, and the few kinds of column that records are made of.

A record is a row of the business, made and changed by actions alone. `id` never comes back after a delete
(AUTOINCREMENT), `rev` grows with every change. There are no relationships: repositories join.
"""

import re
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import ConfigDict
from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from cs_workbench.storage.types import Choice, Day, Kopecks, UtcMoment

metadata = SQLModel.metadata
metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def snake(name: str) -> str:
    """`CallAttempt` as `call_attempt`: the record's name on the command line and its table."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class Record(SQLModel):
    """Common columns. `title` and `plural` are the record's Russian names."""

    model_config = ConfigDict(arbitrary_types_allowed=True, defer_build=True)  # type: ignore[assignment]

    id: int = Field(default=None, primary_key=True)
    rev: int = Field(default=1)

    title: ClassVar[str] = ""

    # A row is validated by its action and by the table. Pydantic's way through each assignment would take longer than
    # all else in making a row, and makes thousands of them in a month's run.
    __setattr__ = object.__setattr__  # type: ignore[assignment]

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return snake(cls.__name__)


def table_args(*extra: Any) -> tuple[Any, ...]:
    """Constraints and indexes of a table, with ids that are never used again."""
    return (*extra, {"sqlite_autoincrement": True})


def money(**more: Any) -> Any:
    """A column of kopecks."""
    return Field(sa_type=Kopecks, **more)


def day(**more: Any) -> Any:
    """A column of local calendar days."""
    return Field(sa_type=Day, **more)


def moment(**more: Any) -> Any:
    """A column of UTC moments."""
    return Field(sa_type=UtcMoment, **more)


def long_text(**more: Any) -> Any:
    """A column of text of any length."""
    return Field(sa_type=Text, **more)


def choice(kind: type[StrEnum], **more: Any) -> Any:
    """A column of an enumeration, stored by value; say `one_of` among the table's constraints."""
    return Field(sa_type=Choice(kind), **more)


def ref(target: str, **more: Any) -> Any:
    """A column that refers to another record by id (`ref("client")`); indexed."""
    more.setdefault("index", True)
    return Field(foreign_key=f"{target}.id", sa_type=BigInteger, **more)


def one_of(column: str, kind: type[StrEnum]) -> CheckConstraint:
    """The CHECK that holds a column to the values of its enumeration."""
    values = ", ".join(f"'{member.value}'" for member in kind)
    return CheckConstraint(f"{column} IN ({values})", name=column)


def positive(column: str) -> CheckConstraint:
    """The CHECK that a sum is above nought."""
    return CheckConstraint(f"{column} > 0", name=f"{column}_positive")


def open_index(name: str, columns: tuple[str, ...], where: str) -> Index:
    """A partial index: the queue costs what is open. `where` must be the select's own text."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))
