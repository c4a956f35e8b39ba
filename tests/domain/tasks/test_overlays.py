"""Snooze, mute, pin and wake: what the manager lays over computed lines, and takes off again."""

from datetime import UTC, date, datetime

import pytest

from tests.desk import Desk


@pytest.fixture
def client(desk: Desk) -> int:
    """A client of whom two tasks are due today."""
    number = desk.new("client", "clients.add", name="Ромашка")
    desk.do("tasks.add", text="Раз", on="сегодня", client=number)
    desk.do("tasks.add", text="Два", on="сегодня", client=number)
    return number


def texts(desk: Desk, split: str = "promised") -> list[str]:
    """What a split shows, in order."""
    return [item.text for item in desk.items(split=split)]


FIRST = "TASK:task:1:"


class TestSnooze:
    """A line put off is in «Отложено» until its moment."""

    def test_a_line_goes_to_the_snoozed_and_comes_back_at_its_moment(self, desk: Desk, client: int) -> None:
        done = desk.there_and_back("tasks.snooze", key=FIRST, until="пт 11:00", reason="ждём юристов")
        assert done.message == "Отложено до 27.11.2026 11:00."
        assert (texts(desk), texts(desk, "snoozed")) == (["Два"], ["Раз"])
        assert desk.item("TASK", split="snoozed").snoozed == (
            datetime(2026, 11, 27, 8, 0, tzinfo=UTC),
            "ждём юристов",
        )
        desk.at("2026-11-27T10:59")
        assert texts(desk) == ["Два"]
        desk.at("2026-11-27T11:00")
        assert texts(desk) == ["Раз", "Два"]

    @pytest.mark.parametrize(
        ("typed", "until"),
        [
            ("завтра", "2026-11-25T09:00"),
            ("пт", "2026-11-27T09:00"),
            ("+3рд", "2026-11-27T09:00"),
            ("25", "2026-11-25T09:00"),
            ("15", "2026-12-15T09:00"),
            ("конец", "2026-11-30T09:00"),
            ("через 30 мин", "2026-11-24T10:30"),
            ("15:30", "2026-11-24T15:30"),
            ("2026-11-25T08:15", "2026-11-25T08:15"),
        ],
    )
    def test_what_a_manager_types(self, desk: Desk, client: int, typed: str, until: str) -> None:
        desk.do("tasks.snooze", key=FIRST, until=typed)
        (snooze,) = desk.rows("snooze")
        assert snooze["until"] == datetime.fromisoformat(until).astimezone(UTC)

    def test_a_later_snooze_takes_the_place_of_an_older_one(self, desk: Desk, client: int) -> None:
        desk.do("tasks.snooze", key=FIRST, until="завтра", reason="ждём", wake="да")
        desk.there_and_back("tasks.snooze", key=FIRST, until="пт")
        (snooze,) = desk.rows("snooze")
        assert (snooze["reason"], snooze["wake_on_event"], snooze["seen"]) == (None, False, None)
        assert snooze["until"] == datetime(2026, 11, 27, 6, 0, tzinfo=UTC)

    def test_a_snooze_is_its_clients(self, desk: Desk, client: int) -> None:
        desk.do("tasks.snooze", key=FIRST, until="завтра")
        desk.do("tasks.snooze", key=f"PAY-CALL:client:{client}:2026-11", until="завтра")
        assert [row["client_id"] for row in desk.rows("snooze")] == [client, client]

    def test_a_line_about_no_record_can_be_put_off(self, desk: Desk) -> None:
        item = desk.item("BANK-GET")
        assert item.record_id == 0
        desk.there_and_back("tasks.snooze", key=item.key, until="завтра", wake="да")
        assert "BANK-GET" not in desk.rules()

    def test_a_key_of_an_area_to_come_is_kept_without_a_client(self, desk: Desk) -> None:
        desk.do("tasks.snooze", key="SH-PRE:spaceship:5:2026-11", until="завтра", wake="да")
        assert desk.rows("snooze")[0]["client_id"] is None

    @pytest.mark.parametrize("until", ["24.11 10:00", "2026-11-24", "вчера"])
    def test_a_moment_past_is_refused(self, desk: Desk, client: int, until: str) -> None:
        refusal = desk.refused("tasks.snooze", key=FIRST, until=until)
        assert (refusal.code, refusal.field) == ("past", "until")

    @pytest.mark.parametrize(("until", "code"), [("31", "date"), ("45", "date"), ("когда-нибудь", "moment")])
    def test_a_moment_that_is_not_one_is_refused(self, desk: Desk, client: int, until: str, code: str) -> None:
        refusal = desk.refused("tasks.snooze", key=FIRST, until=until)
        assert (refusal.code, refusal.field) == (code, "until")

    def test_a_day_off_is_told(self, desk: Desk, client: int) -> None:
        assert "выходной" in desk.do("tasks.snooze", key=FIRST, until="сб").warnings[0]

    def test_further_than_a_year_is_asked_about(self, desk: Desk, client: int) -> None:
        desk.asked("tasks.snooze", key=FIRST, until="2027-12-01")

    @pytest.mark.parametrize(
        "key",
        ["абракадабра", "TASK:task:1", "task:1", "TASK:task:один:", "TASK:task:1:2026:11", "TASK::1:", "TASK:task:-1:"],
    )
    def test_what_is_no_key_is_refused(self, desk: Desk, client: int, key: str) -> None:
        refusal = desk.refused("tasks.snooze", key=key, until="завтра")
        assert (refusal.code, refusal.field) == ("key", "key")

    def test_a_key_of_a_lost_record_is_refused(self, desk: Desk) -> None:
        refusal = desk.refused("tasks.snooze", key="TASK:task:77:", until="завтра")
        assert (refusal.code, refusal.field) == ("unknown", "key")


class TestWakingByEvent:
    """A snooze that waits for an event ends with the act that brings it."""

    def test_the_record_of_the_line_changed(self, desk: Desk, client: int) -> None:
        desk.do("tasks.snooze", key=FIRST, until="пт", wake="да")
        assert texts(desk) == ["Два"]
        done = desk.there_and_back(
            "tasks.set_next", for_="task:1", at="сегодня", waiting_for="Пётр", expected_at="завтра"
        )
        assert ("snooze", 1) in done.changed
        assert desk.rows("snooze") == []
        assert "Раз (ждём: Пётр)" in texts(desk)

    def test_another_record_changed(self, desk: Desk, client: int) -> None:
        desk.do("tasks.snooze", key=FIRST, until="пт", wake="да")
        desk.do("tasks.set_next", for_="task:2", at="завтра")
        desk.do("clients.note", client=client, text="Звонили")
        assert texts(desk) == []
        assert len(desk.rows("snooze")) == 1

    def test_a_snooze_without_an_event_stays(self, desk: Desk, client: int) -> None:
        desk.do("tasks.snooze", key=FIRST, until="пт")
        desk.do("tasks.set_next", for_="task:1", at="завтра")
        assert len(desk.rows("snooze")) == 1

    def test_an_undone_event_brings_the_snooze_back_and_it_still_waits(self, desk: Desk, client: int) -> None:
        desk.do("tasks.snooze", key=FIRST, until="пт", wake="да")
        desk.do("tasks.set_next", for_="task:1", at="завтра")
        desk.undo()
        desk.do("clients.note", client=client, text="Другое дело")
        assert texts(desk, "snoozed") == ["Раз"]
        desk.do("tasks.done", task=1)
        assert desk.rows("snooze") == []

    def test_anything_new_of_a_client_is_an_event_of_its_own_lines(self, desk: Desk, client: int) -> None:
        other = desk.new("client", "clients.add", name="Лютик")
        key = f"PAY-CALL:client:{client}:2026-11"
        desk.do("tasks.snooze", key=key, until="пт", wake="да")
        desk.do("clients.log_talk", client=other, text="Не о том")
        assert len(desk.rows("snooze")) == 1
        desk.there_and_back("clients.log_talk", client=client, text="Перезвонили сами")
        assert desk.rows("snooze") == []

    def test_another_snooze_mute_or_pin_is_no_event(self, desk: Desk, client: int) -> None:
        desk.do("tasks.snooze", key=f"PAY-CALL:client:{client}:2026-11", until="пт", wake="да")
        desk.do("tasks.snooze", key=FIRST, until="пт")
        desk.do("tasks.mute", key="TASK:task:2:", reason="не нужно")
        desk.do("tasks.pin", key=FIRST)
        assert len(desk.rows("snooze")) == 2

    def test_a_snooze_whose_time_is_over_is_left_alone(self, desk: Desk, client: int) -> None:
        desk.do("tasks.snooze", key=FIRST, until="завтра", wake="да")
        desk.at("2026-11-26T10:00")
        desk.do("tasks.done", task=1)
        assert len(desk.rows("snooze")) == 1


class TestMute:
    """A rule silenced for a record, in every period."""

    def test_a_line_is_not_shown_any_more(self, desk: Desk, client: int) -> None:
        done = desk.there_and_back("tasks.mute", key=FIRST, reason="закрыто договором")
        assert done.message == "Больше не показывать: закрыто договором."
        assert (texts(desk), texts(desk, "snoozed")) == (["Два"], [])
        assert [(row["key"], row["client_id"]) for row in desk.rows("mute")] == [("TASK:task:1", client)]

    def test_a_key_of_one_period_and_one_of_every_period_mean_the_same(self, desk: Desk, client: int) -> None:
        desk.do("tasks.mute", key=f"PAY-CALL:client:{client}:2026-11", reason="раз")
        desk.there_and_back("tasks.mute", key=f"PAY-CALL:client:{client}", reason="два")
        assert [(row["key"], row["reason"]) for row in desk.rows("mute")] == [(f"PAY-CALL:client:{client}", "два")]

    def test_until_a_day_that_day_among_them(self, desk: Desk, client: int) -> None:
        done = desk.do("tasks.mute", key=FIRST, reason="отпуск", until="30.11")
        assert done.message == "Больше не показывать до 30.11.2026 включительно: отпуск."
        assert desk.rows("mute")[0]["until"] == date(2026, 11, 30)
        desk.at("2026-11-30T10:00")
        assert texts(desk) == ["Два"]
        desk.at("2026-12-01T10:00")
        assert texts(desk) == ["Раз", "Два"]

    def test_a_reason_is_needed(self, desk: Desk, client: int) -> None:
        assert desk.refused("tasks.mute", key=FIRST).field == "reason"

    def test_a_day_past_is_refused(self, desk: Desk, client: int) -> None:
        refusal = desk.refused("tasks.mute", key=FIRST, reason="отпуск", until="23.11.2026")
        assert (refusal.code, refusal.field) == ("past", "until")

    def test_what_is_no_key_is_refused(self, desk: Desk) -> None:
        assert desk.refused("tasks.mute", key="мимо", reason="отпуск").code == "key"


class TestPin:
    """A line held at the top."""

    def test_a_pinned_line_stands_first(self, desk: Desk, client: int) -> None:
        assert texts(desk) == ["Раз", "Два"]
        desk.there_and_back("tasks.pin", key="TASK:task:2:")
        assert texts(desk) == ["Два", "Раз"]
        assert desk.items()[0].pinned

    def test_a_pinned_line_is_not_pinned_twice(self, desk: Desk, client: int) -> None:
        desk.do("tasks.pin", key=FIRST)
        refusal = desk.refused("tasks.pin", key=FIRST)
        assert (refusal.code, refusal.field) == ("already", "key")

    def test_what_is_no_key_is_refused(self, desk: Desk) -> None:
        assert desk.refused("tasks.pin", key="TASK:task:1").code == "key"


class TestWake:
    """Everything taken off again."""

    def test_all_that_lies_over_a_line_is_taken_off(self, desk: Desk, client: int) -> None:
        desk.do("tasks.snooze", key=FIRST, until="пт")
        desk.do("tasks.mute", key=FIRST, reason="не нужно")
        desk.do("tasks.pin", key=FIRST)
        desk.do("tasks.pin", key="TASK:task:2:")
        desk.there_and_back("tasks.wake", key=FIRST)
        assert [len(desk.rows(name)) for name in ("snooze", "mute", "pin")] == [0, 0, 1]
        assert texts(desk) == ["Два", "Раз"]

    def test_a_mute_can_be_named_by_its_own_key(self, desk: Desk, client: int) -> None:
        desk.do("tasks.mute", key=FIRST, reason="не нужно")
        desk.do("tasks.wake", key="TASK:task:1")
        assert texts(desk) == ["Раз", "Два"]

    def test_a_line_under_nothing_is_refused(self, desk: Desk, client: int) -> None:
        desk.do("tasks.snooze", key=FIRST, until="завтра")
        desk.do("tasks.mute", key="TASK:task:2:", reason="не нужно", until="завтра")
        desk.at("2026-11-26T10:00")
        for key in (FIRST, "TASK:task:2:"):
            refusal = desk.refused("tasks.wake", key=key)
            assert (refusal.code, refusal.field) == ("nothing", "key")


def test_many_lines_are_put_off_as_one_act(desk: Desk, client: int) -> None:
    """Bulk: two lines, one journal entry, one undo."""
    done = desk.bench.perform_as_one("tasks.snooze", [{"key": f"TASK:task:{n}:", "until": "пт"} for n in (1, 2)])
    assert done.created == {"snooze": [1, 2]}
    assert texts(desk) == []
    desk.undo()
    assert texts(desk) == ["Раз", "Два"]
