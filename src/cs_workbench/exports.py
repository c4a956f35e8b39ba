"""What can be written to a file: every record, and the lists that screens show.

`listing` makes a list of a kind and a filter; the command line and the screens hand it to `connectors/exporting`. A
list of a screen takes the filter that the screen has: a split, a month, letters of a name.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from cs_workbench.connectors.exporting.records import PAGE, record_listing
from cs_workbench.connectors.exporting.shapes import Field, Listing, Rows, Words
from cs_workbench.domain.calls_day import call_facts
from cs_workbench.domain.cash import CashClient, bank_rows, cash_clients, debts, month_rows, months_to, run_board
from cs_workbench.domain.catalogue import RECORDS
from cs_workbench.kernel.chunks import chunks
from cs_workbench.kernel.dates import parse_period, period_text
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.queue import SPLITS, Entry
from cs_workbench.kernel.text import fold
from cs_workbench.presentation import bank, cash, run
from cs_workbench.presentation.calls import by_client, reason
from cs_workbench.presentation.headings import heading, title_of
from cs_workbench.presentation.value_words import word
from cs_workbench.workbench import Workbench

T = TypeVar("T")
Filter = Mapping[str, str]


class Made(NamedTuple):
    """A list and how a person reads it."""

    listing: Listing
    words: Words


def listing(workbench: Workbench, kind: str, where: Filter | None = None, ids: Sequence[int] | None = None) -> Made:
    """The list of a kind: a record's name, or one of `LISTS`. Raises Refusal for an unknown kind or filter."""
    given = dict(where or {})
    make = LISTS.get(kind)
    if make is None:
        if kind not in RECORDS:
            known = ", ".join((*LISTS, *sorted(RECORDS)))
            raise Refusal("unknown_record", f"Списка «{kind}» нет. Есть: {known}.", "kind")
        return Made(record_listing(workbench.read, kind, given, ids), _words(kind))
    taken, build = make
    for name in given:
        if name not in taken:
            said = ", ".join(taken) or "без условий"
            raise Refusal("unknown_field", f"У списка {kind} нет условия «{name}». Есть: {said}.", name)
    return build(workbench, given)


def _words(kind: str) -> Words:
    return Words(title_of(kind), lambda name: heading(name, kind), lambda value: word(value, kind))


def title(kind: str) -> str:
    """The name of a list."""
    return title_of(kind)


def suggested(kind: str, where: Filter, day: str) -> str:
    """A name for the file of a list."""
    return f"{title_of(kind).replace(' ', '-')}-{where.get('period', day)}.xlsx"


def not_the_base(workbench: Workbench, path: Path) -> None:
    """Refuse to write over the database itself."""
    if path.resolve() == Path(workbench.where).resolve():
        raise Refusal("file", "Это файл самой базы: выберите другое имя.", "file")


# The lists of the screens ---------------------------------------------------------------------------------------

QUEUE = (
    Field("key", "text", plain=True),
    Field("rule", "text"),
    Field("tier", "number"),
    Field("client_id", "number", plain=True),
    Field("client", "text"),
    Field("text", "text"),
    Field("amount", "money"),
    Field("due", "day"),
    Field("late_bd", "number"),
    Field("why", "text"),
    Field("leaves_when", "text"),
)
CALLS = (
    Field("client_id", "number", plain=True),
    Field("client", "text"),
    Field("phone", "phone"),
    Field("person", "text"),
    Field("debt", "money"),
    Field("reason", "text"),
    Field("called_at", "moment"),
    Field("outcome", "word"),
)
DEBTORS = (
    Field("client_id", "number", plain=True),
    Field("client", "text"),
    Field("debt", "money"),
    Field("invoices", "number"),
    Field("oldest", "day"),
    Field("late_bd", "number"),
    Field("promise_on", "day"),
    Field("promise_sum", "money"),
    Field("broken", "yes_no"),
    Field("hold", "text"),
    Field("called_on", "day"),
    Field("outcome", "word"),
)
RUN = (
    Field("client_id", "number", plain=True),
    Field("client", "text"),
    Field("inn", "text"),
    Field("amount", "money"),
    Field("before", "money"),
    Field("number", "text"),
    Field("what", "text"),
)
BANK = (
    Field("bank_line_id", "number", plain=True),
    Field("on", "day"),
    Field("sum", "money"),
    Field("left", "money"),
    Field("counterparty", "text"),
    Field("inn", "text"),
    Field("purpose", "text"),
    Field("suggested", "text"),
    Field("score", "number"),
    Field("terms", "text"),
)


def _queue(workbench: Workbench, given: Filter) -> Made:
    entries = _entries(workbench, given)

    def row(entry: Entry) -> Sequence[Any]:
        item = workbench.item(entry)
        says = (item.key, item.rule, item.tier, item.client_id, item.client, item.text, item.amount or None)
        return (*says, item.due, item.late_bd, item.why, item.leaves_when)

    return Made(_held("queue", QUEUE, entries, row), _words("queue"))


def _entries(workbench: Workbench, given: Filter) -> list[Entry]:
    split, words = given.get("split", "all"), fold(given.get("words", ""))
    if split not in SPLITS:
        raise Refusal("split", f"Раздела «{split}» нет. Есть: {', '.join(SPLITS)}.", "split")
    return [entry for entry in workbench.queue(split) if words in entry.order[5]]


def _calls(workbench: Workbench, given: Filter) -> Made:
    reasons = by_client(workbench.queue("calls"))
    clients = list(reasons)

    def pages() -> Iterator[Rows]:
        for chunk in chunks(clients, PAGE):
            facts = workbench.read(call_facts, chunk)
            yield [row(client, facts.get(client)) for client in chunk]

    def row(client: int, facts: Any) -> Sequence[Any]:
        item = workbench.item(reasons[client][0])
        why = reason(item, len(reasons[client]) - 1)
        if facts is None:
            return (client, item.client, None, None, None, why, None, None)
        known = (facts.phone or None, facts.person, facts.debt, why, facts.last_at, facts.last_outcome or None)
        return (client, item.client, *known)

    return Made(Listing("calls", CALLS, len(clients), pages), _words("calls"))


def _period(workbench: Workbench, given: Filter) -> str:
    today = workbench.today()
    return parse_period(given["period"], today.today) if given.get("period") else today.period


def _shown(workbench: Workbench, given: Filter, period: str) -> list[CashClient]:
    chosen = _chosen(given, (*cash.FILTERS, *cash.OUTCOMES))
    return cash.shown(workbench.read(cash_clients, period), fold(given.get("words", "")), chosen)


def _chosen(given: Filter, known: Sequence[str]) -> str:
    chosen = given.get("chosen", "all")
    if chosen not in known:
        raise Refusal("chosen", f"Отбора «{chosen}» нет. Есть: {', '.join(known)}.", "chosen")
    return chosen


def _debtors(workbench: Workbench, given: Filter) -> Made:
    clients = debts(tuple(_shown(workbench, given, workbench.today().period)))

    def row(one: CashClient) -> Sequence[Any]:
        promise, held = one.promise, one.held.reason if one.held else None
        promised = (promise.on, promise.rest, promise.broken) if promise else (None, None, None)
        owes = (one.id, one.name, one.debt, one.invoices, one.oldest, max(0, one.late))
        return (*owes, *promised, held, one.called, one.outcome or None)

    return Made(_held("debtors", DEBTORS, clients, row), _words("debtors"))


def _cash(workbench: Workbench, given: Filter) -> Made:
    period = _period(workbench, given)
    clients, months = _shown(workbench, given, period), months_to(period)
    grid = (
        Field("client_id", "number", plain=True),
        Field("client", "text"),
        *(Field(month, "word") for month in months),
        Field("debt", "money"),
    )

    def pages() -> Iterator[Rows]:
        for chunk in chunks(clients, PAGE):
            page = workbench.read(month_rows, chunk, period)
            yield [(row.client.id, row.client.name, *row.cells, row.client.debt or None) for row in page]

    def said(name: str) -> str:
        return period_text(name) if name in months else heading(name, "cash")

    return Made(Listing("cash", grid, len(clients), pages), _words("cash")._replace(heading=said))


def _run(workbench: Workbench, given: Filter) -> Made:
    board = workbench.read(run_board, _period(workbench, given))
    rows = run.shown(board, fold(given.get("words", "")), _chosen(given, tuple(run.FILTERS)))
    made = _held(
        "run",
        RUN,
        rows,
        lambda row: (row.client_id, row.client, row.inn, row.amount, row.before, row.number, run.what(row)),
    )
    return Made(made, _words("run"))


def _bank(workbench: Workbench, given: Filter) -> Made:
    def row(line: Any) -> Sequence[Any]:
        likely = f"№ {line.number or '—'}, {line.owner}" if line.invoice_id is not None else None
        came = (line.id, line.on, line.sum, line.left, line.counterparty, line.inn, line.purpose)
        return (*came, likely, line.score, line.terms)

    words = fold(given.get("words", ""))
    lines = [line for line in workbench.read(bank_rows) if words in bank.searched(line)]
    return Made(_held("bank", BANK, lines, row), _words("bank"))


def _held(name: str, fields: tuple[Field, ...], rows: Sequence[T], row: Callable[[T], Sequence[Any]]) -> Listing:
    """A list whose rows are held already; they are worded a page at a time."""
    return Listing(name, fields, len(rows), lambda: ([row(one) for one in chunk] for chunk in chunks(rows, PAGE)))


LISTS: Mapping[str, tuple[tuple[str, ...], Callable[[Workbench, Filter], Made]]] = {
    "queue": (("split", "words"), _queue),
    "calls": ((), _calls),
    "debtors": (("words", "chosen"), _debtors),
    "cash": (("period", "words", "chosen"), _cash),
    "run": (("period", "words", "chosen"), _run),
    "bank": (("words",), _bank),
}
"""The lists of screens besides the records: what their filter takes, and how each is made."""
