"""A phrase read: the longest phrase that the text begins with, the client that it names, and the words shared out among
the inputs of the action (`phrasing.py`). A text without a phrase is a note. Nothing that can be typed raises.
"""

from collections.abc import Mapping, Sequence

from cs_workbench.domain.catalogue import ACTIONS, RECORDS
from cs_workbench.domain.phrases import naming
from cs_workbench.domain.phrases.around import Around, around
from cs_workbench.domain.phrases.book import Match, book_of
from cs_workbench.domain.phrases.phrasing import Phrasing, texts_of
from cs_workbench.domain.phrases.reading import Piece, Reading
from cs_workbench.domain.phrases.slots import slots_of
from cs_workbench.domain.phrases.words import Word, split_words
from cs_workbench.kernel.action import Action
from cs_workbench.kernel.form import Form, FormField
from cs_workbench.kernel.text import clean_text
from cs_workbench.storage.unit import Read

NOTE = "clients.note"
Subject = Mapping[str, str]


def subject_form() -> Form:
    """A form that asks for everything a phrase may be about: a screen answers it with what is under its cursor."""
    records = tuple(FormField(name, False, "ref", name) for name in RECORDS)
    return Form("", "", (*records, FormField("key", False, "line"), FormField("for", False, "link")))


def phrase(
    read: Read, text: str, words: Mapping[str, str], subject: Subject | None = None, as_note: bool = False
) -> Reading:
    """How a text will be performed now; `words` are the Russian words of the values of choices."""
    return read_phrase(text, ACTIONS, around(read, words), subject, as_note=as_note)


def read_phrase(
    text: str,
    actions: Mapping[str, type[Action]],
    around: Around,
    subject: Subject | None = None,
    *,
    as_note: bool = False,
) -> Reading:
    """How a text will be performed. `subject` is what stands under the cursor: ids by record name, the item's `key`,
    whatever it is `for`; `as_note` keeps the words as they are.
    """
    known, words = dict(subject or {}), split_words(text)
    book, client = book_of(tuple(actions.values())), None
    matches = book.longest(words)
    rest: Sequence[Word] = words
    if not matches and words:
        client = naming.named(words, around, partly="client" not in known)
        rest = _after(words, client.size) if client else words
        matches = book.longest(rest) if client else []
    tried = [_phrasing(match, rest[match.size :], around, known, client) for match in matches if not as_note]
    readings = [reading for phrasing in tried if (reading := phrasing.reading()) is not None]
    if readings:
        return min(readings, key=lambda reading: len(reading.missing))
    why = next((phrasing.note for phrasing in tried if phrasing.note), "")
    named = next((phrasing.client for phrasing in tried if phrasing.named), "")
    if not named and (client := naming.named(words, around, partly=False)) and not client.many:
        named = str(client.id)
    return _note(text, actions, around, named or known.get("client", ""), why)


def _after(words: Sequence[Word], size: int) -> Sequence[Word]:
    """The words after a name, without a dash or a colon that stands alone."""
    return words[size + 1 :] if len(words) > size and not words[size].key else words[size:]


def _phrasing(
    match: Match, words: Sequence[Word], around: Around, subject: Subject, client: naming.Client | None
) -> Phrasing:
    """A phrase whose words are shared out, about the client that it names or the one under the cursor."""
    slots = slots_of(match.kind)
    if client is None and words and any(slot.sort == "ref" for slot in slots.values()):
        text = bool(texts_of(match, slots))
        # A part of a name is taken for one where nothing else is meant by the word.
        partly = words[0].name_like or not (text or "client" in subject)
        client = naming.named(words, around, partly=partly)
        words = _after(words, client.size) if client else words
        if client is None and text:
            client, words = _named_at_end(words, around)
    named = around.called("client", str(client.id)) if client else ""
    phrasing = Phrasing(match, words, around, _about(subject, client), named)
    if client is not None and client.many:
        phrasing.warnings.append(f"{named}: так называются несколько клиентов")
    phrasing.fill()
    return phrasing


def _named_at_end(words: Sequence[Word], around: Around) -> tuple[naming.Client | None, Sequence[Word]]:
    """A client whose whole name, with a capital letter, ends the text."""
    for start in range(max(1, len(words) - naming.LONGEST), len(words)):
        if words[start].name_like:
            client = naming.named(words[start:], around, partly=False)
            if client is not None and start + client.size == len(words):
                return client, words[:start]
    return None, words


def _about(subject: Subject, client: naming.Client | None) -> Subject:
    """What the phrase is about: the line under the cursor, or the client named and nothing of that line."""
    if client is None or str(client.id) == subject.get("client"):
        return subject
    return {} if client.many else {"client": str(client.id)}


def _note(
    text: str,
    actions: Mapping[str, type[Action]],
    around: Around,
    number: str,
    why: str,
) -> Reading:
    """The whole text kept, on the client that it names or the one under the cursor."""
    kept = clean_text(text).strip()
    pieces = [Piece("client", "", number, around.called("client", number), ref=True)] if number else []
    pieces += [Piece("text", kept, kept, kept)] if kept else []
    missing = tuple(name for name in ("client", "text") if name not in {piece.name for piece in pieces})
    warnings = (why,) if why else ()
    return Reading(NOTE, actions[NOTE].facts.title, tuple(pieces), missing, "", True, warnings, number)
