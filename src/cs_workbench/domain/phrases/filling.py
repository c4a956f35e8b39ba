"""The words after a phrase shared out among the inputs of its action: each takes the run of words that its type reads;
what is left is its text.

An input that must be there is looked for anywhere. Beside a free text the others stand at its edges («до 5.12 ждут
акт», «сдать отчёт завтра»), or they are words of the text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from cs_workbench.domain.phrases.around import Around
from cs_workbench.domain.phrases.slots import Slot
from cs_workbench.domain.phrases.spoken import (
    ALSO,
    DAY_WORDS,
    MONTH_WORDS,
    spoken_day,
    spoken_moment,
    spoken_period,
)
from cs_workbench.domain.phrases.words import GLUE, JOINING, LEADING, READ_WORDS, Word, joined
from cs_workbench.kernel.errors import Refusal

LAST_WORDS = 8
"""Words at the end of a long text that are looked at."""

_SPOKEN = {"day": spoken_day, "moment": spoken_moment, "period": spoken_period}
_SIZES = {"day": 5, "moment": 6, "period": 3, "money": 4, "phone": 5, "choice": 4, "code": 2, "ref": 2}
_DATE = re.compile(r"[0-9]{1,2}[./][0-9]{1,2}(?:[./][0-9]{2,4})?")
MARKS = {"invoice": frozenset(("счет", "счета", "счету", "сч"))}
"""Words that announce a record by its number, where it need not be given."""


class Found(NamedTuple):
    """What an input took: where, as typed, and the value. `bare`: a number that says no more than that."""

    start: int
    size: int
    typed: str
    value: Any
    bare: bool


class Filling:
    """The words of one phrase, some of them taken."""

    def __init__(self, words: Sequence[Word], around: Around, *, text: bool) -> None:
        self.words = list(words)
        self.text = text
        self.doubts: list[str] = []
        self._around = around
        self._dates = set[int]()
        """Where dates stand that do not exist: they are no sums."""
        self._taken = [False] * len(self.words)

    @property
    def left(self) -> list[Word]:
        """Words that nothing has taken."""
        return [word for word, taken in zip(self.words, self._taken, strict=True) if not taken]

    def drop_glue(self) -> None:
        """Words that only join are nobody's, where there is no text for them."""
        for at, word in enumerate(self.words):
            self._taken[at] |= word.key in GLUE

    def take(self, slot: Slot, *, wanted: bool, first: bool = False) -> Found | None:
        """The best run of words for an input: one that is unmistakable before a bare number, else the first.

        `wanted` is looked for anywhere; `first`: where the text begins, a bare number will do.
        """
        best: Found | None = None
        for found in self._runs(slot):
            if self.text and not wanted and not self._at_edge(slot, found, bare=first):
                continue
            if best is None or (best.bare and not found.bare):
                best = found
            if not best.bare:
                break
        if best is not None:
            self._mark(best)
        return best

    def take_marked(self, slot: Slot) -> Found | None:
        """A record that its own word announces: «счёт 118»."""
        marks = MARKS.get(slot.field.record, frozenset())
        for at, word in enumerate(self.words[:READ_WORDS]):
            if word.key in marks and at + 1 < len(self.words) and self._may_begin(slot, at + 1):
                found = self._run_at(slot, at + 1)
                if found is not None:
                    self._mark(found)
                    self._taken[at] = True
                    return found
        return None

    def take_all(self) -> str:
        """What is left, as one text."""
        text = joined(self.left)
        self._taken = [True] * len(self.words)
        return text

    # Runs -----------------------------------------------------------------------------------------------------

    def _places(self) -> Iterator[int]:
        last = max(READ_WORDS, len(self.words) - LAST_WORDS)
        yield from (at for at in range(min(READ_WORDS, len(self.words))) if not self._taken[at])
        yield from (at for at in range(last, len(self.words)) if not self._taken[at])

    def _runs(self, slot: Slot) -> Iterator[Found]:
        """Runs of words that the input's type reads, from the left, the longest at each place."""
        places = iter(self._places())
        beyond = 0
        for start in places:
            no_sum = slot.sort == "money" and start in self._dates
            if start < beyond or no_sum or not self._may_begin(slot, start):
                continue
            found = self._run_at(slot, start)
            if found is not None:
                beyond = start + found.size
                yield found

    def _may_begin(self, slot: Slot, at: int) -> bool:
        key = self.words[at].key
        if slot.sort == "choice":
            return True
        digit = any(letter.isdigit() for letter in key)
        if slot.sort in ("day", "moment"):
            return key[:1] == "+" or key[:1].isdigit() or key in DAY_WORDS
        if slot.sort == "period":
            return key[:1].isdigit() or key in MONTH_WORDS
        if slot.sort in ("code", "ref"):
            return digit or key == "№"
        return "@" in key or (digit and slot.name != "to")

    def _run_at(self, slot: Slot, start: int) -> Found | None:
        room = next((at for at in range(start, len(self.words)) if self._taken[at]), len(self.words)) - start
        for size in range(min(_SIZES.get(slot.sort, 1), room), 0, -1):
            run = self.words[start : start + size]
            if slot.sort in ("code", "ref") and size != 1 + (run[0].key == "№"):
                continue
            line = " ".join(word.key for word in run)
            try:
                value = self._value(slot, line, run)
            except Refusal as refusal:
                if slot.sort == "day" and _DATE.fullmatch(line):
                    self.doubts.append(refusal.message)
                    self._dates.add(start)
                continue
            bare = spoken_day(line).isdigit() and slot.sort in ("day", "moment") and not self._joined_before(start)
            return Found(start, size, joined(run), value, bare or self._in_group(slot, line, start + size))
        return None

    def _value(self, slot: Slot, line: str, run: Sequence[Word]) -> Any:
        """The value of a run by the input's own type; numbers that no clock has are days."""
        context = self._around.context
        if slot.sort == "choice":
            return self._choice(slot, line)
        if slot.sort in ("code", "own", "ref"):
            shown = joined(run).removeprefix("№").strip()
            return slot.read(f"№ {shown}" if slot.field.record == "invoice" else shown, context)
        spoken = _SPOKEN.get(slot.sort, str)(line)
        if slot.sort == "moment" and re.fullmatch("[0-9]{2}", spoken) and int(spoken) > 23:
            spoken = f"{spoken} 9:00"
        return slot.read(spoken, context)

    def _choice(self, slot: Slot, line: str) -> Any:
        choices = slot.field.choices
        known = [value for value in choices if self._around.words.get(value, value) == line]
        known += [value for value in ALSO.get(line, ()) if value in choices]
        return slot.read(known[0] if known else line, self._around.context)

    def _in_group(self, slot: Slot, line: str, after: int) -> bool:
        """`15` of `15 000` is no day."""
        following = self.words[after].key if after < len(self.words) else ""
        return slot.sort == "day" and line.isdigit() and len(following) == 3 and following.isdigit()

    # Edges ----------------------------------------------------------------------------------------------------

    def _joined_before(self, start: int) -> bool:
        return start > 0 and self.words[start - 1].key in LEADING

    def _at_edge(self, slot: Slot, found: Found, *, bare: bool) -> bool:
        """Whether a run stands where a text begins or ends; what is chosen, only where it begins."""
        before = range(found.start)
        if all(self._taken[at] or self.words[at].key in LEADING or not self.words[at].key for at in before):
            return bare or not found.bare
        after = range(found.start + found.size, len(self.words))
        ends = all(self._taken[at] or not self.words[at].key for at in after)
        return ends and not found.bare and slot.sort != "choice"

    def _mark(self, found: Found) -> None:
        """Take a run, the small words before it and those that end a sum."""
        for at in range(found.start, found.start + found.size):
            self._taken[at] = True
        for at in range(found.start - 1, -1, -1):
            if self._taken[at] or self.words[at].key not in JOINING:
                break
            self._taken[at] = True
        after = found.start + found.size
        if after < len(self.words) and self.words[after].key in ("руб", "рублей", "р", "₽", "числа", "года"):
            self._taken[after] = True
