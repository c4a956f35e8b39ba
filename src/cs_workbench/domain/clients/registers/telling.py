"""What a register will do or did, counted and worded: for the preview, for an action's sentence."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from cs_workbench.domain.clients.registers.lines import Rejected
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.progress import Progress
from cs_workbench.kernel.text import count
from cs_workbench.storage.unit import Work

Verdict = Literal["create", "update", "unchanged"]

SHOWN = 100
"""Lines of each verdict that a preview shows."""
TOLD = 20
"""Remarks of one kind that are told one by one; the rest are counted."""
STEP = 500
"""Lines planned or stored between two words of progress."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a register and its fate: who or what it is, and what of it changes."""

    line: int
    verdict: Verdict
    title: str
    details: str


@dataclass(slots=True)
class Tally:
    """What a plan comes to: lines by verdict, the first of each, those rejected, what is odd."""

    create: int = 0
    update: int = 0
    unchanged: int = 0
    shown: list[ShownLine] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    _seen: dict[str, int] = field(default_factory=dict)

    def note(self, line: int, verdict: Verdict, title: str, details: Iterable[str] = ()) -> None:
        """Count a line, and keep it to be shown where it is among the first."""
        number: int = getattr(self, verdict)
        setattr(self, verdict, number + 1)
        if number < SHOWN:
            self.shown.append(ShownLine(line, verdict, title, "; ".join(details)))

    def reject(self, line: int, refusal: Refusal) -> None:
        """A line that is left out."""
        self.rejected.append(Rejected(line, refusal.field or "", refusal.code, refusal.message))

    def warn(self, kind: str, sentence: str) -> None:
        """Something odd; of one kind the first are told."""
        self._seen[kind] = self._seen.get(kind, 0) + 1
        if self._seen[kind] <= TOLD:
            self.warnings.append(sentence)

    def remarks(self) -> list[str]:
        """All that is told: what is odd, and of each kind how many were left unsaid."""
        left = sum(number - TOLD for number in self._seen.values() if number > TOLD)
        more = [f"И ещё {count(left, 'замечание', 'замечания', 'замечаний')} того же рода."] if left else []
        return [*self.warnings, *more]


def in_steps(lines: Sequence[object], progress: Progress | None, take: Callable[[int], None], of: int) -> None:
    """Take every line by its place, telling the progress now and then; `of` steps in all."""
    for place in range(len(lines)):
        if progress is not None and place % STEP == 0:
            progress(place, of)
        take(place)


def tell(work: Work, tally: Tally, told: Iterable[str] = ()) -> None:
    """Say what is odd in a register, and which lines were left out: the first few, and how many."""
    for sentence in (*told, *tally.remarks()):
        work.warn(sentence)
    for wrong in tally.rejected[:TOLD]:
        work.warn(f"Строка {wrong.line}: {wrong.message}")
    if (left := len(tally.rejected) - TOLD) > 0:
        work.warn(f"И ещё {count(left, 'строка не загружена', 'строки не загружены', 'строк не загружено')}.")


def summary(tally: Tally, one: str, few: str, many: str) -> str:
    """«Добавлено: 290 клиентов; изменено: 10; без изменений: 5; не загружено: 2.»"""
    if not tally.create and not tally.update:
        known = f": {count(tally.unchanged, 'строка', 'строки', 'строк')} уже в базе" if tally.unchanged else ""
        left = f"; не загружено: {len(tally.rejected)}" if tally.rejected else ""
        return f"Ничего нового{known}{left}."
    parts = [f"добавлено: {count(tally.create, one, few, many)}"] if tally.create else []
    counted = {"изменено": tally.update, "без изменений": tally.unchanged, "не загружено": len(tally.rejected)}
    said = "; ".join([*parts, *(f"{word}: {number}" for word, number in counted.items() if number)])
    return f"{said[0].upper()}{said[1:]}."
