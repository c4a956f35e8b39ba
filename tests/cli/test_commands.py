"""The command line: JSON on stdout, exit codes, batches, the card, undo (design 7)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cs_workbench.__main__ import main

NOW = "2026-11-24T10:00:00"
Answer = tuple[int, Any]
Run = Callable[..., Answer]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with `--json`; its exit code and what it printed (a list where it printed JSON lines)."""

    def command(*arguments: str, now: str = NOW) -> Answer:
        code = main(["--db", str(tmp_path / "desk.db"), "--now", now, "--user", "manager", "--json", *arguments])
        printed = capsys.readouterr().out
        documents = [json.loads(line) for line in printed.splitlines() if line.strip()]
        return code, documents[0] if len(documents) == 1 else documents

    return command


def _client(run: Run, name: str = "ООО Ромашка") -> int:
    code, answer = run("do", "clients.add", f"name={name}")
    assert code == 0
    return int(answer["created"]["client"][0])


def test_an_act_answers_what_it_did(run: Run) -> None:
    code, answer = run("do", "clients.add", "name=ООО Ромашка")
    assert code == 0
    assert answer["ok"] is True
    assert answer["entry"] == 1
    assert answer["message"] == "Клиент «ООО Ромашка» добавлен."


def test_a_refusal_answers_one_and_says_why(run: Run) -> None:
    code, answer = run("do", "clients.add", "name=   ")
    assert code == 1
    assert answer == {"ok": False, "error": {"code": "empty", "field": "name", "message": answer["error"]["message"]}}


@pytest.mark.parametrize(
    "arguments", [("nothing",), ("do",), ("do", "clients.add", "name"), ("list",), ("today", "--limit", "x")]
)
def test_a_command_written_wrongly_answers_two(run: Run, arguments: tuple[str, ...]) -> None:
    try:
        code, _ = run(*arguments)
    except SystemExit as ended:  # argparse's own way out
        code = int(str(ended.code))
    assert code == 2


def test_the_environment_answers_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "photo.db"
    path.write_bytes(b"\x89PNG" * 1000)
    assert main(["--db", str(path), "--json", "today"]) == 3
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "damaged"


def test_today_gives_the_queue(run: Run) -> None:
    client = _client(run)
    run("do", "tasks.add", "text=Позвонить", "on=2026-11-24", f"client={client}")
    code, answer = run("today")
    assert code == 0
    assert answer["day"] == "2026-11-24"
    assert answer["counts"]["promised"] == 1
    item = answer["items"][0]
    assert (item["rule"], item["client_id"], item["record"], item["tier"]) == ("TASK", client, "task", 1)
    assert item["terms"] == {"D": 7.2}


def test_today_of_a_split_and_a_limit(run: Run) -> None:
    for number in range(3):
        run("do", "tasks.add", f"text=Дело {number}", "on=2026-11-24")
    _, answer = run("today", "--split", "promised", "--limit", "2")
    assert len(answer["items"]) == 2
    assert answer["counts"]["promised"] == 3


def test_a_batch_goes_on_after_a_bad_line(run: Run, tmp_path: Path) -> None:
    lines = [
        {"action": "clients.add", "name": "ООО Ромашка"},
        {"action": "clients.add", "name": ""},
        "not json",
        {"action": "clients.note", "client": "$last.client", "text": "Звонить после 14"},
    ]
    path = tmp_path / "batch.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    code, answers = run("do", "--batch", str(path))
    assert code == 1
    assert [answer["ok"] for answer in answers] == [True, False, False, True]


def test_an_atomic_batch_is_all_or_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "batch.jsonl"
    path.write_text(
        '{"action": "clients.add", "name": "ООО Ромашка"}\n{"action": "clients.add", "name": " "}', encoding="utf-8"
    )
    code, answer = run("do", "--batch", str(path), "--atomic")
    assert code == 1
    assert answer["error"]["message"].startswith("Строка 2")
    assert run("list", "client")[1]["total"] == 0


def test_a_list_with_a_condition(run: Run) -> None:
    _client(run)
    _client(run, "АО Проезд")
    code, answer = run("list", "client", "--where", "name=АО Проезд")
    assert code == 0
    assert (answer["record"], answer["total"], answer["rows"][0]["state"]) == ("client", 1, "unassigned")
    assert run("list", "planet")[0] == 1
    assert run("list", "client", "--where", "colour=red")[0] == 1


def test_the_card_of_a_client(run: Run) -> None:
    client = _client(run)
    code, card = run("show", "client", str(client))
    assert code == 0
    expected = {
        "debt",
        "health",
        "health_terms",
        "next",
        "contacts",
        "sites",
        "assets",
        "subscriptions",
        "invoices",
        "promises",
        "requests",
    }
    assert expected | {"timeline", "id", "name"} <= set(card)
    assert (card["debt"], card["health"], card["next"]) == ("0.00", 100, None)
    assert run("show", "client", "Ромашка")[1]["id"] == client
    assert run("show", "client", "77")[0] == 1


def test_undo_and_redo_answer_as_an_act_does(run: Run) -> None:
    _client(run)
    code, answer = run("undo")
    assert (code, answer["ok"], answer["undone"]) == (0, True, 1)
    assert run("list", "client")[1]["total"] == 0
    code, answer = run("redo")
    assert (code, answer["redone"], answer["created"]) == (0, 1, {"client": [1]})
    assert run("undo", "--entry", "77")[0] == 1


def test_what_can_be_undone_is_listed(run: Run) -> None:
    _client(run)
    run("undo")
    _client(run, "АО Проезд")
    assert [entry["message"] for entry in run("undo", "--list")[1]["entries"]] == ["Клиент «АО Проезд» добавлен."]


def test_the_journal_of_a_client(run: Run) -> None:
    client = _client(run)
    _client(run, "АО Проезд")
    _, answer = run("journal", "--client", str(client))
    assert [(entry["entry"], entry["user"], entry["action"]) for entry in answer["entries"]] == [
        (1, "manager", "clients.add")
    ]


def test_the_catalogues(run: Run) -> None:
    actions = run("actions")[1]["actions"]
    assert {"name", "title", "key", "phrases", "schema"} <= set(actions[0])
    rules = {rule["id"]: rule for rule in run("rules")[1]["rules"]}
    assert (rules["PAY-CALL"]["tier"], rules["TASK"]["split"]) == (2, "promised")


def test_a_copy_and_its_restoring(run: Run) -> None:
    _client(run)
    code, answer = run("backup")
    assert code == 0
    _client(run, "АО Лишнее")
    assert run("restore", answer["file"], "--preview")[1]["tables"]["client"] == 1
    assert run("list", "client")[1]["total"] == 2
    assert run("restore", answer["file"])[0] == 0
    assert run("list", "client")[1]["total"] == 1


def test_the_doctor_is_content(run: Run) -> None:
    _client(run)
    code, answer = run("doctor")
    assert (code, answer["ok"]) == (0, True)


def test_words_for_a_person_go_to_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = ["--db", str(tmp_path / "desk.db"), "--now", NOW]
    assert main([*common, "do", "clients.add", "name=ООО [/] Ромашка"]) == 0
    for command in (
        ["today"],
        ["list", "client"],
        ["show", "client", "1"],
        ["journal"],
        ["actions"],
        ["rules"],
        ["doctor"],
        ["undo", "--list"],
    ):
        assert main([*common, *command]) == 0
    assert "[/]" in capsys.readouterr().out


def test_an_option_without_its_value_answers_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["today", "--db"]) == 2
    assert "--db" in capsys.readouterr().err


def test_the_screens_need_a_terminal(run: Run) -> None:
    code, answer = run()
    assert code == 1
    assert answer["error"]["code"] == "terminal"


def test_a_server_is_refused_clearly(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--db", "postgresql+psycopg://desk@localhost/desk", "today", "--json"]) == 3
    assert "sqlite_only" in capsys.readouterr().out
