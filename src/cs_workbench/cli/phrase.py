"""`do --phrase`: a phrase in Russian read and performed as the phrase line of the screens does it."""

from typing import Any

from cs_workbench.cli import answers, batch
from cs_workbench.cli.options import Options
from cs_workbench.domain.phrases.reader import NOTE, phrase
from cs_workbench.domain.phrases.reading import Reading
from cs_workbench.kernel.errors import Refusal
from cs_workbench.presentation.labels import label
from cs_workbench.presentation.phrase import CHOICE_WORDS, reading_lines
from cs_workbench.workbench import Workbench


def run(options: Options, text: str, client: str | None, more: list[str]) -> int:
    """Perform a phrase about a client; `more` are inputs given as `field=value` beside it."""
    given = batch.fields_of(more)
    workbench = options.open()
    try:
        subject = {} if client is None else {"client": _client(workbench, client)}
        reading = workbench.read(phrase, text, CHOICE_WORDS, subject)
        missing = [name for name in reading.missing if name not in given]
        if reading.wrong:
            raise Refusal("date", reading.wrong, missing[0] if missing else None)
        if missing:
            names = ", ".join(label(name) for name in missing)
            raise Refusal("required", f"{reading.title}: не хватает — {names}.", missing[0])
        if not options.json:
            for line in reading_lines(reading._replace(missing=())):
                answers.tell(line)
        _perform(options, workbench, reading, {**reading.inputs, **given})
    finally:
        workbench.close()
    return answers.DONE


def _client(workbench: Workbench, named: str) -> str:
    return str(workbench.performer.find("client", named, workbench.today()))


def _perform(options: Options, workbench: Workbench, reading: Reading, inputs: dict[str, Any]) -> None:
    """The action, and the note of what it did not take."""
    said = {"action": reading.action, "inputs": inputs, "rest": reading.rest, "note": reading.note}
    with workbench.together() as act:
        done = act(reading.action, inputs)
        if reading.rest:
            act(NOTE, {"client": reading.client, "text": reading.rest})
    batch.say(options, done, read=said)
