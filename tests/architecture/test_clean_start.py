"""A clean interpreter proves what loads what: `today` is answered without the toolkit of the screens."""

import json
import subprocess
import sys

import pytest

from tests.architecture.source import PACKAGE, modules

LOAD = """
import importlib, json, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps(list(sys.modules)))
"""

SHORT_START = ("calendar", "clock", "dates", "errors", "money", "queue", "rule", "terms", "text", "today")


def loaded_by(*names: str) -> set[str]:
    """The top packages in memory after a new interpreter has imported these modules."""
    done = subprocess.run([sys.executable, "-c", LOAD, *names], capture_output=True, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip().splitlines()[-1]
        pytest.fail(f"{', '.join(names)} cannot be imported: {said}", pytrace=False)
    return {name.partition(".")[0] for name in json.loads(done.stdout)}


@pytest.mark.parametrize("name", ["domain.catalogue", "workbench", "cli.today"])
def test_loads_without_textual(name: str) -> None:
    assert "textual" not in loaded_by(f"{PACKAGE}.{name}")


@pytest.mark.parametrize("heavy", ["sqlalchemy", "sqlmodel", "pydantic", "openpyxl", "python_calamine", "typer"])
def test_the_first_frame_waits_for_none_of_the_domain(heavy: str) -> None:
    assert heavy not in loaded_by(f"{PACKAGE}.cli.screens", f"{PACKAGE}.app", f"{PACKAGE}.screens.today")


@pytest.mark.parametrize("name", ["app", "cli.commands", "cli.today", "domain.performer", "screens.house"])
def test_no_template_is_loaded_before_the_first_letter(name: str) -> None:
    assert "jinja2" not in loaded_by(f"{PACKAGE}.{name}")


def test_the_queue_half_of_the_kernel_is_the_standard_library_alone() -> None:
    loaded = loaded_by(*(f"{PACKAGE}.kernel.{name}" for name in SHORT_START))
    assert loaded - sys.stdlib_module_names - {PACKAGE} == loaded_by() - sys.stdlib_module_names


def test_the_rules_load_without_the_database_and_the_models() -> None:
    rules = [module.name for module in modules(f"src/{PACKAGE}/domain") if ".rule" in module.name]
    assert f"{PACKAGE}.domain.rulebook" in rules
    assert loaded_by(*rules).isdisjoint({"pydantic", "sqlalchemy", "sqlmodel", "textual"})
