"""Russian names of action inputs and of the values they choose from, as forms show them. What is not here is shown
by its own name.
"""

from cs_workbench.kernel.text import fold

LABELS = {
    "account": "Счёт",
    "amount": "Сумма в месяц",
    "at": "Когда",
    "bank": "Банк",
    "bank_line": "Строка выписки",
    "bik": "БИК",
    "callback_at": "Перезвонить в",
    "channel": "Способ",
    "client": "Клиент",
    "client_credit": "Аванс",
    "contact": "Контакт",
    "dept": "Отдел",
    "do_not_call": "Не звонить",
    "due": "День оплаты",
    "due_on": "Оплатить до",
    "email": "Почта",
    "exclude": "Кроме",
    "expected_at": "Ждём до",
    "file": "Файл",
    "files": "Файлы",
    "for": "К чему",
    "from_period": "С месяца",
    "hold": "Пауза",
    "inn": "ИНН",
    "invoice": "Счёт",
    "invoice_send": "Отправка",
    "issued_on": "Выставлен",
    "key": "Пункт",
    "kind": "Вид",
    "kpp": "КПП",
    "level": "Ступень",
    "manager": "Менеджер",
    "name": "Название",
    "note": "Заметка",
    "number": "Номер",
    "numbers": "Номера 1С",
    "on": "Дата",
    "org": "Организация",
    "outbox_message": "Письмо",
    "outcome": "Исход",
    "paid_on": "Оплачено",
    "payment": "Платёж",
    "period": "Месяц",
    "phone": "Телефон",
    "primary": "Основной",
    "promise": "Обещание",
    "promise_on": "Обещали на",
    "promise_sum": "Обещали сумму",
    "purpose": "Назначение",
    "reason": "Причина",
    "remind_from": "Звонить с числа",
    "repeat": "Повтор",
    "role": "Должность",
    "source": "Откуда",
    "subject": "Тема",
    "subscription": "Подписка",
    "sum": "Сумма",
    "task": "Задача",
    "text": "Текст",
    "to": "Кому",
    "to_period": "По месяц",
    "until": "До",
    "waiting_for": "Кого ждём",
    "wake": "Разбудить при изменении",
    "wrong": "Не тот человек",
}


def label(name: str) -> str:
    """The Russian name of an input."""
    return LABELS.get(name, name)


CHOICES = {
    "accounting": "бухгалтерия",
    "busy": "занято",
    "call": "звонок",
    "call_back": "перезвонить",
    "chat": "чат",
    "company": "организация",
    "corrected": "исправленный",
    "crew": "монтажники",
    "disputes": "спорит",
    "duplicate": "дубль",
    "edo": "ЭДО",
    "entrepreneur": "предприниматель",
    "equipment": "оборудование",
    "first": "впервые",
    "head": "руководство",
    "law": "юристы",
    "lost_invoice": "потерял счёт",
    "mail": "почта",
    "marketing": "маркетинг",
    "messenger": "мессенджер",
    "no_answer": "не берёт",
    "one_off": "разовый",
    "person": "человек",
    "promised": "обещал",
    "refuses": "отказ",
    "sales": "отдел продаж",
    "says_paid": "говорит, оплатил",
    "service": "обслуживание",
    "subscription": "абонентская плата",
    "support": "техподдержка",
    "visit": "встреча",
    "warehouse": "склад",
    "wrong_person": "не тот человек",
}
_VALUES = {fold(word): value for value, word in CHOICES.items()}


def choice_word(value: str) -> str:
    """A value to choose, in Russian."""
    return CHOICES.get(value, value)


def choice_value(typed: str) -> str:
    """The value that a Russian word means; anything else as it was typed."""
    return _VALUES.get(fold(typed), typed)
