"""The reliability suite sits at a desk, as everything that acts does."""

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
