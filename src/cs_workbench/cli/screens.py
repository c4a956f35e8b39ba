"""`run`: opens the screens. The database is opened and the first screenful read in a thread while Textual is
imported.
"""

import os
import sys

from cs_workbench.cli import answers
from cs_workbench.cli.options import Options
from cs_workbench.kernel.errors import Refusal
from cs_workbench.opened import Opened


def show(options: Options) -> tuple[int, str]:
    """Open the workbench on the terminal; returns the exit code, and the command that is wanted next (mostly none)."""
    if os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        raise Refusal("terminal", "Экраны открываются только в терминале. В сценариях: cs-workbench today --json.")
    # A card that follows the cursor must not wait for two frames of a sixtieth.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    opened = Opened(options.open)
    from cs_workbench.app import WorkbenchApp  # Textual, while the thread reads

    app = WorkbenchApp(opened.workbench, opened.head)
    app.run()
    opened.workbench.close()
    if app.report:
        answers.tell(app.report)
        return answers.ENVIRONMENT, ""
    return app.return_code or answers.DONE, app.wanted
