"""Each lint holds over the whole source, sees the sin it is for, and keeps no needless exception."""

import pytest

from tests.architecture.allowed import ALLOWED
from tests.architecture.lints import LINTS, Lint
from tests.architecture.lints_of_structure import STRUCTURE
from tests.architecture.source import Allowed, Finding, Module, modules, needless, unexcused

ALL = {lint.sentence: lint for lint in (*STRUCTURE, *LINTS)}


def found(lint: Lint) -> list[Finding]:
    """What the lint finds in the checkout."""
    return [f for module in modules("src", "tests") if lint.reads(module.place) for f in lint.findings(module)]


@pytest.mark.parametrize("sentence", ALL)
def test_the_source_keeps_it(sentence: str) -> None:
    breaches = unexcused(found(ALL[sentence]), ALLOWED.get(sentence, ()))
    assert not breaches, "\n".join(breaches)


@pytest.mark.parametrize("sentence", ALL)
def test_the_lint_sees_the_sin_and_nothing_else(sentence: str) -> None:
    lint = ALL[sentence]
    assert lint.reads(lint.sample)
    assert list(lint.findings(Module(lint.sample, lint.sin)))
    assert list(lint.findings(Module(lint.sample, lint.fine))) == []


@pytest.mark.parametrize("sentence", ALLOWED)
def test_each_exception_is_still_needed_and_has_a_reason(sentence: str) -> None:
    idle = needless(found(ALL[sentence]), ALLOWED[sentence])
    assert not idle, "\n".join(idle)
    assert all(len(entry.reason.split()) >= 5 for entry in ALLOWED[sentence])


def test_an_exception_covers_its_own_place_alone() -> None:
    entry = Allowed("src/cs_workbench/cli/*", "textual*", "a command loads only what it needs")
    inside, outside = (Finding(f"src/cs_workbench/{place}", 3, "textual.app") for place in ("cli/run.py", "app.py"))
    assert unexcused([inside, outside], [entry]) == ["src/cs_workbench/app.py:3: textual.app"]
    assert needless([outside], [entry]) == ["src/cs_workbench/cli/*: textual*"]
