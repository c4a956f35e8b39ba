"""From the bytes of a bank's file to its sections: encoding, lines, a state machine over them.

Values stay raw text here; `movements.py` and `statement.py` give them meaning. Whatever the bytes, only
`Refusal` comes out.
"""

import io
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import clean_line, count

MAX_BYTES = 100 * 1024 * 1024
# Some thirty thousand documents with every field; a file of nothing but line ends would take gigabytes.
MAX_LINES = 2_000_000
MAX_FIELDS = 1_000
MAX_VALUE = 10_000
# A manager reads some warnings of a kind, not five thousand: the rest are counted.
MAX_ALIKE = 20

_MARK = b"1CClientBankExchange"
_BOM = b"\xef\xbb\xbf"
_LAST = "КонецФайла"
_ACCOUNT, _ACCOUNT_END = "СекцияРасчСчет", "КонецРасчСчет"
_DOCUMENT, _DOCUMENT_END = "СекцияДокумент", "КонецДокумента"
_ENDS = {_ACCOUNT: _ACCOUNT_END, _DOCUMENT: _DOCUMENT_END}
_LABELS = frozenset({*_ENDS, *_ENDS.values(), _LAST})
# Words that every statement has: the encoding that shows most of them is the file's, whatever it claims.
_TELLING = ("ВерсияФормата=", "РасчСчет=", _DOCUMENT, _DOCUMENT_END, "Номер=", _LAST)
_ENCODINGS = ("cp1251", "cp866", "utf-8")


@dataclass(frozen=True, slots=True)
class FileWarning:
    """What is odd in a file but does not stop it. `line` counts from 1; None speaks of the whole file."""

    line: int | None
    code: str
    message: str


class Notes:
    """Collects warnings; of one kind the first `MAX_ALIKE` are kept and the rest are counted."""

    def __init__(self) -> None:
        self._kept: list[FileWarning] = []
        self._seen: Counter[str] = Counter()

    def add(self, code: str, message: str, line: int | None = None, about: str = "") -> None:
        """Adds one; `about`, a piece of the file, takes the place of `{}`."""
        # Sentences are made for what is kept only: a hostile file has millions of oddities.
        self._seen[code] += 1
        if self._seen[code] <= MAX_ALIKE:
            self._kept.append(FileWarning(line, code, message.replace("{}", clean_line(about[:200], 40))))

    def once(self, code: str, message: str, line: int | None = None) -> None:
        """Adds one unless there is one of its kind."""
        if not self._seen[code]:
            self.add(code, message, line)

    def all(self) -> tuple[FileWarning, ...]:
        """By line, those about the whole file last; a sum stands for the ones that were not kept."""
        kept = sorted(self._kept, key=lambda warning: (warning.line is None, warning.line or 0))
        for code, seen in self._seen.items():
            if seen > MAX_ALIKE:
                alike = ("такое же замечание", "таких же замечания", "таких же замечаний")
                first = next(warning.message for warning in kept if warning.code == code)
                kept.append(FileWarning(None, code, f"Ещё {count(seen - MAX_ALIKE, *alike)}, первое: {first}"))
        return tuple(kept)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file; `broken` says that some of its bytes did not fit the encoding and became U+FFFD."""

    text: str
    encoding: str
    broken: bool


@dataclass(slots=True)
class Section:
    """The fields of one section as written. `kind` is the document's, `line` the section's first.

    A section that the next one interrupts is not `closed`: its end is lost.
    """

    line: int
    kind: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    closed: bool = False

    def get(self, key: str) -> str:
        """A field's value, empty where there is none."""
        return self.fields.get(key, "")


@dataclass(slots=True)
class Sections:
    """A file cut into sections; `named` are the accounts of the header, which repeats their key."""

    header: Section
    named: list[str]
    accounts: list[Section]
    documents: list[Section]


def decode(data: bytes, notes: Notes) -> Decoded:
    """The text of a statement, its encoding found by content: headers are not to be trusted (connectors 1.2).

    Raises Refusal `too_big`, `empty` or `not_statement`.
    """
    if len(data) >= MAX_BYTES:
        raise Refusal("too_big", "Файл от 100 МБ: для выписки это слишком много. Выгрузите её за более короткий срок.")
    with_bom = data.startswith(_BOM)
    # Programs of the DOS age end a file with Ctrl-Z.
    body = data.removeprefix(_BOM).rstrip(b"\x1a \t\r\n")
    start = body.lstrip()
    if not start:
        raise Refusal("empty", "Файл пуст. Выгрузите выписку из банка ещё раз.")
    if re.split(rb"[\r\n]", start[:200], maxsplit=1)[0].strip().lower() != _MARK.lower():
        raise Refusal(
            "not_statement",
            "Это не выписка: первая строка не «1CClientBankExchange». Выгрузите из банка файл в формате 1С.",
        )
    if max(body.count(b"\n"), body.count(b"\r")) > MAX_LINES:
        raise Refusal("too_big", "В файле слишком много строк. Выгрузите выписку за более короткий срок.")
    if b"\0" in body:
        body = body.replace(b"\0", b"")
        notes.add("control", "В файле есть нулевые байты, они убраны. Сверьте суммы с банком.")
    try:
        return Decoded(body.decode("utf-8"), "utf-8-sig" if with_bom else "utf-8", False)
    except UnicodeDecodeError:
        encoding = _encoding(body)
    text = _same_ending(body, encoding, notes).decode(encoding, "replace")
    return Decoded(text, encoding, "\ufffd" in text)


def _encoding(body: bytes) -> str:
    head = body[: 1024 * 1024]
    shown = {name: sum(head.count(word.encode(name)) for word in _TELLING) for name in _ENCODINGS}
    return max(_ENCODINGS, key=shown.__getitem__)


def _same_ending(body: bytes, encoding: str, notes: Notes) -> bytes:
    """Some banks write the last line in another encoding than the rest: it counts all the same."""
    for name in _ENCODINGS:
        ending = _LAST.encode(name)
        if name != encoding and body.endswith(ending):
            notes.add("mixed_encoding", f"Последняя строка в другой кодировке ({name}), она принята.")
            return body.removesuffix(ending) + _LAST.encode(encoding)
    return body


def cut_into_sections(decoded: Decoded, notes: Notes) -> Sections:
    """The sections of a statement. Raises Refusal `cut` or `no_documents`: a part is not the whole."""
    machine = _Machine(notes)
    if decoded.broken:
        _tell_unreadable(_lines(decoded), decoded.encoding, notes)
    full = ((number, stripped) for number, line in enumerate(_lines(decoded), 1) if (stripped := line.strip()))
    next(full)  # it only names the format
    for number, line in full:
        machine.feed(number, line)
    return machine.finish()


def _lines(decoded: Decoded) -> Iterable[str]:
    """One after another: a list of all would take several times the room of the file. Not `splitlines`, which also cuts
    at characters that are ordinary within a value.
    """
    return io.StringIO(decoded.text, newline=None)


def _tell_unreadable(lines: Iterable[str], encoding: str, notes: Notes) -> None:
    for number, line in enumerate(lines, 1):
        if "\ufffd" in line:
            notes.add("encoding", f"Часть знаков не читается ({encoding}), они заменены.", number)


class _Machine:
    """Header, account section, document: which one is open, and what its fields are so far."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._found = Sections(Section(1), [], [], [])
        self._open: Section | None = self._found.header
        self._place = ""
        self._last_key = ""
        self._glued: list[str] = []
        self._finished = False
        self._stray = ""

    def feed(self, number: int, line: str) -> None:
        """Takes the next line; it is not blank."""
        key, equals, value = line.partition("=")
        key = sys.intern(key.rstrip())  # a few names, repeated in every document
        if self._finished:
            self._notes.once("after_end", "Строки после «КонецФайла» не прочитаны.", number)
        elif key in _LABELS:
            self._label(number, key, value.strip())
        elif equals and (section := self._open) is not None:
            self._field(section, number, key, value.lstrip())
        elif self._place and self._last_key:
            self._glue(number, line)
        else:
            self._stray = line
            self._notes.add("stray", "Лишняя строка пропущена: «{}».", number, line)

    def finish(self) -> Sections:
        """What was found, once the text is over."""
        if not self._finished:
            self._judge_ending()
        return self._found

    def _judge_ending(self) -> None:
        self._check_document_whole()
        if not self._found.documents:
            raise Refusal(
                "no_documents",
                "Нет ни документов, ни последней строки «КонецФайла»: файл оборван. Выгрузите его ещё раз.",
            )
        begun = self._stray and any(label.startswith(self._stray) for label in (_DOCUMENT, _ACCOUNT))
        if self._place == _ACCOUNT or begun:
            raise Refusal("cut", "Файл оборван на середине. Выгрузите выписку из банка ещё раз.")
        self._notes.add("no_end", "Нет последней строки «КонецФайла». Проверьте, что выписка полная.")

    def _check_document_whole(self) -> None:
        if self._place == _DOCUMENT:
            line = self._found.documents[-1].line
            message = f"Файл оборван внутри документа (строка {line}). Выгрузите выписку из банка ещё раз."
            raise Refusal("cut", message)

    def _label(self, number: int, label: str, value: str) -> None:
        self._stray = ""
        if label in (_ACCOUNT_END, _DOCUMENT_END):
            self._end(number, label)
            return
        if label == _LAST:
            self._check_document_whole()
            self._finished = True
        if self._place == _ACCOUNT:
            self._notes.add("unclosed", f"Перед этой строкой нет строки «{_ACCOUNT_END}».", number)
        self._close()
        if self._finished:
            return
        self._place = label
        self._open = Section(number, value)
        kept = self._found.documents if label == _DOCUMENT else self._found.accounts
        kept.append(self._open)

    def _end(self, number: int, label: str) -> None:
        if self._open is not None and label == _ENDS.get(self._place):
            self._open.closed = True
            self._close()
        else:
            self._notes.add("stray", f"Строка «{label}» не на месте, она пропущена.", number)

    def _close(self) -> None:
        self._flush()
        self._open, self._place, self._last_key = None, "", ""

    def _field(self, section: Section, number: int, key: str, value: str) -> None:
        if self._glued:
            self._flush()
        fields = section.fields
        if len(value) > MAX_VALUE:
            self._notes.add("long", "Слишком длинное значение, конец отрезан: «{}».", number, key)
            value = value[:MAX_VALUE]
        if not self._place and key in ("РасчСчет", "Документ"):
            if key == "РасчСчет":
                self._found.named.append(value)
            return
        self._last_key = key
        if key in fields:
            self._notes.add("repeated", "Поле «{}» повторяется, взято последнее непустое.", number, key)
            value = value or fields[key]
        elif len(fields) >= MAX_FIELDS:
            self._notes.add("many_fields", "Слишком много полей, пропущено «{}».", number, key)
            self._last_key = ""
            return
        fields[key] = value

    def _glue(self, number: int, line: str) -> None:
        self._notes.add("glued", "Строка без «=» присоединена к полю «{}».", number, self._last_key)
        # Bounded, and joined once: gluing strings one by one would be quadratic.
        if len(self._glued) < MAX_FIELDS:
            self._glued.append(line[:MAX_VALUE])

    def _flush(self) -> None:
        if self._glued and self._open is not None:
            fields = self._open.fields
            fields[self._last_key] = " ".join([fields[self._last_key], *self._glued]).strip()[:MAX_VALUE]
            self._glued = []
