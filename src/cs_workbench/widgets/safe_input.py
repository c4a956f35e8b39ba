"""No bytes from the keyboard end the program: a parser and a driver that pass over what they cannot read.

Textual 8's parser raises ValueError in the input thread for a key with alternate codes (`CSI 1089::99;5u`),
its decoder for a byte that is not UTF-8, and either ends the application. An unknown but whole sequence it
hands out as the keys `[`, `6`, `2` …, and a digit here is the outcome of a call: such a sequence is
dropped. `SafeInput` stands before `App`, beside `layout_keys.py`.
"""

import re
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterable
from typing import TypeVar

from textual import events
from textual._xterm_parser import XTermParser  # the parser has no public name
from textual.app import App
from textual.driver import Driver
from textual.keys import Keys

ReturnType = TypeVar("ReturnType")

_WHOLE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
# Whole by their form, yet the beginning of a longer one, or read by the parser after it has asked for keys.
_NOT_KEYS = re.compile(r"\x1b\[(?:\[|M|<?[-\d;]+[mM]|\?\d+;\d\$y)")
# code : shifted code : code on the Latin layout ; modifiers : event ; text
_KITTY = re.compile(r"\x1b\[(\d+)(?::(\d*))?(?::\d*)?(?:;(\d*)(?::(\d+))?)?(;[\d:]*)?([u~A-HPQRS])", re.ASCII)
_RELEASED = "3"
_SHIFT = "2"


def plain_sequence(sequence: str) -> str | None:
    """A key sequence in the form that Textual reads, others as they are; None for the release of a key.

    Alternate codes and event types are left out; shift with a letter gets the text that some terminals do not
    send with it.
    """
    match = _KITTY.fullmatch(sequence)
    if match is None:
        return sequence
    code, shifted, modifiers, event, text, end = match.groups()
    if event == _RELEASED:
        return None
    if end == "u" and modifiers == _SHIFT and not (text or "").strip(";"):
        text = _shifted_text(code, shifted) or text
    return f"\x1b[{code}" + ("" if modifiers is None else f";{modifiers}") + (text or "") + end


def _shifted_text(code: str, shifted: str | None) -> str | None:
    number = int(code)
    if shifted:
        return f";{shifted}"
    letter = chr(number) if number <= sys.maxunicode else ""
    upper = letter.upper()
    return f";{ord(upper)}" if len(upper) == 1 and (letter.isalpha() or letter == " ") else None


class TolerantParser(XTermParser):
    """Textual's parser, without its exceptions, and without keys made of a strange sequence."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        plain = plain_sequence(sequence)
        try:
            found = [] if plain is None else list(super()._sequence_to_key_events(plain, alt))
        except (ValueError, OverflowError):  # a code that is no character
            found = []
        if not found and _WHOLE.fullmatch(sequence) and not _NOT_KEYS.fullmatch(sequence):
            return [events.Key(Keys.Ignore, sequence)]
        return found


if sys.platform == "win32":
    from textual.drivers import win32

    # The Windows reader makes its parser inside a thread; the name it takes it from can be reached.
    win32.XTermParser = TolerantParser

    def safe_driver(chosen: type[Driver]) -> type[Driver]:
        """The driver that Textual chose: its reader already uses the tolerant parser."""
        return chosen

else:
    import os
    import selectors

    from textual.drivers.linux_driver import LinuxDriver

    from cs_workbench.widgets.steady_driver import SteadyLinuxDriver

    _TICK = 0.1  # seconds: how soon a lone Esc is told from a sequence, and a wish to quit noticed

    class SafeLinuxDriver(SteadyLinuxDriver):
        """The driver for Linux and macOS, with a reader that nothing typed can stop."""

        def run_input_thread(self) -> None:
            """Reads the terminal until the application ends; a terminal that is gone ends the application."""
            parser = TolerantParser(self._debug)
            decode = getincrementaldecoder("utf-8")("replace").decode
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    if selector.select(_TICK):
                        data = self._read()
                        if not data:
                            self._app.call_later(self._app.exit)
                            return
                        if text := decode(data):  # nothing yet while a character is incomplete
                            for message in parser.feed(text):
                                self.process_message(message)
                    for message in parser.tick():
                        self.process_message(message)

        def _read(self) -> bytes:
            try:
                return os.read(self.fileno, 4096)
            except OSError:  # a closed terminal answers EIO
                return b""

    def safe_driver(chosen: type[Driver]) -> type[Driver]:
        """The driver to use in place of the one that Textual chose."""
        return SafeLinuxDriver if chosen is LinuxDriver else chosen


class SafeInput(App[ReturnType]):
    """Stands before `App` in the bases of an application: reads the keyboard through the tolerant parser."""

    def get_driver_class(self) -> type[Driver]:
        """The driver of this platform, made safe; one named in the environment stays as it is."""
        return safe_driver(super().get_driver_class())
