"""One phrase on its way to a reading: the words after it shared out (`filling.py`), its own inputs, what stands under
the cursor, the client's one open record.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from cs_workbench.domain.catalogue import RECORDS
from cs_workbench.domain.phrases import naming
from cs_workbench.domain.phrases.around import Around
from cs_workbench.domain.phrases.book import Match
from cs_workbench.domain.phrases.filling import Filling
from cs_workbench.domain.phrases.reading import Piece, Reading
from cs_workbench.domain.phrases.slots import Slot, plain_value, said_value, slots_of
from cs_workbench.domain.phrases.words import Word, joined
from cs_workbench.kernel.clock import local
from cs_workbench.kernel.dates import day_short, day_words
from cs_workbench.kernel.errors import Refusal

TYPED = ("text", "ref", "key", "link", "yes_no")
"""Inputs that are not read out of the words by a parser of their own."""


class Phrasing:
    """`note` says why the words are better kept as a note; it is asked once all is shared out."""

    def __init__(
        self, match: Match, words: Sequence[Word], around: Around, subject: Mapping[str, str], named: str = ""
    ) -> None:
        self.slots = slots_of(match.kind)
        self.texts = texts_of(match, self.slots)
        self.warnings: list[str] = []
        self.note = ""
        self._match = match
        self._around = around
        self._subject = dict(subject)
        self.named = named
        self._words = Filling(words, around, text=bool(self.texts))
        self._pieces: dict[str, Piece] = {}
        self._read_any = False
        self._wanted = {name for name, slot in self.slots.items() if slot.field.required}
        self._first = _before_texts(match, self.texts)

    @property
    def client(self) -> str:
        """The id of the client that it is about; empty where none is known."""
        return self._subject.get("client", "")

    def fill(self) -> None:
        """Share the words out, then the texts, then what the phrase and the cursor say."""
        for name in self._match.phrase.takes or self.slots:
            if name in self.slots:
                self._take(self.slots[name])
        if self.texts:
            self._take_texts()
        else:
            self._words.drop_glue()
            self._name_of_rest()
        for name, said in self._match.phrase.inputs.items():
            if name in self.slots and name not in self._pieces:
                self._put(self.slots[name], self.slots[name].read(said, self._around.context))
        for slot in self.slots.values():
            if slot.sort in ("ref", "key", "link") and slot.name not in self._pieces:
                self._know(slot)

    def reading(self) -> Reading | None:
        """The reading; None where it is an ordinary text: nothing that must be said was said, or words are left that
        nobody keeps.
        """
        facts, words = self._match.kind.facts, any(word.key for word in self._words.words)
        missing = tuple(name for name in self.slots if name in self._wanted and name not in self._pieces)
        parsed = [name for name in missing if self.slots[name].sort not in TYPED]
        rest = joined(self._words.left)
        asked = self._match.phrase.takes and any(name in self._pieces for name in self.texts)
        meant = self._read_any or asked or self._words.doubts
        if ((parsed and words) or rest) and not meant:
            return None
        if self.note or (rest and not self.client):
            return None
        pieces = tuple(self._pieces[name] for name in self.slots if name in self._pieces)
        wrong = self._words.doubts[0] if parsed and self._words.doubts else ""
        warnings = tuple(dict.fromkeys(self.warnings))
        return Reading(facts.name, facts.title, pieces, missing, rest, False, warnings, self.client, wrong)

    def _put(self, slot: Slot, value: object, typed: str = "") -> None:
        plain, said = plain_value(value), said_value(slot, value, self._around.words)
        if slot.sort == "ref":
            said = self._around.called(slot.field.record, plain)
        self._pieces[slot.name] = Piece(slot.name, typed, plain, said, slot.sort in ("ref", "key", "link"))
        if slot.sort in ("day", "moment"):
            self.warnings += _day_off(value, self._around)

    # Words ----------------------------------------------------------------------------------------------------

    def _take(self, slot: Slot) -> None:
        """Give an input its words."""
        phrase, wanted = self._match.phrase, slot.name in self._wanted
        if slot.sort == "ref":
            by_number = slot.field.record == "invoice" and "invoice" not in self._subject
            sought = wanted and slot.field.record != "client" and (by_number or slot.name in phrase.takes)
            found = self._words.take(slot, wanted=True) if sought else self._words.take_marked(slot)
        elif slot.sort in TYPED or (slot.name in phrase.inputs and slot.name not in phrase.takes):
            return
        else:
            found = self._words.take(slot, wanted=wanted, first=slot.name in self._first)
        if found is not None:
            self._put(slot, found.value, found.typed)
            self._read_any = True

    def _take_texts(self) -> None:
        """What is left is the text; several texts are told apart by commas, the last ones first."""
        left, many = self._words.take_all(), len(self.texts)
        for name, part in zip(self.texts, left.rsplit(",", many - 1), strict=False):
            if part.strip():
                try:
                    value = self.slots[name].read(part.strip(), self._around.context)
                except Refusal as refusal:
                    self.warnings.append(refusal.message)
                    continue
                self._put(self.slots[name], value, part.strip())

    def _name_of_rest(self) -> None:
        """What nothing has taken may name the client («обещал 28 15000 Ромашка») or the record that is meant."""
        left = self._words.left
        if not left:
            return
        for slot in self.slots.values():
            if slot.sort != "ref" or slot.name in self._pieces:
                continue
            if slot.field.record != "client" and slot.name in self._wanted and self._find(slot, joined(left)):
                self._words.take_all()
                return
        client = naming.named(left, self._around, partly=not self.client) if not self.named else None
        if client is not None and not client.many and client.size == len(left) and self._has_refs():
            self._subject = {"client": str(client.id)}
            self.named = self._around.called("client", self.client)
            self._words.take_all()

    def _has_refs(self) -> bool:
        return any(slot.sort == "ref" for slot in self.slots.values())

    def _find(self, slot: Slot, text: str) -> bool:
        """Whether a text names one record of the input's kind; it is put where it does."""
        try:
            value = slot.read(text, self._around.context)
        except Refusal:
            return False
        self._put(slot, value, text)
        return True

    # What was not typed ---------------------------------------------------------------------------------------

    def _know(self, slot: Slot) -> None:
        """The line under the cursor, the client, the client's one open record."""
        record = slot.field.record
        if slot.sort in ("key", "link"):
            value, typed = self._subject.get(slot.name, ""), ""
        elif slot.name != next(one.name for one in self.slots.values() if one.field.record == record):
            return  # another record of that kind is not the same one
        elif record == "client":
            value, typed = self.client, self.named
        elif slot.field.required:
            value, typed = self._subject.get(record) or self._only(record), ""
        else:
            return
        if value:
            self._put(slot, value, typed)

    def _only(self, record: str) -> str:
        """The client's one open record of a kind; where there is none, the words are kept as a note."""
        if not self.client:
            return ""
        found = self._around.open_of(record, int(self.client))
        if found is not None and not found:
            self.note = f"У клиента нет открытой записи «{RECORDS[record].title}»"
        return str(found[0]) if found and len(found) == 1 else ""


def texts_of(match: Match, slots: Mapping[str, Slot]) -> list[str]:
    """The inputs that take free words: those that the phrase names, else those that must be there, else the first."""
    free = [name for name, slot in slots.items() if slot.sort == "text"]
    if match.phrase.takes:
        return [name for name in match.phrase.takes if name in free]
    return [name for name in free if slots[name].field.required] or free[:1]


def _before_texts(match: Match, texts: Sequence[str]) -> frozenset[str]:
    """The inputs that a phrase names before its text: after its words a bare number is theirs («перезвонить 15»)."""
    takes = match.phrase.takes
    return frozenset(takes[: min((takes.index(name) for name in texts if name in takes), default=0)])


def _day_off(value: object, around: Around) -> list[str]:
    """`28.11 — выходной: понедельник 30.11` for a day off that is still to come."""
    today = around.context.today
    day = local(value).date() if isinstance(value, datetime) else value
    if not isinstance(day, date) or day < today.today or today.calendar.is_business(day):
        return []
    following = today.calendar.next_bd(day)
    return [f"{day_short(day)} — выходной: {day_words(following).split()[0]} {day_short(following)}"]
