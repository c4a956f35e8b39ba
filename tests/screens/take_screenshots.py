"""Takes the pictures of the README from the demo month: `python -m tests.screens.take_screenshots`."""

import asyncio
import re
import tempfile
from pathlib import Path

from cs_workbench.app import WorkbenchApp
from cs_workbench.demo.month import generate
from cs_workbench.kernel.clock import parse_clock
from cs_workbench.opened import first_screenful
from cs_workbench.settings import Settings
from cs_workbench.workbench import Workbench
from tests.screens.pilot import Hands

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
NOW = "2026-11-24T10:00:00"
WALK = {
    "morning": ("g", "b"),
    "today": ("f2",),
    "calls": ("g", "c"),
    "money": ("g", "m"),
    "requests": ("g", "r"),
    "client": ("f2", "enter"),
}
"""The keys that lead from one picture to the next."""

FONT = re.compile(r"@font-face\s*{[^}]*}")
"""A picture takes nothing from the network: the reader's own monospaced font will do."""


async def take(folder: Path) -> None:
    """Open the demo month and write each picture as SVG."""
    path = folder / "demo.db"
    generate(path, clock=parse_clock(NOW))
    settings = Settings(db=str(path), user="manager", config=folder / "config.toml", briefing=False)
    workbench = Workbench.open(settings, parse_clock(NOW))
    app = WorkbenchApp(workbench, first_screenful(workbench))
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with app.run_test(size=(130, 36)) as pilot:
        hands = Hands(app, pilot, russian=False)
        await hands.settle()
        for name, keys in WALK.items():
            await hands.press(*keys)
            picture = FONT.sub("", app.export_screenshot(title="cs-workbench"))
            (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")
    workbench.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(take(Path(made)))
