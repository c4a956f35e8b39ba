"""How a long act says how far it has come. Screens and the command line watch; the acts of the domain tell."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told `done` of `total` now and then; raises `Cancelled` where the person stopped the act."""
