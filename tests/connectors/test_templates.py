"""The user's own templates: they win, they are read anew, and a broken or a hostile one stops nothing."""

from pathlib import Path

import pytest

from cs_workbench.connectors import templates
from cs_workbench.connectors.template_language import SOURCE
from cs_workbench.connectors.templates import FileTexts
from cs_workbench.kernel.errors import Refusal
from tests.presentation.ready_fields import DEBT, DUE, FULL, INVOICE, NOBODY, US

REMINDER = {**DEBT, "more": "", **NOBODY}
SHIPPED = FileTexts().fill("reminder", REMINDER)


@pytest.fixture
def texts(tmp_path: Path) -> FileTexts:
    """Texts with a folder of the user's own."""
    (tmp_path / "templates").mkdir()
    return FileTexts(tmp_path / "templates")


def write(texts: FileTexts, source: str, name: str = "reminder") -> None:
    """The user's own template."""
    assert texts.folder is not None
    (texts.folder / f"{name}.txt").write_text(source, encoding="utf-8")


def broken(texts: FileTexts, source: str) -> str:
    """Why a template of the user cannot be used; the shipped one is."""
    write(texts, source)
    letter = texts.fill("reminder", REMINDER)
    assert letter._replace(problem="") == SHIPPED
    assert letter.problem.startswith("Ваш шаблон reminder.txt не годится: ")
    assert letter.problem.endswith(". Взят обычный.")
    return letter.problem.removeprefix("Ваш шаблон reminder.txt не годится: ").removesuffix(". Взят обычный.")


def test_the_user_s_own_wins(texts: FileTexts) -> None:
    write(texts, "{# моё #}\nТема: Долг {{ client }}\n{% for one in invoices %}\n{{ one.rest }}\n{% endfor %}\n")
    letter = texts.fill("reminder", REMINDER)
    assert letter == ("Долг Ромашка", "5 000,00 ₽\n24 800,00 ₽", "")
    assert texts.problems() == []


def test_it_is_read_anew_when_it_has_changed(texts: FileTexts) -> None:
    write(texts, "Тема: раз\nодин")
    assert texts.fill("reminder", REMINDER).text == "один"
    write(texts, "Тема: два\nдругое")
    assert texts.fill("reminder", REMINDER).text == "другое"


def test_an_editor_of_another_system_may_write_it(texts: FileTexts) -> None:
    assert texts.folder is not None
    (texts.folder / "reminder.txt").write_bytes("\ufeffТема: Долг\r\nДолг {{ debt }}\r\nЖдём\r\n".encode())
    assert texts.fill("reminder", REMINDER) == ("Долг", "Долг 29 800,00 ₽\nЖдём", "")


def test_what_the_language_can_say(texts: FileTexts) -> None:
    write(
        texts,
        "Тема: {{ client | upper }}\n"
        "{% if not requisites and (invoices or more) %}да{% elif more %}нет{% endif %}\n"
        "{{ invoices | length }} {{ 'много' if invoices | length > 1 else 'мало' }}\n"
        "{% for one in invoices %}{{ loop.index }}/{{ loop.length }} {{ one.name | capital }} {{ one.overdue }}"
        "{% if not loop.last %}, {% endif %}{% else %}пусто{% endfor %}",
    )
    letter = texts.fill("reminder", REMINDER)
    assert letter == (
        "РОМАШКА",
        "да2 много\n1/2 Счёт от 01.10.2026 да, 2/2 Счёт № 118 от 16.11.2026 за ноябрь 2026 нет",
        "",
    )


@pytest.mark.parametrize(("source", "why"), [
    ("Тема: Х\n{{ clent }}", "поля «clent» нет, строка 2"),
    ("Тема: {{ нет }}\nтекст", "поля «нет» нет, строка 1"),
    ("Тема: Х\n\n{% for one in invoices %}\n{{ one.summa }}\n{% endfor %}", "поля «invoices.summa» нет, строка 4"),
    ("Тема: Х\n{{ debt", "ошибка записи, строка 2"),
    ("Тема: Х\n{% if debt %}", "ошибка записи, строка 2"),
    ("Тема: Х\n{% for one in client %}{% endfor %}", "«client» не список, строка 2"),
    ("Тема: Х\n{{ invoices }}", "«invoices» — список: нужен for, строка 2"),
    ("Тема: Х\n{{ debt | center(9) }}", "фильтра «center» нет, строка 2"),
    ("Тема: Х\n{{ debt | frobnicate }}", "фильтра «frobnicate» нет, строка 2"),
    ("Долг {{ debt }}", "нет первой строки «Тема: …»"),
    ("Тема: Х\n" + "д" * SOURCE, f"он длиннее {SOURCE} знаков"),
    ("Тема: Х\n" + "д" * 5 * SOURCE, f"он длиннее {SOURCE} знаков"),
    ("Тема: Х\n{{ loop.index }}", "поля «loop.index» нет, строка 2"),
])  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(texts: FileTexts, source: str, why: str) -> None:
    assert broken(texts, source) == why


FORBIDDEN = "так писать нельзя, строка 2: только поля, if, for и фильтры"


@pytest.mark.parametrize("source", [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ client.__class__ }}",
    "{{ client.upper() }}",
    "{{ client['x'] }}",
    "{{ invoices.append(1) }}",
    "{{ invoices | map(attribute='__class__') | join }}",
    "{{ client | attr('__class__') }}",
    "{{ '%999999999d' % 1 }}",
    "{{ 'x' * 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ client ~ client }}",
    "{{ client is defined }}",
    "{{ [client, debt] | join }}",
    "{{ {'a': client} }}",
    "{{ range(999999999) | length }}",
    "{{ lipsum() }}",
    "{{ self }}",
    "{% set a = client %}",
    "{% include '/etc/passwd' %}",
    "{% import 'x' as y %}",
    "{% extends 'x' %}",
    "{% macro m() %}{% endmacro %}",
    "{% call client() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% block b %}{% endblock %}",
    "{% with %}{% endwith %}",
    "{% raw %}{{{% endraw %}{{ cycler }}",
    "{% for a, b in invoices %}{% endfor %}",
    "{% for a in invoices if a.rest %}{% endfor %}",
    "{% for a in invoices recursive %}{{ loop(a) }}{% endfor %}",
    "{% for a in invoices | join %}{% endfor %}",
    "{% for a in invoices %}{{ loop.cycle('a') }}{% endfor %}",
    "{% for a in invoices %}{% for b in invoices %}{% for c in invoices %}{% endfor %}{% endfor %}{% endfor %}",
    "{{ " + "(" * 500 + "client" + ")" * 500 + " }}",
    "{{ " + "not " * 500 + "client }}",
    "{% if client %}" * 150 + "{% endif %}" * 150,
    "{{ " + "9" * 5000 + " }}",
])  # fmt: skip
def test_a_template_that_wants_more_than_text_is_refused(texts: FileTexts, source: str) -> None:
    assert broken(texts, f"Тема: Х\n{source}")


def test_a_call_is_refused_before_it_runs(texts: FileTexts) -> None:
    assert broken(texts, "Тема: Х\n{{ cycler.__init__.__globals__.os.popen('id').read() }}") == FORBIDDEN


def test_a_text_has_a_limit(texts: FileTexts) -> None:
    write(texts, "Тема: Х\n{% for one in invoices %}{% for two in invoices %}{{ client }}{% endfor %}{% endfor %}")
    many = {**REMINDER, "client": "д" * 5_000, "invoices": [DUE] * 10}
    letter = texts.fill("reminder", many)
    assert letter.problem == "Ваш шаблон reminder.txt не годится: текст длиннее 50000 знаков. Взят обычный."


def test_a_loop_comes_to_its_end(texts: FileTexts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "STEPS", 100)
    write(texts, "Тема: Х\n{% for one in invoices %}{% for two in invoices %}{% endfor %}{% endfor %}")
    letter = texts.fill("reminder", {**REMINDER, "invoices": [DUE] * 20})
    assert letter.problem == "Ваш шаблон reminder.txt не годится: он перебирает слишком много строк. Взят обычный."


def test_a_text_too_long_for_any_letter_is_refused(texts: FileTexts) -> None:
    with pytest.raises(Refusal) as refused:
        texts.fill("reminder", {**REMINDER, "invoices": [{**DUE, "name": "д" * 1_000}] * 60})
    assert (refused.value.code, refused.value.message) == (
        "too_long",
        "Текст не готов: текст длиннее 50000 знаков.",
    )


def test_one_value_is_cut_long_before_that(texts: FileTexts) -> None:
    assert len(texts.fill("invoice", {**INVOICE, **US, "sum": "9" * 60_000}).text) < 11_000


def test_a_file_that_cannot_be_read_is_named(texts: FileTexts) -> None:
    assert texts.folder is not None
    path = texts.folder / "reminder.txt"
    path.write_bytes("Тема: Х\nДолг".encode("cp1251"))
    assert texts.fill("reminder", REMINDER).problem == (
        "Ваш шаблон reminder.txt не годится: файл не в UTF-8. Взят обычный."
    )


def test_all_that_is_wrong_is_told_at_once(texts: FileTexts) -> None:
    assert texts.folder is not None
    write(texts, "Тема: Х\n{{ clent }}")
    write(texts, "текст", "remainder")
    assert texts.problems() == [
        f"Шаблон {texts.folder}/remainder.txt не нужен: такого имени нет. Список: cs-workbench templates.",
        f"Шаблон {texts.folder}/reminder.txt не годится: поля «clent» нет, строка 2. Взят обычный.",
    ]


def test_no_folder_and_nothing_in_it_is_no_problem(tmp_path: Path) -> None:
    texts = FileTexts(tmp_path / "no")
    assert texts.problems() == []
    assert texts.fill("reminder", REMINDER) == SHIPPED
    assert FileTexts().problems() == []


def test_a_copy_is_made_once_and_never_over_another(tmp_path: Path) -> None:
    texts = FileTexts(tmp_path / "a" / "templates")
    path = texts.copy("reminder")
    path.write_text("Тема: моё\nмоё", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        texts.copy("reminder")
    assert (refused.value.code, refused.value.message) == ("exists", f"{path} уже есть: он не тронут.")
    assert texts.fill("reminder", REMINDER).text == "моё"


@pytest.mark.parametrize("name", ["", "..", "../reminder", "reminder/..", "нет", "REMINDER"])
def test_only_a_template_can_be_copied(texts: FileTexts, name: str) -> None:
    with pytest.raises(Refusal) as refused:
        texts.copy(name)
    assert refused.value.code == "unknown"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("не папка", encoding="utf-8")
    texts = FileTexts(tmp_path / "templates")
    with pytest.raises(Refusal) as refused:
        texts.copy("reminder")
    assert refused.value.code == "cannot_write"
    assert texts.problems() == []
    assert set(FULL) == {one.name for one in texts.described()}
