"""Facts of every ready text, made by hand: all that can be known, and the least that there must be."""

from collections.abc import Iterator, Mapping
from typing import Any

from cs_workbench.kernel.texts import Fields, Line

US: Mapping[str, str] = {
    "requisites": "получатель ООО «Шлагбаум», ИНН 7707083893, р/с 40702810400000000001, банк АО «Банк», БИК 044525225",
    "signature": "Ольга Иванова, ООО «Шлагбаум»",
}
NOBODY: Mapping[str, str] = {"requisites": "", "signature": ""}

INVOICE: Fields = {
    "client": "Ромашка",
    "invoice": "счёт № 118 от 16.11.2026 за ноябрь 2026",
    "sum": "24 800,00 ₽",
    "rest": "4 800,00 ₽",
    "due_on": "30.11.2026",
}
LATE: Line = {"name": "счёт от 01.10.2026", "rest": "5 000,00 ₽", "due_on": "08.10.2026", "overdue": True}
DUE: Line = {
    "name": "счёт № 118 от 16.11.2026 за ноябрь 2026",
    "rest": "24 800,00 ₽",
    "due_on": "30.11.2026",
    "overdue": False,
}
DEBT: Fields = {"client": "Ромашка", "debt": "29 800,00 ₽", "invoices": [LATE, DUE]}
MORE: Mapping[str, str] = {"more": "и ещё 2 счёта на 7 000,00 ₽"}
SUMS: Mapping[str, str] = {
    "first": "01.01.2026",
    "last": "24.11.2026",
    "before": "ваш аванс 1 000,00 ₽",
    "billed": "60 000,00 ₽",
    "paid": "29 200,00 ₽",
    "written_off": "2 000,00 ₽",
    "waiting": "3 000,00 ₽",
    "balance": "ваш долг 29 800,00 ₽",
    "today": "24.11.2026",
}
CARD: Fields = {
    "to": "техподдержки",
    "number": "12",
    "client": "Ромашка",
    "inn": "7707083893",
    "contact": "Пётр Смирнов, инженер",
    "phone": "+7 916 123-45-67",
    "sites": [{"name": "Склад", "address": "Химки, Заводская, 1"}, {"name": "Офис", "address": ""}],
    "more_sites": "и ещё 1 объект",
    "assets": [
        {"name": "камера Hikvision DS-2CD", "serial": "A-17", "site": "Склад", "faulty": True},
        {"name": "шлагбаум", "serial": "", "site": "", "faulty": False},
    ],
    "more_assets": "и ещё 3 единицы",
    "server": "Dell R340",
    "integration": "1С",
    "problem": "Камера не читает номера.\nПерезагрузка не помогла.",
    "kind": "техника",
    "severity": "работа стоит",
    "since": "24.11.2026 09:05",
    "remark": "Просят сегодня",
    "missing": [],
}
MISSING: list[Line] = [{"what": what} for what in ("клиент", "контактное лицо", "формат сервера")]
PEOPLE: list[Line] = [
    {"name": "Анна, бухгалтер", "phone": "+7 916 123-45-67", "email": "anna@romashka.ru"},
    {"name": "Пётр", "phone": "", "email": ""},
]

FULL: Mapping[str, Fields] = {
    "debt": {**DEBT, **MORE, **US},
    "debt_warning": {**DEBT, **MORE, **US},
    "duplicate": {**INVOICE, **US},
    "invoice": {**INVOICE, **US},
    "invoice_corrected": {**INVOICE, **US},
    "our_requisites": {
        "org": "ООО «Шлагбаум»",
        "inn": "7707083893",
        "account": "40702810400000000001",
        "bank": "АО «Банк»",
        "bik": "044525225",
    },
    "reconciliation": {**DEBT, **MORE, **SUMS, **US},
    "reminder": {**DEBT, **MORE, **US},
    "requisites": {
        "client": "Ромашка",
        "inn": "7707083893",
        "kpp": "770701001",
        "phone": "+7 495 123-45-67",
        "email": "info@romashka.ru",
        "people": PEOPLE,
    },
    "support_card": {**CARD, "missing": MISSING},
}
"""Everything is known."""

_ALWAYS = {
    *("client", "debt", "invoices", "invoice", "sum", "due_on", "account", "to"),
    *("first", "last", "before", "billed", "paid", "balance", "today"),
}
_MAY_BE_EMPTY = {"reconciliation": {"invoices"}, "support_card": {"client"}}


def minimal(name: str) -> Fields:
    """The same without all that may be unknown."""
    certain = _ALWAYS - _MAY_BE_EMPTY.get(name, set())
    least: dict[str, Any] = {}
    for field, value in FULL[name].items():
        least[field] = value if field in certain else "" if isinstance(value, str) else []
    return least


def paths(fields: Fields) -> Iterator[str]:
    """The names of fields and of the values of their lines, as the head of a template lists them."""
    for name, value in fields.items():
        yield name
        if not isinstance(value, str | bool) and value:
            yield from (f"{name}.{key}" for key in value[0])
