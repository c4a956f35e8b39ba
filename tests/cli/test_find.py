"""`find` and `show client` on the command line: what a program gets of a client."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cs_workbench.__main__ import main

Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with `--json` and give what it printed."""

    def command(*arguments: str) -> Any:
        options = ["--db", str(tmp_path / "desk.db"), "--now", "2026-11-24T10:00", "--user", "manager"]
        assert main([*options, "--json", *arguments]) == 0
        return json.loads(capsys.readouterr().out)

    return command


@pytest.fixture
def romashka(run: Run) -> Run:
    """A client with a contact, a site, a request that was handed over, a conflict, answers and an invoice."""
    run("do", "clients.add", "name=ООО «Ромашка»", "inn=7707083893")
    run("do", "clients.add_contact", "client=1", "name=Пётр", "phone=8 916 123-45-67")
    run("do", "clients.add_site", "client=1", "name=Двор")
    run("do", "clients.add_asset", "site=1", "category=camera", "serial=77")
    run("do", "requests.register", "client=1", "kind=tech", "text=Камера не читает номера")
    run("do", "requests.take", "request=1")
    run("do", "requests.hand_over", "request=1", "dept=support", "incomplete=true", "confirm=true")
    step = ("severity=normal", "demand=скидка", "next_step=позвонить", "next_at=завтра 11:00")
    run("do", "requests.open_conflict", "client=1", *step)
    run("do", "clients.record_needs", "client=1", "goals=без охраны")
    run("do", "billing.add_invoice", "client=1", "number=118", "issued_on=16.11.2026", "sum=1000", "kind=one_off")
    return run


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("ромашка", ("name", "7707083893", "client", 1)),
        ("770708", ("inn", "7707083893", "client", 1)),
        ("+7 (916) 123-45-67", ("phone", "+79161234567", "contact", 1)),
        ("118", ("invoice", "118", "invoice", 1)),
        ("камера", ("request", "Камера не читает номера", "request", 1)),
    ],
)
def test_find_says_what_matched(romashka: Run, text: str, row: tuple[Any, ...]) -> None:
    (found,) = romashka("find", text)["rows"]
    assert list(found) == ["kind", "client_id", "client", "text", "record", "id"]
    assert (found["client_id"], found["client"]) == (1, "ООО «Ромашка»")
    assert (found["kind"], found["text"], found["record"], found["id"]) == row


def test_find_of_nothing_is_an_empty_list(romashka: Run) -> None:
    assert romashka("find", "лютик") == {"rows": []}


def test_the_card_has_sites_equipment_requests_conflicts_and_needs(romashka: Run) -> None:
    card = romashka("show", "client", "1")
    assert [one["name"] for one in card["sites"]] == ["Двор"]
    assert [(one["category"], one["state"]) for one in card["assets"]] == [("camera", "reported")]
    assert [one["text"] for one in card["requests"]] == ["Камера не читает номера"]
    assert [one["demand"] for one in card["conflicts"]] == ["скидка"]
    assert (card["needs"]["goals"], card["needs"]["state"]) == ("без охраны", "partial")
    assert {"request", "handover", "conflict"} <= {event["record"] for event in card["timeline"]}


def test_a_client_whom_nobody_asked_has_no_needs(run: Run) -> None:
    run("do", "clients.add", "name=Весна")
    assert run("show", "client", "1")["needs"] is None
