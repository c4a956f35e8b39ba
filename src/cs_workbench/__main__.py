"""The entry point: reads the global options and hands over to the screens, to `today`, or to the other commands.

The screens and `today` are dispatched before Typer is imported: they must be quick.
"""

import sys

from cs_workbench.cli import answers, today
from cs_workbench.cli.options import Options, split
from cs_workbench.kernel.errors import Refusal


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        options, rest = split(given)
    except Refusal as refusal:
        answers.tell(refusal.message)
        return answers.USAGE
    return answers.guarded(options, lambda: _dispatch(options, rest))


def _dispatch(options: Options, rest: list[str]) -> int:
    if rest[:1] == ["today"]:
        return today.run(options, rest[1:])
    if rest in ([], ["run"]):
        from cs_workbench.cli.screens import run  # Textual: only the screens need it

        return run(options)
    from cs_workbench.cli.commands import run as command  # Typer: the other commands can wait for it

    return command(options, rest)


if __name__ == "__main__":
    sys.exit(main())
