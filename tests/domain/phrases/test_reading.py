"""What a reading says beside its inputs: how each was read, warnings, notes; that no text is too odd to be read; that a
new action has its phrase by declaring it.
"""

from cs_workbench.domain.catalogue import ACTIONS
from cs_workbench.domain.phrases.around import around
from cs_workbench.domain.phrases.reader import read_phrase, subject_form
from cs_workbench.kernel.action import Action, Facts, Outcome, Phrase
from cs_workbench.kernel.fields import Day, Money, Text
from cs_workbench.presentation.phrase import CHOICE_WORDS, reading_lines
from tests.desk import Desk
from tests.domain.phrases.conftest import CURSOR, NOWHERE, Read


def test_each_input_is_said_as_it_is_read(read: Read) -> None:
    said = {piece.name: (piece.typed, piece.said) for piece in read("обещал 28 15т").pieces}
    assert said["on"] == ("28", "28.11.2026")
    assert said["sum"] == ("15т", "15\u00a0000\u00a0₽")
    assert said["client"] == ("", "Ромашка")


def test_the_lines_under_a_phrase(read: Read) -> None:
    assert reading_lines(read("передать тп не открывается")) == [
        "Передать отделу",
        "Обращение: Обращение № 1 · Отдел: тп → техподдержка · Текст: не открывается",
    ]


def test_a_day_off_is_told_with_the_next_business_day(read: Read) -> None:
    assert read("обещал 28").warnings == ("28.11 — выходной: понедельник 30.11",)
    assert read("обещал 27").warnings == ()


def test_a_client_who_has_none_of_the_records_gets_a_note_with_the_reason(read: Read) -> None:
    reading = read("передать тп камера", {"client": "3"})
    assert (reading.action, reading.note, reading.client) == ("clients.note", True, "3")
    assert reading.warnings == ("У клиента нет открытой записи «Обращение»",)


def test_a_name_of_several_clients_is_told_and_asked_for(read: Read) -> None:
    reading = read("обещал маяк 27")
    assert reading.missing == ("client",)
    assert reading.warnings == ("АО «Маяк»: так называются несколько клиентов",)
    assert read("обещал ООО Маяк 27").missing == ()


def test_the_line_under_the_cursor_is_not_meant_where_another_client_is_named(read: Read) -> None:
    assert "request" not in read("передать Весна тп", {**CURSOR, "request": "1"}).known


def test_a_request_under_the_cursor_is_the_one_that_is_meant(read: Read) -> None:
    assert read("передать тп", {"client": "3", "request": "7"}).inputs["request"] == "7"


def test_words_may_be_kept_as_they_are(read: Read) -> None:
    assert read("обещал 28 15000", as_note=True).inputs["text"] == "обещал 28 15000"


def test_a_screen_is_asked_for_every_record_and_the_key(read: Read) -> None:
    names = {field.name for field in subject_form().fields}
    assert {"client", "request", "site", "invoice", "key", "for"} <= names


class OrderCake(Action):
    """An action of a test."""

    facts = Facts("test.cake", "Заказать торт", phrases=("торт", Phrase("торт срочно", "sum", "wish", on="завтра")))

    on: Day
    sum: Money | None = None
    wish: Text | None = None

    def apply(self, work: object) -> Outcome:
        """Nothing."""
        return Outcome("")


def test_a_new_action_has_its_phrase_by_declaring_it(read_at_desk: Desk) -> None:
    bench = read_at_desk.bench
    with bench.performer.reading(bench.today()) as session:
        desk = around(session, CHOICE_WORDS)
        kinds: dict[str, type[Action]] = {**ACTIONS, "test.cake": OrderCake}
        plain = read_phrase("торт на пятницу 3000 с вишней", kinds, desk, NOWHERE)
        urgent = read_phrase("Торт срочно 3000", kinds, desk, NOWHERE)
    assert plain.inputs == {"on": "27.11.2026", "sum": "3000", "wish": "с вишней"}
    assert urgent.inputs == {"on": "25.11.2026", "sum": "3000"}


def test_every_phrase_of_the_catalogue_leads_to_its_action(read: Read) -> None:
    for name, kind in ACTIONS.items():
        for phrase in kind.facts.phrases:
            reading = read(phrase)
            assert reading.note or reading.action == name or phrase in ACTIONS[reading.action].facts.phrases
