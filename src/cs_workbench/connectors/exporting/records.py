"""The rows of a record as a list to write: its fields with their kinds from the table's own columns, pages by id.

Each page is a short reading of its own, so that a long file keeps nobody's act waiting; rows made after the beginning
are left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Boolean, Column, Integer

from cs_workbench.connectors.exporting.shapes import Field, Kind, Listing, Rows
from cs_workbench.domain import showing
from cs_workbench.kernel.chunks import chunks
from cs_workbench.storage.types import Choice, Day, Kopecks, UtcMoment

PAGE = 2_000
PLAIN = ("rev", "fingerprint", "sha")
"""Fields of programs, besides the folded keys."""

KINDS: tuple[tuple[type[Any], Kind], ...] = (
    (Kopecks, "money"),
    (Day, "day"),
    (UtcMoment, "moment"),
    (Choice, "word"),
    (Boolean, "yes_no"),
    (Integer, "number"),
)


class Ask(Protocol):
    """`Workbench.read`: a reading function of the domain, asked in one short session."""

    def __call__(self, reading: Any, *args: Any) -> Any: ...


def kind_of(column: Column[Any]) -> Kind:
    """How a column's values are written."""
    if column.name == "phone":
        return "phone"
    return next((kind for sort, kind in KINDS if isinstance(column.type, sort)), "text")


def fields_of(record: str) -> tuple[Field, ...]:
    """A record's fields in their order; after the number of a client comes its name."""
    fields: list[Field] = []
    for column in showing.table_of(record).columns:
        plain = column.name in PLAIN or column.name.endswith("_key")
        fields.append(Field(column.name, kind_of(column), plain))
        if column.name == "client_id":
            fields.append(Field("client", "text"))
    return tuple(fields)


def record_listing(
    ask: Ask, record: str, where: Mapping[str, str] | None = None, ids: Sequence[int] | None = None
) -> Listing:
    """A record's rows whose fields equal `where`, by id; where a screen shows some rows alone, those `ids` in their
    order.

    Raises Refusal for an unknown record or field.
    """
    fields, given = fields_of(record), dict(where or {})
    names = [field.name for field in fields]

    def rows(page: list[dict[str, Any]]) -> Rows:
        return [[row[name] for name in names] for row in page]

    if ids is not None:
        return Listing(
            record,
            fields,
            len(ids),
            lambda: (rows(ask(showing.typed_rows, record, chunk)) for chunk in chunks(ids, PAGE)),
        )
    total, last = ask(showing.extent, record, given)

    def pages() -> Iterator[Rows]:
        after = 0
        while page := ask(showing.typed_page, record, given, (after, last), PAGE):
            yield rows(page)
            after = page[-1]["id"]

    return Listing(record, fields, total, pages)
