"""Reads the global options and hands over to the screens, to `today`, or to the other commands.

The screens and `today` are dispatched before Typer is imported: they must be quick.
"""

import gc

from cs_workbench.cli import answers
from cs_workbench.cli.options import Options, split
from cs_workbench.kernel.errors import Refusal


def dispatch(given: list[str]) -> int:
    """Run one command; returns the exit code."""
    try:
        options, rest = split(given)
    except Refusal as refusal:
        answers.tell(refusal.message)
        return answers.USAGE
    return answers.guarded(options, lambda: _dispatch(options, rest))


def _dispatch(options: Options, rest: list[str]) -> int:
    if rest[:1] == ["today"]:
        from cs_workbench.cli import today  # argparse

        return today.run(options, rest[1:])
    if rest in ([], ["run"]):
        from cs_workbench.cli.screens import show  # Textual: only the screens need it

        code, wanted = show(options)
        if wanted != "demo":
            return code
        from cs_workbench.cli import demo  # only the first start asks for it

        return demo.run(options, None)
    gc.enable()
    from cs_workbench.cli.commands import run as command  # Typer: the other commands can wait for it

    return command(options, rest)
