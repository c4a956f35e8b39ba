"""Column types that keep what the driver would lose: kopecks exact, days as days, moments in UTC, enumerations by
value.

Each knows its JSON form, which the journal's images use (`journal.py`).
"""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Date, DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator

from cs_workbench.kernel.money import Money


class Kopecks(TypeDecorator[Money]):
    """Money as whole kopecks in a 64-bit integer."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Money | None:
        return None if value is None else Money(int(value))

    @staticmethod
    def to_json(value: Money) -> int:
        """Kopecks."""
        return int(value)

    @staticmethod
    def from_json(value: int) -> Money:
        """Kopecks back to Money."""
        return Money(value)


class Day(TypeDecorator[date]):
    """A calendar day, local."""

    impl = Date
    cache_ok = True

    @staticmethod
    def to_json(value: date) -> str:
        """ISO day."""
        return value.isoformat()

    @staticmethod
    def from_json(value: str) -> date:
        """ISO day back."""
        return date.fromisoformat(value)


class UtcMoment(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC without a zone in the database."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)

    @staticmethod
    def to_json(value: datetime) -> str:
        """ISO moment with its zone."""
        return value.astimezone(UTC).isoformat()

    @staticmethod
    def from_json(value: str) -> datetime:
        """ISO moment back."""
        return datetime.fromisoformat(value)


class Choice(TypeDecorator[StrEnum]):
    """An enumeration stored by its value."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__(40)
        self.kind = kind

    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:
        return None if value is None else self.kind(value).value

    def process_literal_param(self, value: StrEnum | str | None, dialect: Dialect) -> str:
        return "" if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.kind(value)

    @staticmethod
    def to_json(value: StrEnum) -> str:
        """The value."""
        return value.value

    def from_json(self, value: str) -> StrEnum:
        """The member of that value."""
        return self.kind(value)
