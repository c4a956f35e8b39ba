"""Dates as the manager types them and as the screen writes them, on Tuesday 24 November 2026 at ten."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cs_workbench.kernel import dates
from cs_workbench.kernel.calendar import WorkCalendar
from cs_workbench.kernel.dates import parse_day, parse_moment, parse_period
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import clean_text

CALENDAR = WorkCalendar.load([Path(__file__).parents[2] / "data" / "calendar"])
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, 0, 40).astimezone(UTC)

typed_text = st.text() | st.text(alphabet="0123456789.:-+/, днярчпткмвесочезинью", max_size=24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("28", "2026-11-28"),
        ("24", "2026-11-24"),
        ("23", "2026-12-23"),
        ("1", "2026-12-01"),
        ("28.11", "2026-11-28"),
        ("28/11", "2026-11-28"),
        ("28,11", "2026-11-28"),
        ("28.11.26", "2026-11-28"),
        ("28.11.2026", "2026-11-28"),
        ("28.11.2026.", "2026-11-28"),
        ("2026-11-28", "2026-11-28"),
        ("02.12", "2026-12-02"),
        ("15.01", "2027-01-15"),
        ("20.10", "2026-10-20"),
        ("29.02.2028", "2028-02-29"),
        ("28 ноября", "2026-11-28"),
        ("28 ноя", "2026-11-28"),
        ("9 мая 2027", "2027-05-09"),
        ("9 мая 2027 г.", "2027-05-09"),
        ("сегодня", "2026-11-24"),
        (" Завтра ", "2026-11-25"),
        ("послезавтра", "2026-11-26"),
        ("вчера", "2026-11-23"),
        ("позавчера", "2026-11-22"),
        ("пт", "2026-11-27"),
        ("в пт.", "2026-11-27"),
        ("пятница", "2026-11-27"),
        ("в пятницу", "2026-11-27"),
        ("вт", "2026-12-01"),
        ("во вторник", "2026-12-01"),
        ("пн", "2026-11-30"),
        ("среда", "2026-11-25"),
        ("воскресенье", "2026-11-29"),
        ("+3рд", "2026-11-27"),
        ("+4 рд", "2026-11-30"),
        ("10рд", "2026-12-08"),
        ("+27рд", "2027-01-11"),
        ("через 3 рабочих дня", "2026-11-27"),
        ("+3 р.д.", "2026-11-27"),
        ("+3", "2026-11-27"),
        ("+3д", "2026-11-27"),
        ("+3кд", "2026-11-27"),
        ("через 5 дней", "2026-11-29"),
        ("+2н", "2026-12-08"),
        ("через неделю", "2026-12-01"),
        ("через 2 недели", "2026-12-08"),
        ("+0", "2026-11-24"),
        ("конец", "2026-11-30"),
        ("конец месяца", "2026-11-30"),
    ],
)
def test_a_day_is_read_as_it_is_meant(typed: str, day: str) -> None:
    assert parse_day(typed, TODAY, CALENDAR).isoformat() == day


@pytest.mark.parametrize(
    ("today", "typed", "day"),
    [
        ("2026-11-15", "15", "2026-11-15"),
        ("2026-11-16", "15", "2026-12-15"),
        ("2026-12-20", "20", "2026-12-20"),
        ("2026-12-31", "1", "2027-01-01"),
        ("2026-12-31", "31", "2026-12-31"),
        ("2026-12-31", "конец", "2026-12-31"),
        ("2026-02-10", "конец", "2026-02-28"),
        ("2026-12-31", "+1рд", "2027-01-11"),
        ("2026-05-08", "+1рд", "2026-05-12"),
        ("2027-02-19", "+1рд", "2027-02-20"),
        ("2027-02-19", "сб", "2027-02-20"),
        ("2027-01-11", "28.12", "2026-12-28"),
        ("2027-06-01", "29.02", "2028-02-29"),
    ],
)
def test_the_turn_of_a_month_and_holidays_are_seen(today: str, typed: str, day: str) -> None:
    assert parse_day(typed, date.fromisoformat(today), CALENDAR).isoformat() == day


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31", "31.11.2026 не бывает"),
        ("0", "00.12.2026 не бывает"),
        ("45", "45.11.2026 не бывает"),
        ("31.11", "31.11.2026 не бывает"),
        ("2026-11-31", "31.11.2026 не бывает"),
        ("30.02.2027", "30.02.2027 не бывает"),
        ("29.02.2026", "29.02.2026 не бывает"),
        ("28.13", "28.13.2026 не бывает"),
        ("28.11.1926", "Проверьте год"),
        ("28.11.9999", "Проверьте год"),
        ("28.00", "Не получилось прочитать «28.00»"),
        ("28 мартобря", "Не получилось прочитать «28 мартобря»"),
        ("скоро", "Не получилось прочитать «скоро»"),
        ("28.11.26 15:30", "Не получилось"),
        ("28-11", "Не получилось"),
        ("+3ч", "Не получилось"),
        ("+9999", "Не получилось"),
        ("-3", "Не получилось"),
        ("٢٨", "Не получилось"),
        ("[bold]\x1b[2J", r"«\[bold\]»"),
        ("сегодня" + " " * 80, "«сегодня»"),
        ("", "Значение не указано"),
        ("  ", "Значение не указано"),
    ],
)
def test_a_day_that_is_not_is_refused(typed: str, says: str) -> None:
    with pytest.raises(Refusal, match=says) as refused:
        parse_day(typed, TODAY, CALENDAR)
    assert refused.value.code == "date"


def test_a_leap_day_far_from_any_is_refused() -> None:
    with pytest.raises(Refusal, match=r"29\.02\.2026 не бывает"):
        parse_day("29.02", TODAY, CALENDAR)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("15", "2026-11-24T15:00"),
        ("15:00", "2026-11-24T15:00"),
        ("в 15", "2026-11-24T15:00"),
        ("9:05", "2026-11-24T09:05"),
        ("0:00", "2026-11-24T00:00"),
        ("пт 11:00", "2026-11-27T11:00"),
        ("в пт в 11", "2026-11-27T11:00"),
        ("28.11 15:30", "2026-11-28T15:30"),
        ("28.11.2026 15:30", "2026-11-28T15:30"),
        ("28 15", "2026-11-28T15:00"),
        ("28 ноября 15:30", "2026-11-28T15:30"),
        ("завтра 10:00", "2026-11-25T10:00"),
        ("завтра в 10", "2026-11-25T10:00"),
        ("+3рд 12:00", "2026-11-27T12:00"),
        ("завтра", "2026-11-25T09:00"),
        ("28.11", "2026-11-28T09:00"),
        ("2026-11-28", "2026-11-28T09:00"),
        ("через 3 дня", "2026-11-27T09:00"),
        ("через 30 мин", "2026-11-24T10:30"),
        ("через 90 минут", "2026-11-24T11:30"),
        ("через час", "2026-11-24T11:00"),
        ("через полчаса", "2026-11-24T10:30"),
        ("+2ч", "2026-11-24T12:00"),
        ("+20 ч", "2026-11-25T06:00"),
        ("2026-11-28T15:30", "2026-11-28T15:30"),
        ("2026-11-28 15:30", "2026-11-28T15:30"),
        ("2026-11-28T15:30:20", "2026-11-28T15:30:20"),
        ("2026-11-28T12:30Z", "2026-11-28T15:30+03:00"),
        ("2026-11-28T17:30+05:00", "2026-11-28T15:30+03:00"),
    ],
)
def test_a_moment_is_read_as_it_is_meant(typed: str, moment: str) -> None:
    found = parse_moment(typed, NOW, CALENDAR)
    here = datetime.fromisoformat(moment).astimezone()
    assert (found, found.utcoffset()) == (here, here.utcoffset())


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("25", "Не получилось прочитать «25»"),
        ("24:00", "Не получилось"),
        ("15:60", "Не получилось"),
        ("150", "Не получилось"),
        ("когда-нибудь", "Не получилось"),
        ("когда-нибудь 15:00", "Не получилось"),
        ("2026-11-28T25:00", "Не получилось"),
        ("31.11 15:00", "31.11.2026 не бывает"),
        ("0001-01-01T10:00", "Проверьте год"),
        ("", "Значение не указано"),
    ],
)
def test_a_moment_that_is_not_is_refused(typed: str, says: str) -> None:
    with pytest.raises(Refusal, match=says) as refused:
        parse_moment(typed, NOW, CALENDAR)
    assert refused.value.code == "moment"


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2026-11", "2026-11"),
        ("2026-1", "2026-01"),
        ("11.2026", "2026-11"),
        ("01.2027", "2027-01"),
        ("1/2027", "2027-01"),
        ("ноябрь", "2026-11"),
        ("Ноябрь 2026", "2026-11"),
        ("ноября 2026 г.", "2026-11"),
        ("январь", "2027-01"),
        ("май", "2026-05"),
        ("апрель", "2027-04"),
        ("дек", "2026-12"),
        ("март 2027 года", "2027-03"),
    ],
)
def test_a_month_is_read_as_it_is_meant(typed: str, period: str) -> None:
    assert parse_period(typed, TODAY) == period


@pytest.mark.parametrize(
    "typed", ["", "13.2026", "2026-00", "мартобрь", "11", "28.11.2026", "2026-11-28", "11.1926", "9999-01"]
)
def test_a_month_that_is_not_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_period(typed, TODAY)
    assert refused.value.code == "period"


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_written_day_is_read_back(today: date, day: date) -> None:
    assert parse_day(dates.day_text(day), today, CALENDAR) == parse_day(day.isoformat(), today, CALENDAR) == day


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 30)))
def test_a_written_moment_is_read_back(moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0).astimezone()
    assert parse_moment(dates.moment_text(minute), NOW, CALENDAR) == minute


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(1, 31))
def test_a_bare_day_number_is_never_past(today: date, number: int) -> None:
    try:
        found = parse_day(str(number), today, CALENDAR)
    except Refusal:
        assert number > 28
    else:
        assert found.day == number
        assert timedelta(0) <= found - today < timedelta(days=62)


def answer(ask: Callable[[], object]) -> object:
    """What a parser gives: a value, or the refusal."""
    try:
        return ask()
    except Refusal as refusal:
        return refusal


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), typed_text)
def test_no_text_is_more_than_a_date_or_a_refusal(today: date, text: str) -> None:
    now = datetime(today.year, today.month, today.day, tzinfo=UTC)
    answers = {
        "date": answer(lambda: parse_day(text, today, CALENDAR)),
        "moment": answer(lambda: parse_moment(text, now, CALENDAR)),
        "period": answer(lambda: parse_period(text, today)),
    }
    for code, found in answers.items():
        if isinstance(found, Refusal):
            assert found.code == code
            assert found.message == clean_text(found.message)
        else:
            assert isinstance(found, str if code == "period" else date)
