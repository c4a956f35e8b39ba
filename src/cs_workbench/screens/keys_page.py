"""Every key on one page: `python -m cs_workbench.screens.keys_page` writes `docs/keys.md` from the screens' bindings
and the actions' declarations; a test fails when the page is stale.

The last table, the forty calls of the 20th, says how many keys lie between a row and the next for each outcome. A test
presses them in the program (`tests/screens/test_keys_page.py`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode

from cs_workbench.domain.catalogue import ACTIONS
from cs_workbench.kernel.text import count
from cs_workbench.presentation.calling import OUTCOMES
from cs_workbench.screens.base import WorkScreen
from cs_workbench.screens.dialogs.phrase import PhraseDialog
from cs_workbench.screens.doors import OTHER_CAPITAL, Doors
from cs_workbench.screens.house import make_screens
from cs_workbench.screens.today import TodayScreen
from cs_workbench.widgets.layout_keys import key_label
from cs_workbench.widgets.record_table import RecordTable

PAGE = Path(__file__).parents[3] / "docs" / "keys.md"
PROMISED = "27 15000"
TYPED = {"3": "15", "4": PROMISED}
"""What is typed after a digit that asks; the other lines may stay empty."""


class Way(NamedTuple):
    """The keys from a row to the next: on `Звонки` and on `Сегодня`."""

    outcome: str
    calls: tuple[str, ...]
    today: tuple[str, ...]


def ways() -> list[Way]:
    """For each outcome by its digit, then for a promise that is written down by itself."""
    found = []
    for outcome in OUTCOMES:
        rest = (*TYPED.get(outcome.digit, ""), "enter") if outcome.asks else ()
        found.append(Way(f"{outcome.digit} {outcome.word}", (outcome.digit, *rest), ("c", outcome.digit, *rest)))
    promise = ("p", *PROMISED, "enter")
    return [*found, Way("обещание без звонка", promise, promise)]


def page() -> str:
    """The whole page."""
    screens = [TodayScreen(()), *make_screens().values()]
    parts = [
        "# Клавиши",
        "Страница собрана из программы: `python -m cs_workbench.screens.keys_page`. Каждая буква работает в обеих "
        "раскладках: `c/с` — одна и та же клавиша.",
        "## На каждом экране",
        _keys({**_own(WorkScreen), **_own(Doors)}),
        "## В списке",
        _keys(_own(RecordTable)),
    ]
    for screen in screens:
        parts += [f"## {screen.title_text}", _keys(_of_screen(type(screen)))]
    parts += ["## Строка фраз (F4)", _keys(_own(PhraseDialog)), "## Действия", _actions(), "## Сорок звонков 20-го"]
    parts += [_forty()]
    return "\n\n".join(parts) + "\n"


# Keys -----------------------------------------------------------------------------------------------------------


def _own(kind: type[DOMNode]) -> dict[str, str]:
    """The keys that a class itself binds, by what they do."""
    return {
        binding.key: binding.description
        for binding in Binding.make_bindings(vars(kind).get("BINDINGS", ()))
        if binding.description and not OTHER_CAPITAL.fullmatch(binding.key)
    }


def _of_screen(kind: type[WorkScreen]) -> dict[str, str]:
    """The keys of a screen beside those of every screen; what a class binds anew stands for its bases."""
    shared, found = _own(WorkScreen), dict[str, str]()
    for base in reversed(kind.__mro__[: kind.__mro__.index(WorkScreen)]):
        if issubclass(base, DOMNode):
            found.update(_own(base))
    return {key: what for key, what in found.items() if shared.get(key) != what}


def _keys(keys: Mapping[str, str]) -> str:
    said: dict[str, list[str]] = {}
    for key, what in keys.items():
        said.setdefault(what, []).append(f"`{key_label(key)}`")
    return _table(("Клавиша", "Что делает"), ((", ".join(labels), what) for what, labels in said.items()))


def _actions() -> str:
    rows = (
        (
            kind.facts.title,
            f"`{key_label(kind.facts.key)}`" if kind.facts.key else "",
            ", ".join(f"«{phrase}»" for phrase in kind.facts.phrases),
            f"`{name}`",
        )
        for name, kind in ACTIONS.items()
    )
    return _table(("Действие", "Клавиша", "Фразы (F4)", "Имя"), rows)


def _forty() -> str:
    rows = (
        (way.outcome, _pressed(way.calls), str(len(way.calls)), _pressed(way.today), str(len(way.today)))
        for way in ways()
    )
    least = len(ways()[0].calls) * 40
    words = (
        "Сколько клавиш от строки клиента до следующей строки, если исход такой. После исхода курсор сам стоит на "
        f"следующем клиенте: сорок недозвонов подряд — {count(least, 'клавиша', 'клавиши', 'клавиш')} на экране "
        "«Звонки»."
    )
    return f"{words}\n\n" + _table(("Исход", "«Звонки»", "Клавиш", "«Сегодня»", "Клавиш"), rows)


def _pressed(keys: Sequence[str]) -> str:
    """`4 27 15000 Enter`: keys as they are pressed, a typed text in one piece."""
    head = [key for key in keys[:2] if key in "cp"] or []
    rest = keys[len(head) :]
    digit = [] if head == ["p"] else [rest[0]]
    typed = "".join(key for key in rest[len(digit) :] if len(key) == 1)
    words = [*(key_label(key) for key in head), *digit, *([f"«{typed}»"] if typed else [])]
    return " ".join([*words, *(["Enter"] if keys[-1] == "enter" else [])])


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(_lines(head, rows))


def _lines(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
