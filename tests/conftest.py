"""What every test stands on: a home of its own, Moscow time, no network beyond this machine, set examples."""

import ipaddress
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

SOURCE = Path(__file__).resolve().parents[1] / "src"
HOMES = ("APPDATA", "HOME", "LOCALAPPDATA", "USERPROFILE")
XDG = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME")

# `ci` gives the same examples in every run; `--hypothesis-profile=search` looks for new ones.
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("ci")


def pytest_configure() -> None:
    """Before any test: the zone, none of this person's settings, and child programs find this checkout."""
    for name in [name for name in os.environ if name.startswith("CS_WORKBENCH_")]:
        del os.environ[name]
    os.environ.pop("NO_COLOR", None)
    os.environ["PYTHONPATH"] = str(SOURCE)
    os.environ["TZ"] = "Europe/Moscow"
    if hasattr(time, "tzset"):  # Windows keeps its own zone
        time.tzset()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder: data, settings and caches of the person who runs the tests are out of reach."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in HOMES:
        monkeypatch.setenv(name, str(folder))
    for name in XDG:
        monkeypatch.delenv(name, raising=False)
    return folder


def _is_here(address: Any) -> bool:
    """Whether a socket's address is on this machine: a local socket, or a loopback host."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """A connection or a name beyond loopback fails at once, with its address."""
    really_connect, really_look_up = socket.socket.connect, socket.getaddrinfo

    def connect(self: socket.socket, address: Any) -> None:
        assert _is_here(address), f"a test may not reach {address}"
        really_connect(self, address)

    def look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host or ""
        assert _is_here((name,)), f"a test may not look up {name}"
        return really_look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket, "getaddrinfo", look_up)
        yield
