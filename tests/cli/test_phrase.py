"""`do --phrase`: what the phrase line of the screens reads is performed from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cs_workbench.__main__ import main

Answer = tuple[int, Any]
Run = Callable[..., Answer]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with `--json` on a database with one client, who owes."""

    def command(*arguments: str) -> Answer:
        code = main(["--db", str(tmp_path / "desk.db"), "--now", "2026-11-24T10:00", "--json", *arguments])
        return code, json.loads(capsys.readouterr().out)

    assert command("do", "clients.add", "name=ООО «Ромашка»")[0] == 0
    bill = ("client=1", "number=118", "issued_on=20.11", "sum=15000", "kind=one_off")
    assert command("do", "billing.add_invoice", *bill)[0] == 0
    return command


def test_a_promise_in_a_phrase(run: Run) -> None:
    code, answer = run("do", "--phrase", "обещал 28 15000", "--client", "1")
    assert code == 0
    assert answer["created"] == {"promise": [1]}
    assert answer["read"]["action"] == "collection.promise"
    assert answer["read"]["inputs"] == {"client": "1", "on": "28.11.2026", "sum": "15000"}


def test_the_client_may_be_named_in_the_phrase(run: Run) -> None:
    assert run("do", "--phrase", "Ромашка не берёт")[0] == 0
    code, answer = run("do", "--phrase", "не берёт")
    assert (code, answer["error"]["field"]) == (1, "client")


def test_an_unknown_text_becomes_a_note(run: Run) -> None:
    code, answer = run("do", "--phrase", "хочет: отчёт", "--client", "ромашка")
    assert code == 0
    assert (answer["read"]["note"], answer["read"]["inputs"]["text"]) == (True, "хочет: отчёт")


def test_words_left_over_are_kept_as_a_note(run: Run) -> None:
    code, answer = run("do", "--phrase", "обещал 27 15000 если придёт аванс", "--client", "1")
    assert code == 0
    assert answer["read"]["rest"] == "если придёт аванс"
    assert run("list", "note")[1]["rows"][0]["text"] == "если придёт аванс"


def test_what_is_missing_is_refused_by_its_field(run: Run) -> None:
    code, answer = run("do", "--phrase", "обещал", "--client", "1")
    assert (code, answer["error"]["code"], answer["error"]["field"]) == (1, "required", "on")


def test_inputs_may_be_given_beside_the_phrase(run: Run) -> None:
    assert run("do", "--phrase", "перезвонить в 22", "--client", "1")[1]["error"]["code"] == "confirm"
    assert run("do", "--phrase", "перезвонить в 22", "--client", "1", "confirm=да")[0] == 0


def test_a_day_that_does_not_exist_is_refused(run: Run) -> None:
    code, answer = run("do", "--phrase", "обещал 31.11", "--client", "1")
    assert (code, answer["error"]["code"]) == (1, "date")
