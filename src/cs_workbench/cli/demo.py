"""`demo`: a lived-in month in a database of its own; it opens no other database."""

from pathlib import Path

from cs_workbench.cli import answers
from cs_workbench.cli.options import Options
from cs_workbench.settings import demo_db

CLIENTS = 120
SEED = 2026


def run(
    options: Options, generate: Path | None, clients: int = CLIENTS, seed: int = SEED, *, fresh: bool = False
) -> int:
    """Write a demo database, or open the kept one (made anew where there is none or where it was asked for)."""
    from cs_workbench.demo import month  # the domain and its data: only this command needs them

    if generate is not None:
        month.generate(generate, clients, seed, options.clock())
        if options.json:
            answers.document({"ok": True, "file": str(generate), "clients": clients})
        else:
            answers.show(f"Демонстрационная база записана: {generate}")
        return answers.DONE
    path = demo_db()
    if fresh:
        month.remove(path)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        month.generate(path, clients, seed, options.clock())
        month.demo_statement(path, options.clock())  # `b` on the screens offers it
    options.db = str(path)
    from cs_workbench.cli.screens import show  # Textual: only the screens need it

    code, _ = show(options)
    return code
