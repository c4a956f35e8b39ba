"""The one family of errors that a person may see.

`Refusal` says that an input or a state forbids the act; `Unavailable` says that the environment does (no database, a
lock, a newer schema). Everything else is a defect and is reported by the one door in `app.py` and `cli`.
"""

from collections.abc import Callable


class Refusal(Exception):
    """An act that cannot be done as asked.

    `code` is a stable word for programs, `message` a Russian sentence that says what is wrong and what to do, `field`
    the input at fault.
    """

    def __init__(self, code: str, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field

    def at(self, field: str) -> "Refusal":
        """The same refusal, laid at an input; a field that is already named stays."""
        return Refusal(self.code, self.message, self.field or field)


class Unavailable(Exception):
    """The environment does not allow the program to work (exit code 3): cannot open, locked, damaged, made by a newer
    version.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Cancelled(Exception):
    """The person stopped a long act; nothing of it is kept."""


def caught(check: Callable[[], object]) -> Refusal | None:
    """The refusal of a check, for `Action.refusal`; None where it passes."""
    try:
        check()
    except Refusal as refusal:
        return refusal
    return None
