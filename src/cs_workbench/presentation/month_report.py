"""The report of a month in words: sections of a few rows, for a table, a screen, a letter and a workbook. Pure.

Facts come from `domain/reports/month.py`. The same sections serve all: sums stay sums until they are shown.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cs_workbench.connectors.exporting.papers import PaperLine, PaperValue, Sheet
from cs_workbench.domain.reports.month import Age, MonthReport
from cs_workbench.kernel.dates import day_text, period_text
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.text import count
from cs_workbench.presentation.client import OUTCOME_WORDS
from cs_workbench.presentation.month_graph import graph
from cs_workbench.presentation.shapes import CardLine
from cs_workbench.presentation.value_words import word

TOP = 10
"""Clients that are named outside the workbook."""

GAP = 2
CLIENT_HEADS = ("Клиент", "Выставлено", "Пришло", "Долг")


class Section(NamedTuple):
    """A small table: its title, headings, rows of a text and then numbers or sums; None is empty."""

    title: str
    heads: tuple[str, ...]
    rows: Sequence[tuple[PaperValue, ...]]


def title(report: MonthReport) -> str:
    """«Отчёт за ноябрь 2026» and, while the month lasts, up to when."""
    upto = "" if report.is_over else f", по {day_text(report.last)}"
    return f"Отчёт за {period_text(report.period)}{upto}"


def sections(report: MonthReport) -> list[Section]:
    """All sections; those without a row are left out."""
    found = [
        Section("Деньги", ("", "Сколько", "Сумма"), _money(report)),
        Section(f"Обещания на {period_text(report.period)}", ("", "Сколько", "Обещано", "Пришло"), _promises(report)),
        Section(
            f"Долг по сроку на {day_text(report.last)}",
            ("Просрочка", "Счетов", "Сумма"),
            [(age_word(age), age.invoices, age.debt) for age in report.ages],
        ),
        Section("Крупнейшие долги", CLIENT_HEADS, [row[1:] for row in _debtors(report)]),
        Section("Звонки о долге", ("", "Сколько"), _calls(report)),
        Section("Обращения", ("", "Сколько"), _requests(report)),
    ]
    return [section for section in found if section.rows]


def _money(report: MonthReport) -> list[tuple[PaperValue, ...]]:
    lost = [("списано", report.written_off.many, report.written_off.sum)] if report.written_off.many else []
    return [
        ("Выставлено счетов за месяц", report.billed.many, report.billed.sum),
        ("из них оплачено", None, report.paid),
        *lost,
        ("Пришло за месяц", report.received.many, report.received.sum),
        (f"Долг на {day_text(report.last)}", sum(age.invoices for age in report.ages), report.debt),
    ]


def _promises(report: MonthReport) -> list[tuple[PaperValue, ...]]:
    if not any(fate.many for fate in report.promises):
        return []
    rows: list[tuple[PaperValue, ...]] = [
        (word(fate.state, "promise"), fate.many, fate.sum, fate.received) for fate in report.promises
    ]
    many, sums = sum(fate.many for fate in report.promises), Money(sum(fate.sum for fate in report.promises))
    return [*rows, ("всего", many, sums, Money(sum(fate.received for fate in report.promises)))]


def age_word(age: Age) -> str:
    """«нет», «1–5 рабочих дней», «больше 20 рабочих дней»."""
    if not age.since:
        return "нет"
    if age.until is None:
        return f"больше {count(age.since - 1, 'рабочего дня', 'рабочих дней', 'рабочих дней')}"
    return f"{age.since}–{count(age.until, 'рабочий день', 'рабочих дня', 'рабочих дней')}"


def _debtors(report: MonthReport) -> list[tuple[PaperValue, ...]]:
    owing = [client for client in report.clients[:TOP] if client.debt]
    return [(client.id, client.name, client.billed, client.received, client.debt) for client in owing]


def _calls(report: MonthReport) -> list[tuple[PaperValue, ...]]:
    if not report.calls:
        return []
    rows: list[tuple[PaperValue, ...]] = [(OUTCOME_WORDS[outcome], many) for outcome, many in report.calls.items()]
    return [*rows, ("всего", sum(report.calls.values()))]


def _requests(report: MonthReport) -> list[tuple[PaperValue, ...]]:
    counts = (report.requests_received, report.requests_closed, report.requests_open)
    return list(zip(("поступило", "закрыто", "открыто сейчас"), counts, strict=True)) if any(counts) else []


# As text ------------------------------------------------------------------------------------------------------


def said(value: PaperValue) -> str:
    """A value as text."""
    if isinstance(value, Money):
        return value.short()
    return "" if value is None else str(value)


def lines(report: MonthReport, width: int) -> list[CardLine]:
    """The report as lines of a card `width` cells wide, the picture of its days first."""
    found = [CardLine(title(report), "title"), CardLine("")]
    found += [CardLine(line) for line in graph(report.days, width)]
    for section in sections(report):
        found += [CardLine(""), CardLine(section.title, "title"), *map(CardLine, table_lines(section, width))]
    return found


def table_lines(section: Section, width: int) -> list[str]:
    """A section as lines in columns: the text at the left, cut where it is long, numbers at the right."""
    rows = [tuple(map(said, row)) for row in (section.heads, *section.rows)]
    sizes = [max(len(row[place]) for row in rows) for place in range(1, len(section.heads))]
    room = width - sum(sizes) - GAP * len(sizes)
    first = max(8, min(room, max(len(row[0]) for row in rows)))
    return [
        _cut(row[0], first).ljust(first)
        + "".join(f"{' ' * GAP}{cell:>{size}}" for cell, size in zip(row[1:], sizes, strict=True))
        for row in rows
    ]


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else f"{text[: size - 1]}…"


def text(report: MonthReport) -> str:
    """The report as a letter, for the clipboard."""
    return "\n".join(line.text.rstrip() for line in lines(report, 80))


# As a workbook ------------------------------------------------------------------------------------------------


def sheets(report: MonthReport) -> list[Sheet]:
    """Three sheets: the sections, every client with a figure, every day."""
    head = PaperLine((title(report), None, None, None), "title")
    body: list[PaperLine] = []
    for section in sections(report):
        body.append(PaperLine(("",), "text", (4,)))
        body.append(PaperLine((section.title,), "head", (len(section.heads),)))
        body += [PaperLine(row) for row in (section.heads, *section.rows)]
    clients = [
        PaperLine(("№", *CLIENT_HEADS), "head"),
        *(PaperLine(tuple(client)) for client in report.clients),
        PaperLine(
            (
                None,
                "Всего",
                Money(sum(client.billed for client in report.clients)),
                Money(sum(client.received for client in report.clients)),
                Money(sum(client.debt for client in report.clients)),
            ),
            "total",
        ),
    ]
    days = [
        PaperLine(("День", "Пришло"), "head"),
        *(PaperLine((day, sum_)) for day, sum_ in report.days),
        PaperLine(("Всего", report.received.sum), "total"),
    ]
    return [
        Sheet("Итоги", (38, 16, 16, 16), [head, *body]),
        Sheet("Клиенты", (8, 44, 16, 16, 16), clients, heads=1),
        Sheet("По дням", (14, 16), days, heads=1),
    ]


def file_name(report: MonthReport) -> str:
    """A name for the workbook."""
    return f"Отчёт-{report.period}.xlsx"
