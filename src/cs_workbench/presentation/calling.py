"""The nine outcomes of a call about a debt, as the digits that answer them, and what each still asks for."""

from typing import Any, NamedTuple

from cs_workbench.kernel.today import Today
from cs_workbench.presentation.reading import moment_aloud, promise_aloud, split_promise


class Outcome(NamedTuple):
    """`asks` is the question after the digit; empty where the digit says it all."""

    digit: str
    word: str
    asks: str = ""


OUTCOMES = (
    Outcome("1", "не берёт"),
    Outcome("2", "занято"),
    Outcome("3", "перезвонить", "Когда перезвонить: «15», «15:30», «пт 11:00»"),
    Outcome("4", "обещал", "Когда и сколько: «27 15000»; только день — весь долг"),
    Outcome("5", "говорит, что оплатил"),
    Outcome("6", "потерял счёт"),
    Outcome("7", "спорит", "С чем не согласны (можно оставить пустым)"),
    Outcome("8", "не тот человек"),
    Outcome("9", "отказ", "Почему отказываются (можно оставить пустым)"),
)


def by_digit(digit: str) -> Outcome:
    """The outcome of a digit."""
    return next(outcome for outcome in OUTCOMES if outcome.digit == digit)


def call_inputs(digit: str, text: str, today: Today) -> dict[str, Any]:
    """The inputs of `collection.log_call` for a digit and what was typed after it. Raises Refusal where it cannot
    be read.
    """
    inputs: dict[str, Any] = {"outcome": digit}
    if digit == "3":
        inputs["callback_at"] = text
    elif digit == "4":
        day, amount = split_promise(text, today)
        inputs.update({"promise_on": day, "promise_sum": amount or None})
    elif text.strip():
        inputs["text"] = text
    return inputs


def call_aloud(digit: str, text: str, today: Today) -> str:
    """How what is typed after a digit will be read."""
    if digit == "3":
        return moment_aloud(text, today)
    return promise_aloud(text, today) if digit == "4" else ""
