"""The yardstick of every start: a Textual application that shows one word."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class EmptyApp(App[None]):
    """Nothing but a word."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """The word."""
        yield Static("пусто")


if __name__ == "__main__":
    EmptyApp().run()
