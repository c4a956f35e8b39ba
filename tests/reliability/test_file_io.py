"""Nothing but SQLite touches a live database (reliability 11): a file that is opened and closed beside it drops its
locks, and a commit is lost.
"""

import json
from pathlib import Path

from cs_workbench.cli.commands import app
from cs_workbench.storage import backup
from tests.connectors.statements import encoded, income, statement
from tests.desk import Desk
from tests.reliability.children import Child

NEED_A_TERMINAL = {"run"}


def every_command(folder: Path, copy: Path) -> list[list[str]]:
    """Each command once, with what it reads and writes in a folder."""
    bank, batch = folder / "kl_to_1c.txt", folder / "batch.jsonl"
    bank.write_bytes(encoded(statement([income()])))
    batch.write_text('{"action": "tasks.add", "text": "Позвонить", "on": "сегодня"}\n', encoding="utf-8")
    return [
        ["do", "tasks.add", "text=Проверить", "on=завтра"],
        ["do", "--batch", str(batch)],
        ["do", "--batch", str(batch), "--atomic"],
        ["today"],
        ["actions"],
        ["rules"],
        ["list", "client"],
        ["show", "client", "1"],
        ["import", "bank", str(bank), "--preview"],
        ["import", "bank", str(bank)],
        ["export", "client", str(folder / "clients.xlsx")],
        ["report", "month", str(folder / "month.xlsx")],
        ["report", "day"],
        ["agenda"],
        ["templates"],
        ["find", "Ромашка"],
        ["undo"],
        ["redo"],
        ["undo", "--list"],
        ["journal"],
        ["backup"],
        ["restore", str(copy), "--preview"],
        ["restore", str(copy)],
        ["doctor"],
        ["demo", "--generate", str(folder / "demo.db"), "--clients", "3"],
    ]


def test_no_file_io_on_live_db(tmp_path: Path) -> None:
    """Every command of the command line, and the screens, in one process that is watched."""
    desk = Desk(tmp_path)
    desk.do("clients.add", name="ООО Ромашка")
    desk.bench.copy("manual")
    db = Path(desk.bench.where)
    copy = backup.kept(db)[0]
    desk.close()
    commands = every_command(tmp_path, copy)
    named = {command.name for command in app.registered_commands}
    assert named - {words[0] for words in commands} == NEED_A_TERMINAL, "a new command is watched here too"
    with Child("tests.reliability.audited", str(db), json.dumps(commands)) as child:
        answer = json.loads(child.finish())
    assert answer["seen"] == []
    assert dict(zip([" ".join(words[:2]) for words in commands], answer["codes"], strict=True)) == {
        " ".join(words[:2]): 0 for words in commands
    }
