"""The texts of letters that are shipped with the program, read from `data/templates`."""

from functools import cache

from cs_workbench.settings import data_folder


@cache
def template(name: str) -> str:
    """The template of that name, without the line break at its end."""
    return (data_folder() / "templates" / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
