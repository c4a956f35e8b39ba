"""The day's report as lines of a card and as a text for the head: only what has happened is said."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cs_workbench.kernel.dates import day_words
from cs_workbench.presentation.labels import choice_word
from cs_workbench.presentation.shapes import CardLine

if TYPE_CHECKING:
    from cs_workbench.domain.reports.day import DayReport, Sum

NO_REASON = "без причины"


def report_lines(facts: "DayReport") -> list[CardLine]:
    """The report as a card."""
    done = [*_calls(facts), *_money(facts), *_requests(facts), *_tasks(facts)]
    lines = [CardLine(f"Отчёт за день: {day_words(facts.day)} {facts.day.year}", "title")]
    lines += [CardLine(line) for line in done] or [CardLine("Действий за день нет.")]
    for title, part in (("Перенесено и снято", _put_off(facts)), (_next_day(facts), _tomorrow(facts))):
        said = list(part)
        if said:
            lines += [CardLine(""), CardLine(title, "title"), *(CardLine(line) for line in said)]
    return lines


def report_text(facts: "DayReport") -> str:
    """The report as a text to send: plain blanks, a line for each fact."""
    return "\n".join(line.text for line in report_lines(facts)).replace("\u00a0", " ") + "\n"


def _calls(facts: "DayReport") -> Iterator[str]:
    if facts.calls_made:
        said = f"Звонки: {facts.calls_made}, разговоров {facts.spoke}"
        yield f"{said} ({_counted(facts.calls)})."
    if facts.talks:
        yield f"Другие разговоры и письма: {facts.talks}."
    if facts.promises.count:
        yield f"Обещания заплатить: {_sum(facts.promises)}."


def _money(facts: "DayReport") -> Iterator[str]:
    if facts.payments.count:
        yield f"Платежи внесены: {_sum(facts.payments)}."
    if facts.matched:
        yield f"Разнесено по счетам: {facts.matched.short()}."
    if facts.issued.count:
        yield f"Счета выставлены: {_sum(facts.issued)}."
    if facts.sent:
        yield f"Счета отправлены: {facts.sent}."


def _sum(found: "Sum") -> str:
    """«3 на 45 000 ₽»."""
    return f"{found.count} на {found.sum.short()}"


def _requests(facts: "DayReport") -> Iterator[str]:
    found = facts.requests
    parts = {
        "принято": found.received,
        "передано отделам": found.handed,
        "отделы ответили": found.answered,
        "сообщено клиентам": found.told,
        "закрыто": found.closed,
    }
    if any(parts.values()):
        yield f"Обращения: {_counted(parts)}."
    if facts.conflicts_opened or facts.conflicts_closed:
        said = {"открыто": facts.conflicts_opened, "закрыто": facts.conflicts_closed}
        yield f"Конфликты: {_counted(said)}."


def _tasks(facts: "DayReport") -> Iterator[str]:
    if facts.tasks_done:
        yield f"Задачи выполнены: {facts.tasks_done}."


def _put_off(facts: "DayReport") -> Iterator[str]:
    found = facts.put_off
    if found.count:
        yield f"Перенесено {found.count}: {_reasons(found.later)}."
    if found.silenced:
        yield f"Больше не нужно {sum(found.silenced.values())}: {_reasons(found.silenced)}."


def _next_day(facts: "DayReport") -> str:
    return f"Следующий рабочий день: {day_words(facts.tomorrow.day)}"


def _tomorrow(facts: "DayReport") -> Iterator[str]:
    after = facts.tomorrow
    if after.items or after.tasks:
        yield f"Ждут дела: {_counted({'перенесённых': after.items, 'задач': after.tasks})}."
    if after.promises.count:
        yield f"Обещаний заплатить: {_sum(after.promises)}."
    if facts.burning:
        yield f"Горит и не закрыто: {facts.burning}."
    if facts.undecided:
        yield f"Осталось без даты и причины: {facts.undecided}."


def _counted(parts: Mapping[str, int]) -> str:
    """«обещал 3, не берёт 2», what is nought left out."""
    return ", ".join(f"{choice_word(name)} {many}" for name, many in parts.items() if many)


def _reasons(reasons: Mapping[str, int]) -> str:
    return ", ".join(f"{reason or NO_REASON} — {many}" for reason, many in reasons.items())
