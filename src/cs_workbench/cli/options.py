"""The global options, read before any command: `--db`, `--now`, `--user`, `--config`, `--json`, `--debug`, wherever
they stand.

Standard library and settings only: `today` and the bare command are answered before Typer is imported.
"""

from dataclasses import dataclass

from cs_workbench import settings
from cs_workbench.kernel.clock import Clock, SystemClock, parse_clock
from cs_workbench.kernel.errors import Refusal
from cs_workbench.workbench import Workbench

VALUED = {
    "--db": "CS_WORKBENCH_DB",
    "--now": "CS_WORKBENCH_NOW",
    "--user": "CS_WORKBENCH_USER",
    "--config": "CS_WORKBENCH_CONFIG",
}
FLAGS = ("--json", "--debug")


@dataclass
class Options:
    """What was given; None where it was not."""

    db: str | None = None
    now: str | None = None
    user: str | None = None
    config: str | None = None
    json: bool = False
    debug: bool = False

    def settings(self) -> settings.Settings:
        """Settings with the options over them."""
        return settings.load(self.db, self.user, self.config)

    def clock(self) -> Clock:
        """The clock, fixed by `--now` or `CS_WORKBENCH_NOW`."""
        moment = self.now or settings.environment("CS_WORKBENCH_NOW")
        return parse_clock(moment) if moment else SystemClock()

    def open(self) -> Workbench:
        """The workbench that the options name."""
        return Workbench.open(self.settings(), self.clock())


def split(arguments: list[str]) -> tuple[Options, list[str]]:
    """The global options taken out of the arguments, and what remains."""
    options, rest = Options(), []
    waiting = iter(arguments)
    for argument in waiting:
        name, equals, value = argument.partition("=")
        if argument in FLAGS:
            setattr(options, argument[2:], True)
        elif name in VALUED and (equals or argument == name):
            given = value if equals else next(waiting, None)
            if given is None:
                raise Refusal("usage", f"После {name} нужно значение.")
            setattr(options, name[2:], given)
        else:
            rest.append(argument)
    return options, rest
