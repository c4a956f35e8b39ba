"""Where a text for the clipboard goes: the desktop's tool, the terminal, a private file."""

import os
import stat
import sys
from pathlib import Path

import pytest

from cs_workbench.connectors import clipboard
from cs_workbench.connectors.clipboard import FILE, Plan, Put, keep, plan, put

XTERM = {"TERM": "xterm-256color"}
XCLIP = ("xclip", "-selection", "clipboard")
XSEL = ("xsel", "--clipboard", "--input")


def everything(name: str) -> str:
    """Every tool is there."""
    return f"/usr/bin/{name}"


@pytest.mark.parametrize(
    ("environment", "platform", "planned"),
    [
        (XTERM, "linux", Plan((), terminal=True, file=False)),
        ({**XTERM, "DISPLAY": ":0"}, "linux", Plan((XCLIP, XSEL), terminal=True, file=False)),
        ({**XTERM, "DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "linux", Plan((("wl-copy",), XCLIP, XSEL), True, False)),
        ({**XTERM, "DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"}, "linux", Plan((), terminal=True, file=False)),
        ({**XTERM, "WSL_DISTRO_NAME": "Debian"}, "linux", Plan((("clip.exe",),), terminal=True, file=False)),
        ({**XTERM, "TMUX": "/tmp/tmux"}, "linux", Plan((), terminal=True, file=True)),
        ({"TERM": "screen-256color"}, "linux", Plan((), terminal=True, file=True)),
        ({"TERM": "linux"}, "linux", Plan((), terminal=False, file=True)),
        ({}, "linux", Plan((), terminal=False, file=True)),
        (XTERM, "darwin", Plan((("pbcopy",),), terminal=True, file=False)),
        ({**XTERM, "TERM_PROGRAM": "Apple_Terminal"}, "darwin", Plan((("pbcopy",),), terminal=True, file=True)),
        ({}, "win32", Plan((("clip",),), terminal=True, file=False)),
    ],
)
def test_what_can_be_tried_here(environment: dict[str, str], platform: str, planned: Plan) -> None:
    assert plan(environment, platform, everything) == planned


def test_a_tool_that_is_not_installed_is_not_tried() -> None:
    assert plan({**XTERM, "DISPLAY": ":0"}, "linux", lambda _: None).tools == ()


def test_a_kept_text_is_its_owner_s_alone_and_takes_the_place_of_the_last(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    keep("старый текст подлиннее", folder)
    path = keep("текст", folder)
    assert path == folder / FILE
    assert path.read_text("utf-8") == "текст\n"
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="the tool of the test is a shell script")
@pytest.mark.parametrize(("ends_with", "taken"), [(0, True), (1, False)])
def test_the_tool_gets_the_text_and_when_it_fails_the_next_way_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends_with: int, taken: bool
) -> None:
    got, tool = tmp_path / "got", tmp_path / "xclip"
    tool.write_text(f'#!/bin/sh\ncat > "{got}"\nexit {ends_with}\n', encoding="utf-8")
    tool.chmod(0o755)
    for name in (*clipboard.REMOTE, "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TMUX", "STY", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (("TERM", "linux"), ("DISPLAY", ":0"), ("PATH", f"{tmp_path}:{os.defpath}")):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    found = put("счёт № 5", tmp_path / "cache")
    assert got.read_text("utf-8") == "счёт № 5"
    assert found == (Put("xclip", False, None) if taken else Put("", False, tmp_path / "cache" / FILE))
