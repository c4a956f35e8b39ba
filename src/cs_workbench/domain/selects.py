"""Makes `storage/selects.json`: every rule's select and the standing's statement as text. Run as `python -m
cs_workbench.domain.selects`.
"""

from cs_workbench.domain.catalogue import RULES, handled_of, select_of
from cs_workbench.domain.standing import standing
from cs_workbench.storage.compiled import SHIPPED, Texts
from cs_workbench.storage.compiling import compile_rule, compile_text
from cs_workbench.storage.schema import HEAD


def compile_all() -> Texts:
    """The texts of this version of the program."""
    insertion = standing.insertion()
    sql, words = compile_text(insertion)
    rules = tuple(compile_rule(rule, select_of(rule)(), handled_of(rule)) for rule in RULES)
    return Texts(HEAD, rules, sql, words)


if __name__ == "__main__":
    SHIPPED.write_text(compile_all().to_json(), encoding="utf-8")
