"""What may stand in a register's columns, and how 1C and people call it. A field has the name that the action's line
gives it.
"""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from cs_workbench.kernel.text import fold

Sort = Literal["text", "code", "phone", "day", "money"]


class Field(NamedTuple):
    """A field of a line: its Russian title, how its cells are read, what its column may be called besides."""

    name: str
    title: str
    sort: Sort
    called: tuple[str, ...]


class Register(NamedTuple):
    """A kind of register: the action that takes its lines, its fields, and groups of which one field each is needed."""

    action: str
    title: str
    fields: tuple[Field, ...]
    needed: tuple[tuple[str, ...], ...]

    def field(self, name: str) -> Field | None:
        """The field of that name."""
        return next((field for field in self.fields if field.name == name), None)

    def missing(self, names: tuple[str, ...]) -> list[str]:
        """What is still needed, in words, where columns are read as these fields."""
        return [self.worded(group) for group in self.needed if not set(group) & set(names)]

    def missing_fields(self, names: tuple[str, ...]) -> list[str]:
        """The first field of each group that is still needed."""
        return [group[0] for group in self.needed if not set(group) & set(names)]

    def worded(self, group: tuple[str, ...]) -> str:
        """«название или ИНН»."""
        return " или ".join(field.title for field in self.fields if field.name in group)


_INN = Field("inn", "ИНН", "code", ("инн/кпп", "инн клиента", "инн контрагента", "инн покупателя", "инн организации"))
_OWNER = Field(
    "client",
    "клиент",
    "text",
    (
        *("контрагент", "покупатель", "заказчик", "плательщик", "наименование", "наименование клиента", "компания"),
        *("организация клиента", "название", "наименование контрагента", "абонент", "владелец", "фирма", "кому"),
    ),
)
_SITE = Field("site", "объект", "text", ("площадка", "название объекта", "точка", "место установки", "место"))
_ADDRESS = Field(
    "address",
    "адрес",
    "text",
    ("фактический адрес", "адрес объекта", "адрес доставки", "адрес площадки", "адрес установки", "почтовый адрес"),
)

CLIENTS = (
    Field(
        "name",
        "название",
        "text",
        (
            *("наименование", "контрагент", "клиент", "организация", "компания", "покупатель", "заказчик", "фирма"),
            *("название организации", "наименование организации", "рабочее наименование", "наименование в программе"),
            *("краткое наименование", "название компании", "наименование клиента", "юр лицо", "юридическое лицо"),
        ),
    ),
    _INN,
    Field("kpp", "КПП", "code", ("кпп контрагента", "кпп клиента")),
    Field(
        "phone",
        "телефон",
        "phone",
        (
            "тел",
            "телефоны",
            "номер телефона",
            "моб телефон",
            "мобильный",
            "мобильный телефон",
            "рабочий телефон",
            "моб",
        ),
    ),
    Field("email", "почта", "text", ("e-mail", "email", "эл почта", "электронная почта", "адрес эл почты", "мейл")),
    Field(
        "manager",
        "менеджер",
        "text",
        ("ответственный", "основной менеджер", "куратор", "ответственный менеджер", "ведущий менеджер"),
    ),
    Field("source", "источник", "text", ("откуда", "канал", "источник привлечения")),
    Field("contact", "контакт", "text", ("контактное лицо", "фио", "лицо", "контактные лица", "представитель", "имя")),
    Field("contact_role", "должность", "text", ("должность контакта", "роль")),
    Field("contact_phone", "телефон контакта", "phone", ("телефон контактного лица", "контактный телефон")),
    Field("contact_email", "почта контакта", "text", ("почта контактного лица", "e-mail контакта", "email контакта")),
    _SITE,
    _ADDRESS,
)
INVOICES = (
    _OWNER,
    _INN,
    Field(
        "number",
        "номер",
        "code",
        ("№", "номер счета", "№ счета", "счет №", "счет", "номер документа", "n", "номер док", "док", "документ"),
    ),
    Field(
        "issued_on", "дата", "day", ("дата счета", "от", "дата документа", "дата выставления", "выставлен", "выписан")
    ),
    Field("sum", "сумма", "money", ("сумма документа", "сумма счета", "к оплате", "всего", "сумма руб", "итого руб")),
    Field("due_on", "срок оплаты", "day", ("оплатить до", "срок", "дата оплаты до", "крайний срок", "оплата до")),
    Field("period", "месяц", "text", ("период", "за месяц", "за период")),
    Field("kind", "вид", "text", ("вид счета", "за что", "тип", "назначение", "вид услуг", "тип счета")),
    Field("paid", "оплата", "text", ("статус", "состояние", "статус оплаты", "состояние оплаты")),
)
ASSETS = (
    _OWNER,
    _INN,
    _SITE,
    _ADDRESS,
    Field(
        "category",
        "вид",
        "text",
        ("вид оборудования", "тип", "тип оборудования", "категория", "оборудование", "устройство", "группа"),
    ),
    Field("vendor", "марка", "text", ("производитель", "бренд", "вендор", "изготовитель", "фирма-изготовитель")),
    Field("model", "модель", "text", ("модель оборудования", "номенклатура", "наименование оборудования", "артикул")),
    Field(
        "serial",
        "серийный номер",
        "code",
        ("с/н", "s/n", "sn", "заводской номер", "зав номер", "зав №", "сер номер", "серийник", "серийный №", "номер"),
    ),
    Field("installed_on", "установлено", "day", ("дата установки", "дата монтажа", "установлен", "смонтировано")),
    Field("warranty_until", "гарантия до", "day", ("гарантия", "окончание гарантии", "гарантия по", "срок гарантии")),
    Field("ours", "наше", "text", ("наше оборудование", "поставлено нами", "нами поставлено")),
)

_OWNED = ("client", "inn")
REGISTERS: Mapping[str, Register] = {
    "clients": Register("clients.import_clients", "клиенты", CLIENTS, (("name", "inn"),)),
    "invoices": Register("billing.import_invoices", "счета", INVOICES, (_OWNED, ("number",), ("issued_on",), ("sum",))),
    "assets": Register("clients.import_assets", "оборудование", ASSETS, (_OWNED, ("category", "model", "serial"))),
}
"""Kinds of registers by the word of `import`."""


def plain_title(text: str) -> str:
    """A column's title as it is compared: folded, without points, colons, what stands in brackets, and rubles."""
    bare = re.sub(r"[(\[].*?[)\]]", " ", fold(text))
    words = re.sub(r"\s*/\s*", "/", re.sub(r"[.,:;*\"'«»_]", " ", bare)).split()
    while len(words) > 1 and words[-1] in ("руб", "рублей", "₽", "р"):
        words.pop()
    return " ".join(words)
