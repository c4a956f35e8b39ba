"""The shipped selects are those of this program, and both ways of reading give the same queue."""

from sqlalchemy import select

from cs_workbench.domain.catalogue import RULES, select_of
from cs_workbench.domain.selects import compile_all
from cs_workbench.domain.standing import standing
from cs_workbench.storage import compiled
from cs_workbench.storage.standing import client_standing
from tests.desk import Desk


def test_the_shipped_selects_are_fresh() -> None:
    assert compiled.shipped() == compile_all(), "run: make selects"


def test_every_rule_looks_at_the_clients_column() -> None:
    assert all("client_id" in text.columns for text in compiled.shipped().rules)


def test_the_text_and_the_select_give_the_same_rows(desk: Desk) -> None:
    client = desk.new("client", "clients.add", name="ООО Ромашка")
    desk.do("billing.add_invoice", client=client, number="7", issued_on="2026-10-10", due_on="2026-10-31", sum="9000")
    desk.do("tasks.add", text="Позвонить", on="сегодня")
    today = desk.bench.today()
    by_text = [(entry.rule.id, entry.record_id, entry.raw[-2]) for entry in desk.bench.queue()]
    by_select = []
    with desk.bench.performer.reading(today) as read:
        for rule in RULES:
            statement = select_of(rule)()
            words = {name: today.word(name) for name in statement.compile().params if _is_word(today, name)}  # type: ignore[attr-defined]
            rows = read.session.connection().execute(statement, words).mappings()  # type: ignore[call-overload]
            by_select += [(rule.id, row["record_id"], row["score"]) for row in rows]
    assert sorted(by_text) == sorted(by_select)
    assert by_text


def _is_word(today: object, name: str) -> bool:
    return name.split("_")[0] in ("today", "now", "period", "run", "statement", "day", "bd", "late", "ladder")


def test_the_standing_reckoned_by_text_equals_the_select(desk: Desk) -> None:
    client = desk.new("client", "clients.add", name="ООО Ромашка")
    desk.do("billing.add_invoice", client=client, number="7", issued_on="2026-10-10", due_on="2026-10-31", sum="9000")
    desk.at("2026-12-24T10:00")
    by_text = desk.rows("client_standing")
    with desk.bench.performer.reading(desk.bench.today()) as read:
        words = {name: read.day.word(name) for name in ("today", "day_m60", "day_m90")}
        by_select = [dict(row) for row in read.session.connection().execute(standing.reckoning, words).mappings()]
        kept = list(read.session.connection().execute(select(client_standing)))
    assert by_text == by_select
    assert len(kept) == 1
