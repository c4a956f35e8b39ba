"""The desk at which the tests of the domain sit: Tuesday 24 November 2026, ten in the morning."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk."""
    here = Desk(tmp_path)
    yield here
    here.close()
