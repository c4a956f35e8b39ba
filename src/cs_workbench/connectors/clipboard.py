"""The clipboard outside the terminal: the desktop's own tool where the program runs beside it, a private file where
nothing else is sure to work.

The terminal's clipboard (OSC 52) stands between the two; only the application can write to it, so `put` says that
it is to be tried. tmux and screen drop it by default, and so do terminals that do not know it: then the text is in
the file as well.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDS = 2.0
FILE = "copied.txt"
REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_UTF16 = ("clip", "clip.exe")  # Windows reads the code page of the console otherwise


@dataclass(frozen=True)
class Plan:
    """Tools to try in order; then whether the terminal may take it, and whether a file is needed all the same."""

    tools: tuple[tuple[str, ...], ...]
    terminal: bool
    file: bool


@dataclass(frozen=True)
class Put:
    """Where a text went: the tool that took it (nothing else is needed then), whether to hand it to the terminal,
    the file it is in.
    """

    tool: str
    terminal: bool
    file: Path | None


def plan(environment: Mapping[str, str], platform: str, found: Callable[[str], str | None]) -> Plan:
    """What can be tried here; `found` looks a tool up."""
    remote = any(environment.get(name) for name in REMOTE)
    tools = () if remote else tuple(tool for tool in _tools(environment, platform) if found(tool[0]))
    term = environment.get("TERM", "")
    terminal = platform == "win32" or term not in ("", "dumb", "linux")
    deaf = any(environment.get(name) for name in ("TMUX", "STY")) or environment.get("TERM_PROGRAM") == "Apple_Terminal"
    return Plan(tools, terminal, not terminal or deaf or term.startswith(("screen", "tmux")))


def _tools(environment: Mapping[str, str], platform: str) -> Sequence[tuple[str, ...]]:
    if platform == "darwin":
        return [("pbcopy",)]
    if platform == "win32":
        return [("clip",)]
    tools: list[tuple[str, ...]] = []
    if environment.get("WAYLAND_DISPLAY"):
        tools.append(("wl-copy",))
    if environment.get("DISPLAY"):
        tools += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    if environment.get("WSL_DISTRO_NAME"):
        tools.append(("clip.exe",))
    return tools


def put(text: str, folder: Path) -> Put:
    """Give a text to the clipboard of this machine, or keep it in a private file of `folder` where that is not sure
    to work.
    """
    here = plan(os.environ, sys.platform, shutil.which)
    for tool in here.tools:
        if _handed(tool, text):
            return Put(tool[0], terminal=False, file=None)
    return Put("", here.terminal, keep(text, folder) if here.file else None)


def _handed(tool: Sequence[str], text: str) -> bool:
    data = text.encode("utf-16" if tool[0] in _UTF16 else "utf-8")
    try:
        # xclip stays behind to serve the selection: its output must be nobody's, or this would wait for it.
        done = subprocess.run(
            tool, input=data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def keep(text: str, folder: Path) -> Path:
    """Write a text to the one file for it, readable by its owner alone; the last text was there before."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / FILE
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        print(text, file=file)
    return path
