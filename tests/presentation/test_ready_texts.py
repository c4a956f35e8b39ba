"""Ready texts word for word, as they are pasted into a letter or a chat; nothing of a template is left in them."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_workbench.connectors.templates import FileTexts
from cs_workbench.kernel.text import clean_text
from cs_workbench.kernel.texts import Fields, Letter
from cs_workbench.presentation.letters import card_text, missing_lines, preview_lines
from cs_workbench.presentation.shapes import CardLine
from tests.presentation.ready_fields import CARD, DEBT, DUE, FULL, INVOICE, NOBODY, SUMS, US, minimal, paths
from tests.presentation.shown import told

TEXTS = FileTexts()

GREETED = "Добрый день!\n\n"
PAID_TO = (
    "Реквизиты для оплаты: получатель ООО «Шлагбаум», ИНН 7707083893, р/с 40702810400000000001, "
    "банк АО «Банк», БИК 044525225.\n\n"
)
SIGNED = "\n\nС уважением,\nОльга Иванова, ООО «Шлагбаум»"
CONFIRM = "Пожалуйста, подтвердите получение ответом на это письмо."


def filled(name: str, fields: Fields) -> tuple[str, str]:
    """Subject and text."""
    letter = TEXTS.fill(name, fields)
    assert letter.problem == ""
    return letter.subject, letter.text


@pytest.mark.parametrize(("name", "subject", "opening"), [
    ("invoice", "", "Направляем вам счёт № 118 от 16.11.2026 за ноябрь 2026."),
    ("duplicate", " (дубль)", "По вашей просьбе направляем ещё раз счёт № 118 от 16.11.2026 за ноябрь 2026."),
    (
        "invoice_corrected",
        " (исправленный)",
        "Направляем вам исправленный счёт № 118 от 16.11.2026 за ноябрь 2026. Прежний счёт оплачивать не нужно.",
    ),
])  # fmt: skip
def test_a_letter_with_an_invoice(name: str, subject: str, opening: str) -> None:
    assert filled(name, {**INVOICE, "rest": "", **US}) == (
        f"Счёт № 118 от 16.11.2026 за ноябрь 2026{subject}",
        f"{GREETED}{opening}\nСумма — 24 800,00 ₽, оплатить нужно до 30.11.2026.\n\n{PAID_TO}{CONFIRM}{SIGNED}",
    )


def test_what_is_paid_in_part_says_what_is_left() -> None:
    _, text = filled("duplicate", {**INVOICE, **NOBODY})
    assert "Сумма — 24 800,00 ₽, осталось оплатить 4 800,00 ₽, оплатить нужно до 30.11.2026." in text


def test_a_letter_without_our_account_and_without_a_name() -> None:
    assert filled("invoice", {**INVOICE, "rest": "", **NOBODY})[1].endswith(f"30.11.2026.\n\n{CONFIRM}")


def test_a_reminder() -> None:
    assert filled("reminder", {**DEBT, "more": "", **US}) == (
        "Напоминание об оплате: Ромашка",
        f"{GREETED}Напоминаем об оплате. К оплате 29 800,00 ₽ (Ромашка):\n\n"
        "— счёт от 01.10.2026: 5 000,00 ₽, срок оплаты прошёл 08.10.2026\n"
        "— счёт № 118 от 16.11.2026 за ноябрь 2026: 24 800,00 ₽, оплатить до 30.11.2026\n\n"
        f"{PAID_TO}Если оплата уже отправлена, пришлите, пожалуйста, платёжное поручение. "
        f"Если счёт потерялся или есть вопросы — ответьте на это письмо, мы поможем.{SIGNED}",
    )


def test_a_letter_about_a_debt() -> None:
    assert filled("debt", {**DEBT, "invoices": [DUE], "more": "и ещё 2 счёта на 5 000,00 ₽", **NOBODY}) == (
        "Задолженность по оплате: Ромашка",
        "Здравствуйте!\n\nСообщаем, что за вами числится задолженность 29 800,00 ₽:\n\n"
        "— счёт № 118 от 16.11.2026 за ноябрь 2026: срок оплаты 30.11.2026, остаток 24 800,00 ₽\n"
        "— и ещё 2 счёта на 5 000,00 ₽\n\n"
        "Просим оплатить задолженность или сообщить дату оплаты. "
        "Если оплата уже отправлена, пришлите платёжное поручение.",
    )


def test_a_warning_speaks_of_lawyers() -> None:
    subject, text = filled("debt_warning", {**DEBT, "more": "", **US})
    assert subject == "Предупреждение о задолженности: Ромашка"
    assert text.startswith(
        "Здравствуйте!\n\nНесмотря на наши напоминания, задолженность 29 800,00 ₽ не погашена:\n\n— "
    )
    assert text.endswith(f"приостановить обслуживание и передать вопрос юристам.{SIGNED}")


def test_a_reconciliation() -> None:
    assert filled(
        "reconciliation", {**DEBT, "invoices": [DUE], "more": "", **SUMS, "written_off": "", "waiting": "", **NOBODY}
    ) == (
        "Сверка расчётов: Ромашка",
        f"{GREETED}Направляем сверку расчётов (Ромашка) за период с 01.01.2026 по 24.11.2026.\n\n"
        "На начало периода: ваш аванс 1 000,00 ₽.\nВыставлено: 60 000,00 ₽.\nОплачено: 29 200,00 ₽.\n"
        "На конец периода: ваш долг 29 800,00 ₽.\n\n"
        "Не оплачено на 24.11.2026 — 29 800,00 ₽:\n"
        "— счёт № 118 от 16.11.2026 за ноябрь 2026: 24 800,00 ₽, оплатить до 30.11.2026\n\n"
        "Пожалуйста, проверьте и ответьте, всё ли сходится.",
    )


def test_a_reconciliation_of_who_owes_nothing() -> None:
    text = filled("reconciliation", minimal("reconciliation"))[1]
    assert "\n\nНеоплаченных счетов на 24.11.2026 нет.\n\nПожалуйста" in text


def test_the_card_for_support() -> None:
    assert filled("support_card", {**CARD, "more_sites": "", "more_assets": "", "missing": []}) == (
        "",
        "Карточка для техподдержки: обращение № 12\n\n"
        "Клиент: Ромашка, ИНН 7707083893\nКонтакт: Пётр Смирнов, инженер\nТелефон: +7 916 123-45-67\n"
        "Объект: Склад, Химки, Заводская, 1\nОбъект: Офис\n\n"
        "Оборудование:\n— камера Hikvision DS-2CD, № A-17 (Склад), неисправно\n— шлагбаум\n"
        "Сервер: Dell R340\nИнтеграция: 1С\n\n"
        "Что случилось: Камера не читает номера.\nПерезагрузка не помогла.\n"
        "О чём: техника, работа стоит\nСообщили: 24.11.2026 09:05\nКомментарий: Просят сегодня",
    )


def test_the_card_says_what_it_lacks() -> None:
    lacking = {
        **minimal("support_card"),
        "problem": "Не открывается",
        "missing": [{"what": "клиент"}, {"what": "телефон"}],
    }
    assert filled("support_card", lacking)[1] == (
        "Карточка для техподдержки\n\nЧто случилось: Не открывается\n\nНЕТ: клиент\nНЕТ: телефон"
    )


def test_requisites_of_a_client_and_ours() -> None:
    assert filled("requisites", FULL["requisites"])[1] == (
        "Ромашка\nИНН 7707083893, КПП 770701001\nТелефон: +7 495 123-45-67\nПочта: info@romashka.ru\n"
        "Контакт: Анна, бухгалтер, +7 916 123-45-67, anna@romashka.ru\nКонтакт: Пётр"
    )
    assert filled("our_requisites", FULL["our_requisites"])[1] == (
        "Реквизиты для оплаты\nПолучатель: ООО «Шлагбаум»\nИНН 7707083893\n"
        "Расчётный счёт 40702810400000000001\nБанк: АО «Банк»\nБИК 044525225"
    )


# Every template --------------------------------------------------------------------------------------------------


def test_each_template_is_here() -> None:
    assert set(FULL) == set(TEXTS.names())


@pytest.mark.parametrize("name", sorted(FULL))
@pytest.mark.parametrize("known", ["all", "least"])
def test_nothing_of_a_template_is_left_in_its_text(name: str, known: str) -> None:
    subject, text = filled(name, FULL[name] if known == "all" else minimal(name))
    for said in (subject, text):
        assert not re.search(r"[{}]|None|True|False|\[|\]", said)
    assert [line for line in text.split("\n") if line != line.strip() or line.endswith(("—", "№"))] == []
    assert not re.search(r":\n+(?![—\n])|:$|(?<!уважением),\n|\n{3}|\(\)| [,.:]", text), "something has no value"


@pytest.mark.parametrize("name", sorted(FULL))
def test_the_head_of_a_template_names_its_fields(name: str) -> None:
    (described,) = [one for one in TEXTS.described() if one.name == name]
    assert set(described.fields) == set(paths(FULL[name]))
    assert described.title.endswith(".")
    assert all(re.search("[а-яё]", said) for said in described.fields.values())


TEMPLATING = ("{{", "}}", "{%", "%}", "{#", "#}", "[bold]", "[/]", "<b>&amp;", "\\", "$client", "\n", "\t")
OBEYED = ("\x1b[31m", "\x9b1m", "\u202e", "\x00", "\x07")
HOSTILE = st.lists(st.sampled_from((*TEMPLATING, *OBEYED)) | st.characters(), max_size=40).map("".join)


def with_values(fields: Fields, value: str) -> Fields:
    """Every text of a template's facts replaced."""
    return {
        name: value
        if isinstance(one, str)
        else one
        if isinstance(one, bool)
        else [{key: value if isinstance(part, str) else part for key, part in line.items()} for line in one]
        for name, one in fields.items()
    }


@pytest.mark.parametrize("name", sorted(FULL))
@given(value=HOSTILE)
def test_whatever_data_hold_is_text(name: str, value: str) -> None:
    letter = TEXTS.fill(name, with_values(FULL[name], value))
    assert clean_text(letter.text, 100_000) == letter.text
    assert "\n" not in letter.subject
    words = clean_text(value).strip()
    if words and "\n" not in words:
        assert words in letter.text


@given(values=st.dictionaries(st.sampled_from(sorted(INVOICE)), HOSTILE))
def test_one_field_never_becomes_another(values: Mapping[str, str]) -> None:
    letter = TEXTS.fill("invoice", {**INVOICE, **US, **values, "client": "{{ sum }}{% if rest %}"})
    assert letter.text.startswith("Добрый день!\n\nНаправляем вам")


# On the screen ---------------------------------------------------------------------------------------------------


def test_a_preview_shows_the_text_under_its_subject() -> None:
    assert told(preview_lines(Letter("Счёт", "Добрый день!\n\nВот он."))) == [
        ("quiet", "Enter — скопировать, Esc — закрыть"),
        ("normal", ""),
        ("title", "Тема: Счёт"),
        ("normal", ""),
        ("normal", "Добрый день!"),
        ("normal", ""),
        ("normal", "Вот он."),
    ]


def test_what_is_missing_is_red_and_says_so_without_colours() -> None:
    letter = TEXTS.fill("support_card", {**CARD, "missing": [{"what": "формат сервера"}]})
    urgent = [line.text for line in preview_lines(letter, ("формат сервера",)) if line.tone == "urgent"]
    assert urgent == ["НЕТ: формат сервера"]


def test_what_a_user_s_template_does_not_say_is_said_above_it() -> None:
    lines = told(preview_lines(Letter("", "Карточка", "Ваш шаблон не годится."), ("телефон",)))
    assert lines[1:4] == [("warn", "Ваш шаблон не годится."), ("urgent", "нет: телефон"), ("normal", "")]
    assert missing_lines(["телефон"]) == [CardLine("нет: телефон", "urgent")]


def test_a_card_keeps_its_indents() -> None:
    assert card_text([CardLine("Ромашка", "title"), CardLine("№ 118", indent=2)]) == "Ромашка\n  № 118"


def test_the_shipped_templates_are_plain_text_that_a_person_can_change(tmp_path: Path) -> None:
    texts = FileTexts(tmp_path)
    for name in texts.names():
        source = texts.copy(name).read_text("utf-8")
        assert source.startswith("{#\n")
        assert source.endswith("\n")
    assert texts.problems() == []
    assert all(texts.fill(name, FULL[name]) == TEXTS.fill(name, FULL[name]) for name in texts.names())
