"""The tests' own ground (`conftest.py`): nothing of this person or of the network gets in."""

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from platformdirs import user_data_path


def test_a_connection_beyond_this_machine_is_refused_at_once() -> None:
    with socket.socket() as client, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        client.connect(("192.0.2.1", 80))


def test_a_name_beyond_this_machine_is_not_looked_up() -> None:
    with pytest.raises(AssertionError, match="example"):
        socket.create_connection(("mail.example", 25))


def test_a_server_on_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as client:
        client.connect(server.getsockname())


def test_the_home_is_empty_and_of_this_test(home: Path) -> None:
    assert Path.home() == home
    assert list(home.iterdir()) == []
    assert user_data_path("cs-workbench").is_relative_to(home)


@pytest.mark.skipif(sys.platform == "win32", reason="the zone of Windows cannot be set for one program")
def test_the_clock_shows_moscow() -> None:
    assert time.timezone == -3 * 3600


def test_a_program_started_by_a_test_is_of_this_checkout() -> None:
    said = subprocess.check_output([sys.executable, "-c", "import cs_workbench as it; print(it.__file__)"], text=True)
    assert Path(said.strip()).parents[2] == Path(__file__).parents[1]
