"""What a manager can begin with in an empty database."""

from typing import NamedTuple

from cs_workbench.presentation.shapes import Column, Row


class Choice(NamedTuple):
    """One way to begin: its name, its digit, what it is, what comes of it."""

    name: str
    digit: str
    what: str
    about: str


CHOICES = (
    Choice("demo", "1", "Посмотреть демонстрационный месяц", "120 клиентов в отдельной базе; ваша не изменится"),
    Choice("client", "2", "Добавить первого клиента", "название и ИНН; остальное можно потом"),
    Choice("account", "3", "Записать наш счёт в банке", "чтобы загружать его выписки"),
    Choice("bank", "4", "Загрузить выписку банка", "файл 1С из клиент-банка"),
    Choice("help", "5", "Прочитать справку", "клавиши в обеих раскладках, даты и суммы"),
)

COLUMNS = (Column("digit", "", 3), Column("what", "С чего начать", 36), Column("about", ""))


def rows() -> list[Row]:
    """The choices as a list."""
    return [Row(choice.name, (choice.digit, choice.what, choice.about)) for choice in CHOICES]
