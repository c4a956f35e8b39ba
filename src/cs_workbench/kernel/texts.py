"""Ready texts as the domain asks for them: a template's name and plain fields in, a subject and a text out.

The domain reads no file: `connectors/templates.py` fills the templates, the workbench hands it to the acts.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

Line = Mapping[str, str | bool]
"""A line of a list in a template: values of one invoice, of one thing."""

Fields = Mapping[str, str | bool | Sequence[Line]]
"""What a template may say. Every field it names is there; what is not known is empty."""


class Draft(NamedTuple):
    """A text before it is filled. `what` names it in a sentence, `missing` the facts that it should have had."""

    template: str
    fields: Fields
    what: str
    missing: tuple[str, ...] = ()


class Letter(NamedTuple):
    """A text that is ready; the subject is empty where its template has none. `problem` says, in a sentence, why the
    user's own template was passed over.
    """

    subject: str
    text: str
    problem: str = ""


class Texts(Protocol):
    """Fills templates by their names."""

    def fill(self, name: str, fields: Fields) -> Letter:
        """The text of a template with these fields."""

    def problems(self) -> Sequence[str]:
        """What is wrong with the user's own templates, a sentence each."""
