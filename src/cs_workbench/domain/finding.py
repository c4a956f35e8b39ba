"""How an input that names a record becomes its id: a number, or a text that finds exactly one."""

from collections.abc import Callable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.fields import MAX_ID
from cs_workbench.storage.record import Record

Finder = Callable[[Session, str], list[int]]


class Finding:
    """Finds records in one session."""

    def __init__(self, session: Session, records: Mapping[str, type[Record]], finders: Mapping[str, Finder]) -> None:
        self._session = session
        self._records = records
        self._finders = finders

    def __call__(self, record: str, value: str) -> int:
        """The id of the record that `value` names; refused with `unknown` where there is none, `ambiguous` where there
        are several.
        """
        kind = self._records[record]
        typed = value.strip()
        finder = self._finders.get(record)
        if typed.isascii() and typed.isdigit():
            number = int(typed)
            if (
                number <= MAX_ID
                and self._session.scalar(select(col(kind.id)).where(col(kind.id) == number)) is not None
            ):
                return number
        elif finder is None:
            raise Refusal("unknown", f"{kind.title}: укажите номер записи.")
        found = finder(self._session, typed) if finder else []
        if not found:
            raise Refusal("unknown", f"{kind.title} «{typed}» не найдена. Проверьте номер или название.")
        if len(found) > 1:
            raise Refusal(
                "ambiguous", f"{kind.title} «{typed}»: подходит несколько записей. Уточните или укажите номер."
            )
        return found[0]
