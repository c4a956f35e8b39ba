"""Letters: queued before anything leaves, their fate written down, nothing sent twice unasked."""

import re
from typing import Any

import pytest

from tests.desk import Desk

STATES = ("queued", "sent", "failed", "unknown", "dropped")


def letter_in(desk: Desk, state: str, **inputs: Any) -> int:
    """A letter brought to a state by actions."""
    number = desk.new(
        "outbox_message",
        "outbox.queue",
        **{"to": "buh@romashka.ru", "subject": "Счёт № 1", "text": "Добрый день!", **inputs},
    )
    if state == "sent":
        desk.do("outbox.sent", outbox_message=number)
    if state in ("failed", "unknown"):
        desk.do("outbox.failed", outbox_message=number, reason="нет связи", unknown=state == "unknown")
    if state == "dropped":
        desk.do("outbox.drop", outbox_message=number, reason="не нужно")
    assert desk.show("outbox_message", number)["state"] == state
    return number


class TestQueue:
    """A letter stands in the outbox first."""

    def test_a_letter_is_kept_whole(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        done = desk.there_and_back(
            "outbox.queue",
            to="Buh@Romashka.ru, dir@romashka.ru; buh@romashka.ru",
            subject="Счёт\nBcc: x@y.ru",
            text="Добрый день!\nСчёт во вложении.",
            for_=f"client:{client}",
            files="счёт.pdf\n\nакт.pdf\nсчёт.pdf",
        )
        letter = desk.show("outbox_message", desk.made(done, "outbox_message"))
        assert done.message == "Письмо «Счёт Bcc: x@y.ru» ждёт отправки: 2 адреса."
        assert letter["to"] == "buh@romashka.ru, dir@romashka.ru"
        assert letter["subject"] == "Счёт Bcc: x@y.ru"
        assert (letter["files"], letter["link"]) == ("счёт.pdf\nакт.pdf", f"client:{client}")
        assert (letter["state"], letter["attempts"], letter["client_id"]) == ("queued", 0, client)

    def test_each_letter_has_an_id_of_its_own_that_stays(self, desk: Desk) -> None:
        ids = {desk.show("outbox_message", letter_in(desk, "queued"))["message_id"] for _ in range(3)}
        assert len(ids) == 3
        assert all(re.fullmatch(r"<[0-9a-f-]{36}@cs-workbench>", one) for one in ids)
        desk.do("outbox.failed", outbox_message=1, reason="нет связи")
        desk.do("outbox.retry", outbox_message=1)
        assert desk.show("outbox_message", 1)["message_id"] in ids

    def test_the_client_is_that_of_what_the_letter_is_for(self, desk: Desk) -> None:
        client = desk.new("client", "clients.add", name="Ромашка")
        task = desk.new("task", "tasks.add", text="Позвонить", on="завтра", client=client)
        letter = letter_in(desk, "queued", for_=f"task:{task}")
        assert desk.show("outbox_message", letter)["client_id"] == client
        assert desk.show("outbox_message", letter_in(desk, "queued"))["client_id"] is None

    def test_one_address_is_told(self, desk: Desk) -> None:
        done = desk.do("outbox.queue", to="a@b.ru", subject="Счёт", text="Добрый день!")
        assert done.message == "Письмо «Счёт» ждёт отправки: a@b.ru."

    @pytest.mark.parametrize(
        ("inputs", "code", "field"),
        [
            ({"to": "a@b.ru, не почта"}, "email", "to"),
            ({"to": ", ;"}, "email", "to"),
            ({"to": ", ".join(f"a{n}@b.ru" for n in range(21))}, "too_many", "to"),
            ({"files": "\n".join(f"{n}.pdf" for n in range(21))}, "too_many", "files"),
            ({"subject": " "}, "empty", "subject"),
            ({"text": " "}, "empty", "text"),
            ({"for": "client:77"}, "unknown", "for"),
            ({"for": "spaceship:1"}, "unknown", "for"),
            ({"for": "клиент"}, "link", "for"),
        ],
    )
    def test_a_letter_that_cannot_be_sent_is_refused(
        self, desk: Desk, inputs: dict[str, str], code: str, field: str
    ) -> None:
        whole = {"to": "a@b.ru", "subject": "Счёт", "text": "Добрый день!", **inputs}
        refusal = desk.refused("outbox.queue", **whole)
        assert (refusal.code, refusal.field) == (code, field)


class TestStates:
    """Which fate may follow which."""

    @pytest.mark.parametrize(
        ("action", "allowed"),
        [
            ("outbox.sent", {"queued", "unknown"}),
            ("outbox.failed", {"queued", "unknown"}),
            ("outbox.retry", {"failed", "unknown"}),
            ("outbox.drop", {"queued", "failed", "unknown"}),
        ],
    )
    @pytest.mark.parametrize("state", STATES)
    def test_a_state_allows_or_forbids(self, desk: Desk, action: str, allowed: set[str], state: str) -> None:
        letter = letter_in(desk, state)
        inputs = {"reason": "нет связи"} if action in ("outbox.failed", "outbox.drop") else {}
        shown = desk.bench.refusal(action, {"outbox_message": letter})
        if state in allowed:
            assert shown is None
            assert desk.do(action, outbox_message=letter, confirm=True, **inputs).changed == [
                ("outbox_message", letter)
            ]
        else:
            refusal = desk.refused(action, outbox_message=letter, confirm=True, **inputs)
            assert (refusal.code, refusal.field) == ("state", "outbox_message")
            assert shown is not None
            assert shown.message == refusal.message

    def test_a_letter_that_is_not_there_is_refused(self, desk: Desk) -> None:
        refusal = desk.refused("outbox.sent", outbox_message=77)
        assert (refusal.code, refusal.field) == ("unknown", "outbox_message")


class TestSent:
    """A letter that left has left."""

    def test_it_cannot_be_undone(self, desk: Desk) -> None:
        letter = letter_in(desk, "queued")
        done = desk.do("outbox.sent", outbox_message=letter)
        assert desk.not_undone().code == "final"
        row = desk.show("outbox_message", letter)
        assert done.message == "Письмо «Счёт № 1» отправлено."
        assert (row["state"], row["sent_at"], row["reason"]) == ("sent", desk.bench.clock.now(), None)

    def test_its_queueing_cannot_be_undone_either(self, desk: Desk) -> None:
        done = desk.do("outbox.queue", to="a@b.ru", subject="Счёт", text="Добрый день!")
        desk.do("outbox.sent", outbox_message=desk.made(done, "outbox_message"))
        assert desk.not_undone(done.entry).code == "changed_since"


class TestFailed:
    """A letter that did not leave waits in the queue for a person's word (rule NEXT)."""

    def test_a_failed_letter_stands_in_the_queue_until_it_is_sent_again(self, desk: Desk) -> None:
        letter = letter_in(desk, "queued")
        assert "NEXT" not in desk.rules()
        done = desk.there_and_back("outbox.failed", outbox_message=letter, reason="ящик переполнен")
        item = desk.item("NEXT")
        assert done.message == "Письмо «Счёт № 1» — не ушло: ящик переполнен."
        assert item.text == "Нет следующего шага: письмо не ушло — «Счёт № 1», buh@romashka.ru"
        assert "ящик переполнен" in item.why
        desk.there_and_back("outbox.retry", outbox_message=letter)
        assert "NEXT" not in desk.rules()
        row = desk.show("outbox_message", letter)
        assert (row["state"], row["attempts"], row["reason"]) == ("queued", 1, None)

    def test_a_letter_that_may_have_left_is_sent_again_only_when_asked(self, desk: Desk) -> None:
        letter = letter_in(desk, "unknown")
        assert "неизвестно, ушло ли письмо" in desk.item("NEXT").text
        desk.asked("outbox.retry", outbox_message=letter)
        assert desk.show("outbox_message", letter)["attempts"] == 1

    def test_a_person_may_learn_that_it_did_leave(self, desk: Desk) -> None:
        letter = letter_in(desk, "unknown")
        desk.do("outbox.sent", outbox_message=letter)
        assert "NEXT" not in desk.rules()

    def test_a_letter_dropped_leaves_the_queue(self, desk: Desk) -> None:
        letter = letter_in(desk, "failed")
        done = desk.there_and_back("outbox.drop", outbox_message=letter, reason="позвонили")
        assert done.message == "Письмо «Счёт № 1» снято: позвонили."
        assert "NEXT" not in desk.rules()

    def test_a_reason_is_needed(self, desk: Desk) -> None:
        letter = letter_in(desk, "queued")
        assert desk.refused("outbox.drop", outbox_message=letter).field == "reason"
        assert desk.refused("outbox.failed", outbox_message=letter).field == "reason"


class TestNextStep:
    """A failed letter may be answered by a next step instead."""

    def test_a_reason_hides_it_for_good(self, desk: Desk) -> None:
        letter = letter_in(desk, "failed")
        desk.there_and_back("tasks.set_next", for_=f"outbox_message:{letter}", reason="отдали лично")
        desk.at("2027-01-11T10:00")
        assert "NEXT" not in desk.rules()

    @pytest.mark.parametrize("inputs", [{"at": "27.11"}, {"waiting_for": "Ромашка", "expected_at": "27.11"}])
    def test_a_day_hides_it_until_then(self, desk: Desk, inputs: dict[str, str]) -> None:
        letter = letter_in(desk, "failed")
        desk.do("tasks.set_next", for_=f"outbox_message:{letter}", **inputs)
        seen = {}
        for day in ("2026-11-24", "2026-11-26", "2026-11-27"):
            desk.at(f"{day}T10:00")
            seen[day] = "NEXT" in desk.rules()
        assert seen == {"2026-11-24": False, "2026-11-26": False, "2026-11-27": True}

    def test_a_letter_that_fails_again_is_back(self, desk: Desk) -> None:
        letter = letter_in(desk, "failed")
        desk.do("tasks.set_next", for_=f"outbox_message:{letter}", reason="отдали лично")
        desk.do("outbox.retry", outbox_message=letter)
        desk.do("outbox.failed", outbox_message=letter, reason="нет связи")
        assert "NEXT" in desk.rules()

    @pytest.mark.parametrize("state", ["sent", "dropped"])
    def test_a_letter_that_is_settled_needs_none(self, desk: Desk, state: str) -> None:
        letter = letter_in(desk, state)
        assert desk.refused("tasks.set_next", for_=f"outbox_message:{letter}", at="завтра").code == "closed"


def test_many_letters_are_sent_again_as_one_act(desk: Desk) -> None:
    letters = [letter_in(desk, "failed") for _ in range(3)]
    done = desk.bench.perform_as_one("outbox.retry", [{"outbox_message": letter} for letter in letters])
    assert done.message == "Отправить снова: 3 записи."
    assert {row["state"] for row in desk.rows("outbox_message")} == {"queued"}
