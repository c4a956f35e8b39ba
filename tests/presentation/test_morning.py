"""The briefing, the agenda and the tail of the day in words."""

from datetime import date, datetime

from cs_workbench.domain.agenda import Appointment
from cs_workbench.domain.evening import later_days
from cs_workbench.domain.morning import Briefing, Expected
from cs_workbench.kernel.money import Money
from cs_workbench.presentation.agenda import alert_words, appointment_words, head_words
from cs_workbench.presentation.evening import head_numbers, legend, question, report_row, rest_question, tail_row
from cs_workbench.presentation.morning import SHOWN, Line, Target, briefing_lines
from tests.presentation.shown import TODAY, cells, entry, item, plainly, rule

DAY = date(2026, 11, 24)
EMPTY = Briefing(DAY, None, (), (), (), (), (), (), {}, {}, True)


def lines(facts: Briefing) -> list[Line]:
    """The briefing; every item is the same."""
    return briefing_lines(facts, lambda found: item(key=found.key))


def told(facts: Briefing) -> list[str]:
    """The lines' first two cells."""
    return [" | ".join(cells(line.row)[:2]) for line in lines(facts)]


def test_an_empty_day_leads_to_the_list() -> None:
    assert told(EMPTY) == ["К списку дел | срочного нет"]


def test_a_part_shows_its_first_items_and_leads_to_all_of_them() -> None:
    many = tuple(entry(rule(f"PAY-{number}"), 17) for number in range(SHOWN + 2))
    found = lines(_with(left=many))
    assert cells(found[1].row)[:2] == ("Осталось с прошлых дней: 7", "показаны первые 5")
    assert found[1].target == Target("split", "all")
    assert len(found) == 2 + SHOWN
    assert found[2].target == Target("client", "17")


def _with(**more: object) -> Briefing:
    return Briefing(**{**vars(EMPTY), **more})


def test_the_first_line_begins_the_day() -> None:
    first = entry(rule("PAY-CALL"), 17)
    (start,) = lines(_with(first=first))
    assert start.target == Target("split", "all", first.key)
    assert cells(start.row)[1] == "Ромашка: Позвонить об оплате: 45 000 ₽, 2 счёта"


def test_money_is_told_for_today_and_the_week() -> None:
    days = (
        Expected(DAY, 1, Money.rubles(5000), 0, Money(0)),
        Expected(date(2026, 11, 26), 0, Money(0), 2, Money.rubles(7000)),
    )
    assert told(_with(expected=days))[1:] == [
        "Ждём денег | сегодня: обещано 5 000 ₽; за неделю: обещано 5 000 ₽, срок оплаты 7 000 ₽",
        "вторник 24 ноября | 1 обещание на 5 000 ₽",
        "четверг 26 ноября | 2 счёта к оплате на 7 000 ₽",
    ]


def test_requests_splits_and_an_unsure_calendar() -> None:
    facts = _with(requests={"waiting_dept": 2, "new": 1}, counts={"all": 9, "money": 4, "goods": 0}, confirmed=False)
    assert told(facts)[1:] == [
        "Внимание | календарь 2026 года не подтверждён: сверьте праздники и переносы",
        "Обращения открыты | новые 1, ждём отдел 2",
        "Всего дел: 9",
        "Деньги | 4",
    ]


def at(hour: int, day: int = 24, **more: object) -> Appointment:
    """A call back at an hour."""
    known = {"what": "call_back", "record": "client", "record_id": 1, "client_id": 1, "client": "Ромашка", "text": ""}
    return Appointment(at=datetime(2026, 11, day, hour).astimezone(), **{**known, **more})  # type: ignore[arg-type]


def test_an_appointment_in_a_line() -> None:
    assert appointment_words(at(15), DAY) == "15:00 Ромашка: перезвонить"
    assert appointment_words(at(9, 25), DAY) == "25.11 09:00 Ромашка: перезвонить"
    assert appointment_words(at(15, what="answer", text="support"), DAY) == "15:00 Ромашка: ждём ответ: техподдержка"
    nobody = at(15, what="request", text="Не открывает\nворота", client="", client_id=None)
    assert appointment_words(nobody, DAY) == "15:00 неизвестный: обращение: Не открывает ворота"


def test_the_head_says_what_has_come_then_what_comes() -> None:
    assert head_words(None, (), DAY) == ("", "")
    assert head_words(at(15), (), DAY) == ("15:00 Ромашка: перезвонить", "")
    came = (at(9), at(10))
    assert head_words(at(15), came, DAY) == (
        "Пора: 09:00 Ромашка: перезвонить",
        "и ещё 1 · далее 15:00 Ромашка: перезвонить",
    )
    assert alert_words(came, DAY) == "Пора: 09:00 Ромашка: перезвонить и ещё 1"


def test_what_burns_and_is_decided_says_why() -> None:
    until = datetime(2026, 11, 25, 9).astimezone()
    row = tail_row(item(tier=0, excused=(until, "инженер едет")))
    assert (row.tone, row.mark) == ("quiet", "✓")
    assert cells(row)[1].startswith("горит, решено: инженер едет, вернуться 25.11 — Позвонить об оплате")
    assert cells(tail_row(item()))[1].startswith("Позвонить об оплате")


def test_the_head_of_the_tail_and_its_last_line() -> None:
    assert head_numbers(12, 2) == "осталось 12 · горит 2"
    assert head_numbers(0, 0) == "всё получило дату или причину"
    assert report_row(3).cells[1] == "ещё не решено: 3"
    assert report_row(0).tone == "good"


def test_the_digits_and_the_questions() -> None:
    days = later_days(TODAY)
    assert legend(days, 200).startswith("1 на завтра 25.11 · 2 на послезавтра 26.11 · 3 на понедельник 30.11 · 4 ")
    assert all(len(line) <= 40 for line in legend(days, 40).splitlines())
    assert question([item()], days[0]).startswith("Ромашка — на завтра, среда 25 ноября. Это горит")
    assert plainly(question([item(), item()], days[0])).startswith("2 пункта — на завтра")
    assert rest_question(31, days[0]) == "Остальное (31 пункт) — на завтра, среда 25 ноября. Причина"
