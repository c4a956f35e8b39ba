"""The tabs of a client's card, and three of them as rows: money, things to do, people. `domain/client_page` brings the
facts; what happened stands in `timeline.py`, the other tabs in `client_asked.py`, `client_objects.py` and
`client_needs.py`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cs_workbench.kernel.dates import day_short, day_text, period_text
from cs_workbench.kernel.phone import phone_text
from cs_workbench.kernel.queue import Item
from cs_workbench.kernel.text import count
from cs_workbench.presentation import client_asked, client_needs, client_objects
from cs_workbench.presentation.queue import lateness, tone_of
from cs_workbench.presentation.shapes import Column, Row, Tone

if TYPE_CHECKING:
    from cs_workbench.domain.client_page.money import ClientMoney, InvoiceRow, PaymentRow, PromiseRow, SubscriptionRow
    from cs_workbench.domain.client_page.people import ContactRow

TABS = {
    "feed": "Лента",
    "money": "Деньги",
    "items": "Дела",
    "asked": "Обращения",
    "objects": "Объекты",
    "people": "Люди",
    "needs": "Знакомство",
}

COLUMNS: Mapping[str, Sequence[Column]] = {
    "feed": (
        Column("when", "Когда", 16),
        Column("what", "Что", 18),
        Column("text", "Подробности"),
        Column("sum", "Сумма", 13, "right", hide_below=70),
    ),
    "money": (
        Column("when", "Дата", 10),
        Column("what", "Что"),
        Column("sum", "Сумма", 13, "right"),
        Column("rest", "Остаток", 13, "right"),
        Column("state", "Состояние", 34, hide_below=100),
    ),
    "items": (
        Column("text", "Что сделать"),
        Column("amount", "Сумма", 13, "right", hide_below=60),
        Column("due", "Срок", 6, "right"),
        Column("late", "Опоздание", 26, hide_below=100),
    ),
    "asked": client_asked.COLUMNS,
    "objects": client_objects.COLUMNS,
    "needs": client_needs.COLUMNS,
    "people": (
        Column("name", "Имя"),
        Column("role", "Должность", 18, hide_below=70),
        Column("phone", "Телефон", 22),
        Column("email", "Почта", 26, hide_below=90),
        Column("mark", "Отметка", 14),
    ),
}

EMPTY = {
    "feed": "Пока ничего не было. n — заметка, c — звонок",
    "money": "Счетов и подписок нет. a — добавить",
    "items": "Дел нет: ничего не ждёт",
    "asked": client_asked.EMPTY,
    "objects": client_objects.EMPTY,
    "needs": client_needs.EMPTY,
    "people": "Контактов нет. a — добавить",
}

INVOICE_WORDS = {
    "issued": "выставлен",
    "sent": "отправлен",
    "partly_paid": "оплачен частично",
    "paid": "оплачен",
    "superseded": "заменён",
    "cancelled": "отменён",
    "written_off": "списан",
}
PROMISE_WORDS = {
    "open": "ждём",
    "kept": "исполнено",
    "partly_kept": "исполнено частично",
    "broken": "нарушено",
    "superseded": "заменено",
    "cancelled": "отменено",
}
PROMISE_TONES: Mapping[str, Tone] = {"kept": "good", "broken": "urgent", "partly_kept": "warn"}
SUBSCRIPTION_WORDS = {
    "draft": "черновик",
    "pilot": "пилот",
    "active": "действует",
    "paused": "на паузе",
    "ended": "закончена",
}


def named_invoice(number: str, period: str) -> str:
    """«№ 118», or the month before 1C gave a number."""
    return f"№ {number}" if number else f"за {period_text(period)}"


def item_row(item: Item) -> Row:
    """A thing to do about the client, without its name."""
    amount = item.amount.short() if item.amount else ""
    mark = "…" if item.snoozed or item.waiting else "•" if item.pinned else ""
    return Row(item.key, (item.text, amount, day_short(item.due), lateness(item)), tone_of(item), mark)


def contact_row(person: "ContactRow") -> Row:
    """A person who speaks for the client."""
    mark = "не тот человек" if person.wrong else "основной" if person.primary else ""
    cells = (person.name, person.role, phone_text(person.phone) if person.phone else "", person.email, mark)
    return Row(person.id, cells, "quiet" if person.wrong else "normal")


def contact_values(person: "ContactRow") -> dict[str, str]:
    """A contact's fields as its form begins with them."""
    return {
        "name": person.name,
        "role": person.role,
        "phone": phone_text(person.phone) if person.phone else "",
        "email": person.email,
        "primary": "да" if person.primary else "нет",
        "wrong": "да" if person.wrong else "нет",
    }


def money_rows(money: "ClientMoney") -> list[Row]:
    """All of the client's money under its headings; keys are `record:id`."""
    unpaid = [one for one in money.invoices if one.open]
    closed = [one for one in money.invoices if not one.open]
    sections: tuple[tuple[str, list[Row]], ...] = (
        ("Не оплачено", [_invoice(one) for one in unpaid]),
        ("Обещания", [_promise(one) for one in money.promises]),
        (
            "Авансы",
            [
                Row(
                    f"client_credit:{one.id}",
                    (day_text(one.created_on), "Аванс", one.sum.short(), one.rest.short(), "не зачтён"),
                    "good",
                )
                for one in money.credits
            ],
        ),
        ("Подписки", [_subscription(one) for one in money.subscriptions]),
        ("Платежи", [_payment(one) for one in money.payments]),
        ("Закрытые счета", [_invoice(one) for one in closed]),
    )
    return list(_under_headings(sections))


def _under_headings(sections: Sequence[tuple[str, list[Row]]]) -> Iterator[Row]:
    for title, rows in sections:
        if rows:
            yield Row(f"title:{title}", ("", title), "title")
            yield from rows


def _invoice(one: "InvoiceRow") -> Row:
    late = f", просрочка {one.late_bd} рд" if one.late_bd else f", до {day_text(one.due_on)}" if one.open else ""
    what = f"Счёт {named_invoice(one.number, one.period)}" + (f" за {period_text(one.period)}" if one.number else "")
    tone: Tone = "quiet" if not one.open else "warn" if one.late_bd else "normal"
    cells = (
        day_text(one.issued_on),
        what,
        one.sum.short(),
        one.rest.short() if one.open else "",
        f"{INVOICE_WORDS[one.state]}{late}",
    )
    return Row(f"invoice:{one.id}", cells, tone)


def _payment(one: "PaymentRow") -> Row:
    number = f" № {one.number}" if one.number else ""
    parts = "; ".join(f"{named_invoice(part.number, part.period)} — {part.sum.short()}" for part in one.parts)
    what = f"Платёж{number} → {parts}" if parts else f"Платёж{number}"
    said = count(len(one.parts), "счёт", "счёта", "счетов") if one.parts else "не разнесён"
    return Row(
        f"payment:{one.id}", (day_text(one.paid_on), what, one.sum.short(), one.rest.short() if one.rest else "", said)
    )


def _subscription(one: "SubscriptionRow") -> Row:
    to = f" по {_month(one.to_period)}" if one.to_period else ""
    cells = (
        "",
        f"Подписка с {_month(one.from_period)}{to}",
        one.amount.short(),
        "в месяц",
        SUBSCRIPTION_WORDS[one.state],
    )
    return Row(f"subscription:{one.id}", cells, "quiet" if one.state == "ended" else "normal")


def _month(period: str) -> str:
    return f"{period[5:]}.{period[:4]}"


def _promise(one: "PromiseRow") -> Row:
    rest = one.sum - one.received
    said = PROMISE_WORDS[one.state]
    cells = (
        day_text(one.on),
        f"Обещание от {day_text(one.made_on)}",
        one.sum.short(),
        rest.short() if rest > 0 else "",
        said,
    )
    return Row(f"promise:{one.id}", cells, PROMISE_TONES.get(one.state, "normal"))
