"""`do`: one action from `field=value` arguments, or many from JSON lines."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cs_workbench.cli import answers
from cs_workbench.cli.options import Options
from cs_workbench.kernel.action import Done
from cs_workbench.kernel.errors import Refusal
from cs_workbench.workbench import Workbench

_LAST = re.compile(r"\$last\.([a-z_]+)")


def as_json(done: Done) -> dict[str, Any]:
    """The answer of an acknowledged act."""
    return {
        "ok": True,
        "message": done.message,
        "created": done.created,
        "changed": done.changed,
        "warnings": done.warnings,
        "entry": done.entry,
        "follow_ups": [{"action": next_.action, "inputs": next_.inputs, "why": next_.why} for next_ in done.follow_ups],
    }


def say(options: Options, done: Done, **more: Any) -> None:
    """Answer one act."""
    if options.json:
        answers.document({**as_json(done), **more})
        return
    answers.show(done.message)
    for warning in done.warnings:
        answers.tell(f"Внимание: {warning}")
    for next_ in done.follow_ups:
        answers.tell(f"Дальше: {next_.action} — {next_.why}")


def fields_of(arguments: list[str]) -> dict[str, str]:
    """`field=value` arguments; a value that begins with @ stays as it is."""
    fields = {}
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if not equals or not name:
            raise Refusal("usage", f"Параметр «{argument}» записан неверно: нужно поле=значение.")
        fields[name] = value
    return fields


def one(options: Options, action: str, arguments: list[str]) -> int:
    """Perform one action."""
    workbench = options.open()
    try:
        say(options, workbench.perform(action, fields_of(arguments)))
    finally:
        workbench.close()
    return answers.DONE


def many(options: Options, source: str, *, atomic: bool) -> int:
    """Perform the actions of a file of JSON lines (`-`: standard input, each line answered as it comes), each by
    itself, or all or none.
    """
    lines: Iterable[str] = sys.stdin if source == "-" else _read(Path(source)).split("\n")
    if atomic:
        lines = list(lines)  # a transaction waits for nobody
    workbench = options.open()
    try:
        return _atomic(options, workbench, lines) if atomic else _each(options, workbench, lines)
    finally:
        workbench.close()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal("no_file", f"Файл {path} не читается: нужен текст в UTF-8.", "batch") from error


def _lines(lines: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]] | Refusal]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            action = given.pop("action")
        except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
            yield Refusal("line", f"Строка {number}: нужен объект JSON с полем action.")
            continue
        yield str(action), given


def _filled(fields: Mapping[str, Any], last: Mapping[str, int]) -> dict[str, Any]:
    """`$last.client` put in the place of the id last created of that record."""

    def put(match: re.Match[str]) -> str:
        if match[1] not in last:
            raise Refusal("last", f"В этом пакете ещё не создано ни одной записи {match[1]}.")
        return str(last[match[1]])

    return {name: _LAST.sub(put, value) if isinstance(value, str) else value for name, value in fields.items()}


def _each(options: Options, workbench: Workbench, lines: Iterable[str]) -> int:
    code, last = answers.DONE, dict[str, int]()
    for line in _lines(lines):
        try:
            if isinstance(line, Refusal):
                raise line
            done = workbench.perform(line[0], _filled(line[1], last))
        except Refusal as refusal:
            code = answers.REFUSED
            _refused(options, refusal)
            continue
        last.update({record: ids[-1] for record, ids in done.created.items()})
        say(options, done)
    return code


def _atomic(options: Options, workbench: Workbench, lines: Iterable[str]) -> int:
    found: list[Done] = []
    last: dict[str, int] = {}
    try:
        with workbench.together() as act:
            for line in _lines(lines):
                if isinstance(line, Refusal):
                    raise line
                found.append(act(line[0], _filled(line[1], last)))
                last.update({record: ids[-1] for record, ids in found[-1].created.items()})
    except Refusal as refusal:
        at = f"Строка {len(found) + 1}: {refusal.message} Ничего не записано."
        _refused(options, Refusal(refusal.code, at, refusal.field))
        return answers.REFUSED
    for done in found:
        say(options, done)
    return answers.DONE


def _refused(options: Options, refusal: Refusal) -> None:
    if options.json:
        answers.document(answers.refusal_document(refusal.code, refusal.message, refusal.field))
    else:
        answers.tell(refusal.message)
