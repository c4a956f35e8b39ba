"""What forms and the help are made of: labels, words to choose from, keys of both layouts."""

from cs_workbench.domain.catalogue import ACTIONS
from cs_workbench.domain.forms import form_of
from cs_workbench.presentation.help import GENERAL, help_lines
from cs_workbench.presentation.labels import CHOICES, choice_value, choice_word, label

FORMS = [form_of(action) for action in ACTIONS.values()]


def test_every_value_to_choose_has_a_russian_word_that_is_its_alone() -> None:
    offered = {choice for form in FORMS for field in form.fields for choice in field.choices}
    assert offered <= set(CHOICES)
    assert len(set(CHOICES.values())) == len(CHOICES)


def test_a_word_and_its_value_go_both_ways() -> None:
    assert choice_word("entrepreneur") == "предприниматель"
    assert choice_value("Предприниматель") == "entrepreneur"
    assert choice_value("company") == "company"


def test_help_gathers_keys_by_what_they_do_digits_last() -> None:
    keys = [("3", "Касса"), ("j/о", "ниже"), ("1", "Звонки"), ("↓", "ниже"), ("Tab", "Focus Next"), ("g/п", "")]
    lines = [line.text for line in help_lines("Сегодня", keys)]
    assert lines == [
        "Сегодня: клавиши",
        "j/о, ↓             ниже",
        "1                  Звонки",
        "3                  Касса",
        "",
        *GENERAL,
    ]


def test_the_second_of_two_clients_is_asked_for() -> None:
    """Merging takes the client under the cursor, and another one."""
    form = form_of(ACTIONS["clients.merge"])
    assert form.subject("client", 7, 7) == {"client": "7"}


def test_a_link_is_answered_by_the_line_under_the_cursor_and_whom_we_wait_for_is_not() -> None:
    forms = {form.action: form for form in FORMS}
    assert forms["tasks.set_next"].subject("request", 5, None) == {"for": "request:5"}
    assert forms["requests.wait"].subject("request", 5, None) == {"request": "5"}


def test_an_input_may_be_called_otherwise_in_one_action() -> None:
    assert (label("for"), label("for", "requests.wait")) == ("К чему", "Кого ждём")
