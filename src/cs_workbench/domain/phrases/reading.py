"""What was understood of a phrase: an action, its inputs as they were typed and as they are read, what is missing.
Frozen: the screen and the command line show it and perform it.
"""

from typing import NamedTuple


class Piece(NamedTuple):
    """One input: `typed` as it stands in the phrase (empty where the phrase or the line under the cursor says it),
    `value` as the action takes it, `said` as it is read.
    """

    name: str
    typed: str
    value: str
    said: str
    ref: bool = False


class Reading(NamedTuple):
    """`client` is the id of the client that it is about; empty where none is known. `missing` names required inputs
    that were not said. `rest` are words that no input takes: they become a note beside the action. `note`: the whole
    text is one. `wrong` says what was typed and does not exist (31.11): it is to be corrected first.
    """

    action: str
    title: str
    pieces: tuple[Piece, ...]
    missing: tuple[str, ...] = ()
    rest: str = ""
    note: bool = False
    warnings: tuple[str, ...] = ()
    client: str = ""
    wrong: str = ""

    @property
    def inputs(self) -> dict[str, str]:
        """The inputs of the action by name."""
        return {piece.name: piece.value for piece in self.pieces}

    @property
    def known(self) -> dict[str, str]:
        """The records that the phrase is about, by input."""
        return {piece.name: piece.value for piece in self.pieces if piece.ref}
