"""Every key works on the Latin and on the Cyrillic layout: bindings name the Latin key, and this mixin
finds it.

With the Russian layout on, the key `j` sends «о» and, in terminals of the kitty protocol, Ctrl+Q sends
`ctrl+й`: without help no binding would answer. `twin` and `key_label` say both letters in help and in the
key bar (`key_bar.py`).
"""

from typing import TypeVar

from textual import events
from textual.app import App

ReturnType = TypeVar("ReturnType")

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>#"
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ№"
# Letters of the Ukrainian and Belarusian layouts that stand where the Russian one has others.
_NEIGHBOURS = {
    "і": "s",
    "ї": "]",
    "є": "'",
    "ґ": "\\",
    "ў": "o",
    "І": "S",
    "Ї": "}",
    "Є": '"',
    "Ґ": "|",
    "Ў": "O",
}
# What Textual calls the keys that are neither letters nor digits.
_KEY_NAMES = {
    "`": "grave_accent", "~": "tilde", "[": "left_square_bracket", "]": "right_square_bracket",
    "{": "left_curly_bracket", "}": "right_curly_bracket", ";": "semicolon", ":": "colon", "'": "apostrophe",
    '"': "quotation_mark", ",": "comma", ".": "full_stop", "<": "less_than_sign", ">": "greater_than_sign",
    "\\": "backslash", "|": "vertical_line", "#": "number_sign", "№": "numero_sign",
}  # fmt: skip
_TO_LATIN = {_KEY_NAMES.get(own, own): latin for own, latin in zip(_RUSSIAN, _LATIN, strict=True)} | _NEIGHBOURS
_TWINS = {_KEY_NAMES.get(latin, latin): own for own, latin in zip(_RUSSIAN, _LATIN, strict=True)}
# The key of `/` and `?` gives these on the Russian layout; on the Latin one they are keys in their own right.
_SOFT = {"full_stop": "/", "comma": "?"}
_SOFT_NAMES = {"/": "slash", "?": "question_mark"}
_NOT_TEXT = {"ctrl", "alt", "super", "hyper", "meta"}
_WORDS = {
    "enter": "Enter", "escape": "Esc", "space": "Пробел", "tab": "Tab",
    "up": "↑", "down": "↓", "left": "←", "right": "→",
    "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End", "delete": "Del", "insert": "Ins",
    "backspace": "Backspace", "slash": "/", "question_mark": "?", "plus": "+", "minus": "-",
}  # fmt: skip


def twin(latin_key: str) -> str | None:
    """The Cyrillic letter on the key of a Latin one (`j` → `о`, `ctrl+q` → `ctrl+й`), if there is one."""
    modifiers, plus, key = latin_key.rpartition("+")
    letter = _TWINS.get(_KEY_NAMES.get(key, key))
    return None if letter is None else modifiers + plus + letter


def key_label(key: str) -> str:
    """A Textual key as people read it: `c` → `c/с`, `ctrl+q` → `Ctrl+Q`, `f2` → `F2`, `enter` → `Enter`."""
    modifiers, plus, last = key.rpartition("+")
    if plus:
        return "+".join(word.capitalize() for word in modifiers.split("+")) + "+" + _WORDS.get(last, last.upper())
    if len(last) > 1:
        named = {name: sign for sign, name in _KEY_NAMES.items()}
        last = _WORDS.get(last) or named.get(last) or last.capitalize()
    own = twin(last)
    return f"{last}/{own}" if own else last


def latin_key(key: str, *, soft: bool = False) -> tuple[str, str] | None:
    """The Latin key at the place of a Cyrillic one, and its character; None when the key is not Cyrillic.

    `soft` takes `.` and `,` too: the Russian layout has them where the Latin one has `/` and `?`.
    """
    modifiers, plus, last = key.rpartition("+")
    sign = _TO_LATIN.get(last) or (_SOFT.get(last) if soft else None)
    if sign is None:
        return None
    return modifiers + plus + (_KEY_NAMES.get(sign) or _SOFT_NAMES.get(sign, sign)), sign


class LayoutAgnosticKeys(App[ReturnType]):
    """Stands before `App` in the bases of an application: a Cyrillic key becomes the Latin key in its place.

    A key stays what it is where a focused widget takes it as text, and where that very key is bound.
    """

    async def on_event(self, event: events.Event) -> None:
        """Rewrites a key before it is dispatched: priority bindings and `key_x` methods see it too."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._to_latin(event)
        await super().on_event(event)

    def _to_latin(self, event: events.Key) -> None:
        found = latin_key(event.key, soft=True)
        if found is None or self._is_text(event):
            return
        bound = self.screen.active_bindings
        if event.key in bound or (event.key in _SOFT and not bound.keys().isdisjoint(_SOFT)):
            return
        event.key, sign = found
        if event.character is not None:
            event.character = sign

    def _is_text(self, event: events.Key) -> bool:
        """Whether a widget from the focused one up takes the key as a character."""
        if self.focused is None or not _NOT_TEXT.isdisjoint(event.key.split("+")[:-1]):
            return False
        return any(node.check_consume_key(event.key, event.character) for node in self.focused.ancestors_with_self)
