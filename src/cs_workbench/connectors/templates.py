"""Ready texts: the templates shipped in `data/templates`, and the user's own beside the config, which win.

A template's first comment names it and its fields; a first line «Тема: …» is its subject. A user's template that is
broken is passed over: the shipped one is filled, and the problem is told. What a template may say stands in
`template_language.py`; the domain gives the fields and knows this as `kernel/texts.py`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from jinja2 import Template, TemplateError

from cs_workbench.connectors.template_language import SOURCE, TemplateFault, compiled, sandbox
from cs_workbench.kernel.errors import Refusal
from cs_workbench.kernel.text import clean_line, clean_text
from cs_workbench.kernel.texts import Fields, Letter, Line
from cs_workbench.settings import data_folder

OUTPUT = 50_000
"""The most characters of a text."""
STEPS = 5_000
"""The most lines that the loops of a template go over: so it comes to its end soon, whatever it says."""

_HEAD = re.compile(r"\s*\{#(.*?)#\}[ \t]*\n?", re.DOTALL)
_FIELD = re.compile(r"^\s*([a-z_.]+) — (.+)$", re.MULTILINE)
_SUBJECT = re.compile(r"Тема:[ \t]*(.*)")


class Described(NamedTuple):
    """A template for the list: what it is for, its fields, the user's own file where there is one, what is wrong with
    that.
    """

    name: str
    title: str
    fields: Mapping[str, str]
    own: Path | None
    problem: str


@dataclass(frozen=True)
class _Ready:
    """A template that was read; without a subject it is None."""

    subject: Template | None
    body: Template


class FileTexts:
    """Fills the templates; `folder` is where the user's own lie, None where there are none. Files are read anew when
    they have changed.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._shipped = data_folder() / "templates"
        self._sandbox = sandbox()
        self._read: dict[Path, tuple[tuple[int, int], _Ready]] = {}

    def names(self) -> tuple[str, ...]:
        """The names of the shipped templates, in order."""
        return tuple(sorted(path.stem for path in self._shipped.glob("*.txt")))

    def fill(self, name: str, fields: Fields) -> Letter:
        """The text of a template. Raises Refusal "too_long" where it is longer than any letter."""
        problem = ""
        if (own := self._own(name)) is not None:
            try:
                return self._filled(own, name, fields)
            except TemplateFault as fault:
                problem = f"Ваш шаблон {own.name} не годится: {fault}. Взят обычный."
        try:
            return self._filled(self._path(name), name, fields)._replace(problem=problem)
        except TemplateFault as fault:
            raise Refusal("too_long", f"Текст не готов: {fault}.") from fault

    def problems(self) -> list[str]:
        """What is wrong with the user's own templates, a sentence each."""
        return list(self._problems())

    def _problems(self) -> Iterator[str]:
        names = self.names()
        for path in sorted(self.folder.glob("*.txt")) if self.folder else ():
            if path.stem not in names:
                yield f"Шаблон {path} не нужен: такого имени нет. Список: cs-workbench templates."
            elif fault := self._fault(path):
                yield f"Шаблон {path} не годится: {fault}. Взят обычный."

    def _fault(self, path: Path) -> str:
        try:
            self._ready(path, path.stem)
        except TemplateFault as fault:
            return str(fault)
        return ""

    def described(self) -> list[Described]:
        """Every template with what is known of it."""
        found = []
        for name in self.names():
            title, fields = _described(self._path(name).read_text(encoding="utf-8"))
            own = self._own(name)
            found.append(Described(name, title, fields, own, self._fault(own) if own else ""))
        return found

    def copy(self, name: str) -> Path:
        """Put a shipped template into the user's folder, to be changed there. Raises Refusal where there is no such
        template, a file of that name already, or no way to write.
        """
        if name not in self.names():
            raise Refusal("unknown", f"Шаблона «{name}» нет. Есть: {', '.join(self.names())}.", "copy")
        assert self.folder is not None, "templates are copied to the user's folder"
        path = self.folder / f"{name}.txt"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(self._path(name).read_text(encoding="utf-8"))
        except OSError as error:
            if path.exists():
                raise Refusal("exists", f"{path} уже есть: он не тронут.", "copy") from error
            raise Refusal("cannot_write", f"Не удалось записать {path}: проверьте права на папку.", "copy") from error
        return path

    def _path(self, name: str) -> Path:
        return self._shipped / f"{name}.txt"

    def _own(self, name: str) -> Path | None:
        path = self.folder / f"{name}.txt" if self.folder else None
        return path if path is not None and path.is_file() else None

    def _filled(self, path: Path, name: str, fields: Fields) -> Letter:
        ready, values = self._ready(path, name), _Values(fields).plain
        subject = "" if ready.subject is None else clean_line(_written(ready.subject, values))
        text = re.sub(r"\n{3,}", "\n\n", _written(ready.body, values)).strip()
        return Letter(subject, text)

    def _ready(self, path: Path, name: str) -> _Ready:
        """The template at a path, read when it has changed. Raises TemplateFault."""
        try:
            state = path.stat()
            mark = (state.st_mtime_ns, state.st_size)
            kept = self._read.get(path)
            if kept is None or kept[0] != mark:
                kept = self._read[path] = (mark, self._compiled(path, name, state.st_size))
        except OSError as error:
            raise TemplateFault("файл не читается") from error
        except UnicodeDecodeError as error:
            raise TemplateFault("файл не в UTF-8") from error
        return kept[1]

    def _compiled(self, path: Path, name: str, size: int) -> _Ready:
        if size > 4 * SOURCE:
            raise TemplateFault(f"он длиннее {SOURCE} знаков")
        shipped = self._path(name).read_text(encoding="utf-8")
        subject, body = _split(path.read_text(encoding="utf-8-sig"))
        if subject is None and _split(shipped)[0] is not None:
            raise TemplateFault("нет первой строки «Тема: …»")
        known = tuple(_described(shipped)[1])
        first = None if subject is None else compiled(self._sandbox, subject, known)
        return _Ready(first, compiled(self._sandbox, body, known))


def _split(source: str) -> tuple[str | None, str]:
    """The subject and the body, each with empty lines before it that keep the numbers of lines right."""
    head = _HEAD.match(source)
    start = head.end() if head else 0
    above = "\n" * source[:start].count("\n")
    subject = _SUBJECT.match(source, start)
    if subject is None:
        return None, above + source[start:]
    return above + subject[1], above + source[subject.end() :]


def _described(source: str) -> tuple[str, dict[str, str]]:
    """What the head of a template says: its title, and each field with its words."""
    head = _HEAD.match(source)
    said = head[1].strip() if head else ""
    return said.partition("\n")[0].strip(), {found[1]: found[2] for found in _FIELD.finditer(said)}


def _written(template: Template, values: Mapping[str, object]) -> str:
    """The text of a template, as long as it may be at most. Raises TemplateFault."""
    parts, length = [], 0
    try:
        for part in template.generate(values):
            parts.append(part)
            length += len(part)
            if length > OUTPUT:
                raise TemplateFault(f"текст длиннее {OUTPUT} знаков")
    except (TemplateError, TypeError) as error:
        raise TemplateFault("он не заполняется") from error
    return "".join(parts)


class _Values:
    """Fields as a template may have them: clean text, and lists that count who goes over them."""

    def __init__(self, fields: Fields) -> None:
        self.left = STEPS
        self.plain: dict[str, object] = {name: self._value(value) for name, value in fields.items()}

    def _value(self, value: str | bool | Sequence[Line]) -> object:
        if isinstance(value, str):
            return clean_text(value)
        if isinstance(value, bool):
            return value
        return _Lines(self, [{name: self._value(one) for name, one in line.items()} for line in value])


class _Lines(list[dict[str, object]]):
    """A list whose lines may be gone over so often and no more."""

    def __init__(self, values: _Values, lines: Sequence[dict[str, object]]) -> None:
        super().__init__(lines)
        self._values = values

    def __iter__(self) -> Iterator[dict[str, object]]:
        for line in super().__iter__():
            self._values.left -= 1
            if self._values.left < 0:
                raise TemplateFault("он перебирает слишком много строк")
            yield line
