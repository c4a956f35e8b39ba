"""Any action of the catalogue with any inputs that might do: made from the actions' own forms, so that a new area is in
at once.

An input is drawn as a small number, and becomes a value when the act is performed: a reference is one of the records
that there are then.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from cs_workbench.domain.catalogue import ACTIONS, RECORDS
from cs_workbench.domain.forms import form_of
from cs_workbench.kernel.form import FormField
from tests.desk import Desk
from tests.domain.billing.bank_rows import OURS, inn, row

Drawn = tuple[str, Sequence[Mapping[str, int]]]
"""An action's name with one set of drawn inputs, or several where it may run over many rows; or `undo`, `redo`, `days`.
"""

NUMBERS = st.integers(0, 11)

BY_KIND: Mapping[str, Sequence[Any]] = {
    "line": ("Ромашка", "А-17", "№ 5", "п/п 9", "склад"),
    "text": ("Просили звонить после 14", "Не согласны", "Ёлка\nвторая строка"),
    "money": ("5000", "10000", "1", "15 000,50", "30000", "777", "120 000"),
    "day": ("сегодня", "завтра", "2026-11-20", "вчера", "30.11.2026", "2026-12-15"),
    "moment": ("завтра 11:00", "2026-11-23T15:00", "через 30 мин", "2026-12-01T10:00"),
    "period": ("2026-11", "2026-12", "2026-10", "2027-01"),
    "yes_no": ("да", "нет"),
    "number": ("1", "2", "3", "25"),
    "phone": ("8 916 123-45-67", "84951234567", "+7 921 000-00-01"),
}
BY_NAME: Mapping[str, Sequence[Any]] = {
    "account": (OURS, "40702810900000000003", "40702810500000000005"),
    "accounts": ([], [OURS]),
    "bik": ("044525225",),
    "chosen": ("1", "ремонт"),
    "clear": ("phone", "email", "manager"),
    "contact": ("1", "2", "Мария 3"),
    "email": ("buh@example.ru", "dir@example.ru"),
    "exclude": ("1", "2", "1, 3"),
    "expected_at": ("завтра", "2026-12-01"),
    "files": ("schet.pdf",),
    "inn": (*map(inn, range(1, 5)), inn(50)),
    "kpp": ("770701001",),
    "lines": (
        [row("10000", "Оплата", payer=1)],
        [row("30000", "По счёту № 10/3", payer=3), row("777", "Непонятно", payer=70)],
        [row("20000", "Оплата"), row("20000", "Оплата")],
        [row("500", "Комиссия", direction="expense")],
    ),
    "mood": ("0", "-2", "1"),
    "numbers": ("1;А-1", "2;А-2"),
    "options": ("ремонт 12 000; замена 120т", "выезд бесплатно"),
    "remind_from": ("20", "25"),
    "repeat": ("fixed:1m", "after:3bd"),
    "rev": ("1", "2"),
    "to": ("buh@example.ru",),
    "until": ("завтра 11:00", "2026-12", "2026-12-01", "30.11.2026"),
    "warnings": ([],),
}
NEVER = frozenset({"outbox.sent"})
"""What cannot be undone: a letter that has gone."""


def runs(longest: int = 30) -> st.SearchStrategy[list[Drawn]]:
    """Runs of acts, with a day that passes, an undo or a redo among them now and then."""
    acts = [_act(name) for name, kind in sorted(ACTIONS.items()) if name not in NEVER and not kind.facts.final]
    others: list[st.SearchStrategy[Drawn]] = [st.just((word, [{}])) for word in ("undo", "redo", "days")]
    # A run that is never short: otherwise most have three acts.
    return st.lists(st.one_of([*acts, *others]), min_size=longest // 2, max_size=longest)


def _act(name: str) -> st.SearchStrategy[Drawn]:
    fields = form_of(ACTIONS[name]).fields
    needed = {field.name: NUMBERS for field in fields if field.required}
    inputs = st.fixed_dictionaries(needed, optional={field.name: NUMBERS for field in fields if not field.required})
    many = st.lists(inputs, min_size=1, max_size=3 if ACTIONS[name].facts.batch else 1)
    return many.map(lambda found: (name, found))


def inputs_of(desk: Desk, name: str, drawn: Mapping[str, int]) -> dict[str, Any]:
    """The inputs as values, every question answered with yes beforehand."""
    fields = {field.name: field for field in form_of(ACTIONS[name]).fields}
    values = {key: _value(desk, fields[key], number) for key, number in drawn.items()}
    return {**values, "confirm": True}


def _value(desk: Desk, field: FormField, number: int) -> Any:
    found = _values(desk, field)
    return found[number % len(found)] if found else "1"


def _values(desk: Desk, field: FormField) -> Sequence[Any]:
    look: Mapping[str, Callable[[Desk], Sequence[Any]]] = {"key": _keys, "keys": _runs_of_keys, "for": _links}
    if field.name in look:
        return look[field.name](desk)
    if field.kind == "ref":
        return _ids(desk, field.record)
    return BY_NAME.get(field.name) or field.choices or BY_KIND.get(field.kind, BY_KIND["line"])


def _ids(desk: Desk, record: str) -> list[str]:
    """The newest ten of a record, newest first."""
    table = str(RECORDS[record].__tablename__)
    return [str(found[0]) for found in desk._plain.execute(f"SELECT id FROM {table} ORDER BY id DESC LIMIT 10")]


def _keys(desk: Desk) -> list[str]:
    return [item.key for item in desk.items()]


def _runs_of_keys(desk: Desk) -> list[list[str]]:
    """One key, or some that follow each other."""
    keys = _keys(desk)
    return [keys[start : start + 1 + start % 4] for start in range(len(keys))]


def _links(desk: Desk) -> list[str]:
    return [
        f"{record}:{number}"
        for record in ("task", "client", "invoice", "hold", "outbox_message", "request", "conflict")
        for number in _ids(desk, record)[:2]
    ]
