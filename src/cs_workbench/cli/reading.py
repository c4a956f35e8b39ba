"""Commands that read: the catalogues of actions and rules, lists of records, one record, the journal."""

from typing import Any

from cs_workbench.cli import answers
from cs_workbench.cli.batch import fields_of
from cs_workbench.cli.options import Options
from cs_workbench.domain import showing
from cs_workbench.domain.card import client_card
from cs_workbench.domain.catalogue import ACTIONS, RULES
from cs_workbench.domain.search import Found, Shelf, find_papers
from cs_workbench.storage import journal
from cs_workbench.workbench import Workbench

SHOWN = 50


def actions(options: Options) -> int:
    """The catalogue of actions."""
    found = [
        {
            "name": name,
            "title": kind.facts.title,
            "key": kind.facts.key,
            "phrases": kind.facts.phrases,
            "processes": kind.facts.processes,
            "dangerous": kind.facts.dangerous,
            "batch": kind.facts.batch,
            "schema": kind.model_json_schema(),
        }
        for name, kind in sorted(ACTIONS.items())
    ]
    if options.json:
        answers.document({"actions": found})
    else:
        answers.table("Действия", {"name": "Имя", "title": "Что делает", "key": "Клавиша"}, found)
    return answers.DONE


def rules(options: Options) -> int:
    """The catalogue of rules; a rule that looks at several records stands once."""
    by_id: dict[str, dict[str, Any]] = {}
    for rule in RULES:
        row = by_id.setdefault(
            rule.id, {"id": rule.id, "tier": int(rule.tier), "split": rule.split, "title": rule.title, "processes": []}
        )
        row["processes"] = sorted({*row["processes"], *rule.processes})
    found = list(by_id.values())
    if options.json:
        answers.document({"rules": found})
    else:
        answers.table("Правила", {"id": "Правило", "tier": "Ярус", "title": "Когда появляется"}, found)
    return answers.DONE


def rows(options: Options, record: str, where: list[str], limit: int | None) -> int:
    """The rows of a record."""
    workbench = options.open()
    try:
        with workbench.performer.reading(workbench.today()) as read:
            shown = limit if options.json or limit is not None else SHOWN
            found, total = showing.rows(read, record, fields_of(where), shown)
    finally:
        workbench.close()
    if options.json:
        answers.document({"record": record, "rows": found, "total": total})
    else:
        columns = list(found[0])[:8] if found else ["id"]
        answers.table(f"{record}: {len(found)} из {total}", {name: name for name in columns}, found)
    return answers.DONE


def one(options: Options, record: str, named: str) -> int:
    """One record; a client with the whole card."""
    workbench = options.open()
    try:
        today = workbench.today()
        showing.table_of(record)
        number = workbench.performer.find(record, named, today)
        found = _card(workbench, number) if record == "client" else _one(workbench, record, number)
    finally:
        workbench.close()
    if options.json:
        answers.document(found)
    else:
        rows = [{"field": name, "value": value} for name, value in found.items() if not isinstance(value, list | dict)]
        answers.table(f"{record} № {number}", {"field": "Поле", "value": "Значение"}, rows)
    return answers.DONE


def _one(workbench: Workbench, record: str, number: int) -> dict[str, Any]:
    with workbench.performer.reading(workbench.today()) as read:
        return showing.one(read, record, number)


def _card(workbench: Workbench, number: int) -> dict[str, Any]:
    items = workbench.items_of_client(number)
    with workbench.performer.reading(workbench.today()) as read:
        return client_card(read, number, items[0] if items else None)


def find(options: Options, text: str, limit: int) -> int:
    """Whatever a text may mean: clients, then invoices, requests and notes."""
    workbench = options.open()
    try:
        found: list[Found] = [*workbench.read(Shelf().find, text, limit), *workbench.read(find_papers, text)]
    finally:
        workbench.close()
    names = ("kind", "client_id", "client", "text", "record", "id")
    rows = [{name: getattr(one, name) for name in names} for one in found]
    if options.json:
        answers.document({"rows": rows})
    else:
        titles = {"kind": "Где", "client_id": "№", "client": "Клиент", "text": "Что нашлось"}
        answers.table(f"Найдено: {len(rows)}", titles, rows)
    return answers.DONE


def entries(options: Options, client: str | None, limit: int) -> int:
    """The journal, newest first."""
    workbench = options.open()
    try:
        number = None if client is None else workbench.performer.find("client", client, workbench.today())
        with workbench.performer.reading(workbench.today()) as read:
            found = journal.entries(read.session, number, limit)
    finally:
        workbench.close()
    shown = [{**entry, "at": showing.as_json(entry["at"])} for entry in found]
    if options.json:
        answers.document({"entries": shown})
    else:
        answers.table("Журнал", {"entry": "№", "at": "Когда", "user": "Кто", "message": "Что"}, shown)
    return answers.DONE
