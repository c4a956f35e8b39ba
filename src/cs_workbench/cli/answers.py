"""How the command line answers: one JSON document on stdout or words for a person, and the exit code.

0 done, 1 refused, 2 usage, 3 the environment. This is the command line's one door for errors: no traceback passes it.
"""

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any, TextIO

from cs_workbench.cli.options import Options
from cs_workbench.failures import report
from cs_workbench.kernel.errors import Refusal, Unavailable
from cs_workbench.kernel.text import clean_text

DONE, REFUSED, USAGE, ENVIRONMENT = 0, 1, 2, 3


def document(value: Any, out: TextIO | None = None) -> None:
    """One JSON document, handed over at once: an act is acknowledged when its line has been read."""
    print(json.dumps(value, ensure_ascii=False, default=str), file=out or sys.stdout, flush=True)


def refusal_document(code: str, message: str, field: str | None = None) -> dict[str, Any]:
    """What a refusal looks like to a program."""
    return {"ok": False, "error": {"code": code, "field": field, "message": message}}


def show(message: str) -> None:
    """Words for a person, on stdout; a terminal obeys nothing that data or arguments have brought into them."""
    print(clean_text(message))


def tell(message: str) -> None:
    """The same on stderr: warnings and refusals."""
    print(clean_text(message), file=sys.stderr)


def guarded(options: Options, act: Callable[[], int | None]) -> int:
    """Run a command and turn whatever it raises into an answer and an exit code."""
    try:
        return act() or DONE
    except Refusal as refusal:
        _refuse(options, refusal.code, refusal.message, refusal.field)
        return USAGE if refusal.code == "usage" else REFUSED
    except Unavailable as error:
        _refuse(options, error.code, error.message, None)
        return ENVIRONMENT
    except BrokenPipeError:
        return DONE
    except KeyboardInterrupt:
        tell("Прервано.")
        return REFUSED
    except Exception as error:  # the one door of the command line: a defect is reported, never shown raw
        where = report(error, options.clock().now(), whole=options.debug)
        _refuse(options, "internal", f"Ошибка программы: ничего не записано. Подробности: {where}", None)
        return ENVIRONMENT


def _refuse(options: Options, code: str, message: str, field: str | None) -> None:
    if options.json:
        document(refusal_document(code, message, field))
    tell(f"{message}" if field is None else f"{field}: {message}")


def table(title: str, columns: Mapping[str, str], rows: list[dict[str, Any]]) -> None:
    """A rich table for a person: columns by key and their titles."""
    from rich.console import Console  # only a person needs it: JSON answers must stay quick
    from rich.table import Table
    from rich.text import Text

    drawn = Table(title=Text(clean_text(title)))
    for name in columns.values():
        drawn.add_column(Text(name))
    for row in rows:
        drawn.add_row(*(Text(clean_text(str("" if row.get(key) is None else row[key]))) for key in columns))
    Console().print(drawn)
