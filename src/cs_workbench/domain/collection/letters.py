"""Letters to a debtor: subject and text, ready to be sent. Pure; the actions of calls and of the ladder offer them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from cs_workbench.kernel.dates import day_text, period_text
from cs_workbench.kernel.money import Money


class OwedLine(NamedTuple):
    """An invoice as a letter names it; `number` is None before 1C gave one, `rest` the remainder in kopecks."""

    number: str | None
    period: str
    due_on: date
    rest: Money


class Letter(NamedTuple):
    """A letter before it has an address."""

    subject: str
    text: str


_SUBJECTS = {1: "Напоминание об оплате", 2: "Задолженность по оплате", 3: "Предупреждение о задолженности"}

_OPENINGS = {
    1: "Напоминаем об оплате счетов. К оплате {debt}:",
    2: "Сообщаем, что за вами числится задолженность {debt}:",
    3: "Несмотря на наши напоминания, задолженность {debt} не погашена:",
}

_CLOSINGS: Mapping[int, str] = {
    1: "Если оплата уже отправлена, пришлите, пожалуйста, платёжное поручение.",
    2: "Просим оплатить задолженность или сообщить дату оплаты. "
    "Если оплата уже отправлена, пришлите платёжное поручение.",
    3: "Просим оплатить задолженность в ближайшее время. Иначе мы будем вынуждены приостановить обслуживание "
    "и передать вопрос юристам.",
}


def debt_letter(level: int, client: str, lines: Sequence[OwedLine], manager: str = "") -> Letter:
    """The letter of a level of the ladder (1 a reminder, 2 a letter, 3 a warning) to a client about its invoices."""
    debt = sum((line.rest for line in lines), Money(0))
    body = (
        "Здравствуйте!",
        _OPENINGS[level].format(debt=debt.text()),
        "\n".join(f"— {_named(line)}" for line in lines),
        _CLOSINGS[level],
        f"С уважением,\n{manager}" if manager else "С уважением",
    )
    return Letter(f"{_SUBJECTS[level]}: {client}", "\n\n".join(body))


def _named(line: OwedLine) -> str:
    name = f"счёт № {line.number}" if line.number else "счёт"
    return f"{name} за {period_text(line.period)}, срок оплаты {day_text(line.due_on)}, остаток {line.rest.text()}"
