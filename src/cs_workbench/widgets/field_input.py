"""A one-line field that keeps still and keeps its text safe: no blinking cursor, no control characters,
every line of a paste.

A blinking cursor costs the terminal 2.6 kB a second for nothing. Letters typed on the Cyrillic layout stay
letters: `layout_keys.py` asks the focused widget first, and `safe_input.py` restores the text of keys that
a terminal sent by code alone.
"""

from textual import events
from textual.reactive import reactive
from textual.widgets import Input

from cs_workbench.kernel.text import clean_line, clean_text


class FieldInput(Input):
    """Textual's input, quieter and more careful."""

    cursor_blink = reactive(False, init=False)

    def validate_value(self, value: str) -> str:
        """What a terminal would obey never gets into the value. Blanks at the end stay: one is typing."""
        return clean_text(value).replace("\n", " ").replace("\t", " ")

    def on_paste(self, event: events.Paste) -> None:
        """All lines of a paste come in, as one line; Textual's input would keep the first."""
        event.stop()
        event.prevent_default()
        self.replace(clean_line(event.text), *self.selection)
