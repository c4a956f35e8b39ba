"""The real program with a defect put in, for `test_program.py`: Ctrl+B breaks it where `CRASH` says, with a name in its
variables.
"""

import os
import sys
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from cs_workbench import app as module
from cs_workbench.__main__ import main
from cs_workbench.app import WorkbenchApp
from cs_workbench.kernel.action import Done
from cs_workbench.workbench import Workbench

CANARY = "Канарейкин-4510-123456"


class CrashingApp(WorkbenchApp):
    """Breaks on demand."""

    CSS_PATH = str(Path(module.__file__).with_name("screens") / "workbench.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+b", "break", "сломать", priority=True)]

    def action_break(self) -> None:
        """In a key, in an act, or in a thread that reads."""
        where = os.environ["CRASH"]
        if where == "key":
            self._fail(CANARY)
        elif where == "act":
            self.act(self._broken_act)
        else:
            self.run_worker(lambda: self._fail(CANARY), thread=True, exit_on_error=False)

    def _broken_act(self, workbench: Workbench) -> Done:
        passport = f"паспорт {CANARY}"
        workbench.perform("tasks.add", {"text": "До поломки", "on": "завтра"})
        self._fail(passport)
        raise AssertionError

    def _fail(self, name: str) -> None:
        client = {"name": name, "phone": name}
        raise ValueError(f"cannot do it for {client}")


if __name__ == "__main__":
    module.WorkbenchApp = CrashingApp  # type: ignore[misc]
    sys.exit(main())
