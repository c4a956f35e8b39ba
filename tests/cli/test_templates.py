"""`templates`: what there is to change, and a copy of one in the user's own folder."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cs_workbench.__main__ import main

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command with `--json` and a config of its own."""

    def command(*arguments: str) -> tuple[int, Any]:
        where = ["--db", str(tmp_path / "desk.db"), "--config", str(tmp_path / "here" / "config.toml")]
        code = main([*where, "--now", "2026-11-24T10:00", "--json", *arguments])
        return code, json.loads(capsys.readouterr().out)

    return command


def listed(run: Run, name: str) -> dict[str, Any]:
    """What is said of one template."""
    code, answer = run("templates")
    assert code == 0
    (found,) = [one for one in answer["templates"] if one["name"] == name]
    return dict(found)


def test_templates_are_listed_with_the_place_of_the_user_s_own(run: Run, tmp_path: Path) -> None:
    found = listed(run, "reminder")
    assert found["title"] == "Напоминание об оплате: y на долге, письмо первой ступени."
    assert found["fields"]["invoices.rest"] == "сколько осталось оплатить по счёту"
    assert found["file"] == str(tmp_path / "here" / "templates" / "reminder.txt")
    assert (found["own"], found["problem"]) == (False, "")


def test_a_template_is_copied_once(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "here" / "templates" / "reminder.txt"
    assert run("templates", "--copy", "reminder") == (0, {"ok": True, "file": str(own)})
    own.write_text("Тема: моё\nмоё", encoding="utf-8")
    code, answer = run("templates", "--copy", "reminder.txt")
    assert (code, answer["error"]["code"], answer["error"]["field"]) == (1, "exists", "copy")
    assert own.read_text("utf-8") == "Тема: моё\nмоё"
    assert listed(run, "reminder")["own"] is True


def test_a_name_that_is_no_template_is_refused(run: Run, tmp_path: Path) -> None:
    code, answer = run("templates", "--copy", "../config")
    assert (code, answer["error"]["code"]) == (1, "unknown")
    assert not (tmp_path / "here").exists()


def test_a_broken_template_is_named_by_the_list_and_by_the_doctor(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "here" / "templates" / "reminder.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Тема: Х\n{{ ''.__class__ }}", encoding="utf-8")
    assert listed(run, "reminder")["problem"].startswith("так писать нельзя, строка 2")
    code, answer = run("doctor")
    assert code == 0
    said = [check["message"] for check in answer["checks"] if not check["ok"]]
    assert said == [
        f"Шаблон {own} не годится: так писать нельзя, строка 2: только поля, if, for и фильтры. Взят обычный."
    ]


def test_a_person_sees_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = ["--config", str(tmp_path / "config.toml")]
    assert main([*config, "templates"]) == 0
    assert "support_card" in capsys.readouterr().out
    assert main([*config, "templates", "--copy", "debt"]) == 0
    assert capsys.readouterr().out.strip().endswith("templates/debt.txt")
    (tmp_path / "templates" / "debt.txt").write_text("Тема: Х\n{{ clent }}", encoding="utf-8")
    assert main([*config, "templates"]) == 0
    assert "не годится" in " ".join(capsys.readouterr().out.split())


def test_an_act_whose_letter_needs_a_broken_template_is_done_and_says_so(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "here" / "templates" / "duplicate.txt"
    own.parent.mkdir(parents=True)
    own.write_text("{{ sum }}", encoding="utf-8")
    run("do", "clients.add", "name=Ромашка", "email=buh@romashka.ru")
    run("do", "billing.add_invoice", "client=1", "sum=100", "number=5", "issued_on=сегодня", "confirm=true")
    code, answer = run("do", "billing.send_invoice", "invoice=1")
    assert (code, answer["warnings"]) == (0, [])
    code, answer = run("do", "billing.send_invoice", "invoice=1")
    said = "Ваш шаблон duplicate.txt не годится: нет первой строки «Тема: …». Взят обычный."
    assert (code, answer["warnings"]) == (0, [said])
