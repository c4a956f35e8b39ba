"""Two clients who are one: everything goes over, nothing is lost, and all of it comes back (row 20.1)."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cs_workbench.domain.clients import moving
from tests.desk import Desk
from tests.domain.clients.merged import INN, merge, pair
from tests.reliability.lived import lived_desk


@pytest.fixture
def lived(tmp_path: Path) -> Iterator[Desk]:
    """A desk with a record of every kind: four clients, the first two of whom are one."""
    with lived_desk(tmp_path) as desk:
        yield desk


def wrong(desk: Desk) -> list[str]:
    """What the doctor finds."""
    return [check.name for check in desk.bench.check() if check.grave and not check.holds]


class TestAsking:
    """It is asked once, telling what moves."""

    def test_what_moves_is_told(self, lived: Desk) -> None:
        question = lived.refused("clients.merge", client=1, into=2)
        assert (question.code, question.field) == ("confirm", "client")
        assert "К клиенту «Берёзка» (№ 2) перейдёт: 1 контакт, 1 договор, 1 подписка, 2 счёта" in question.message
        assert "Карточки «Ромашка» (№ 1) не станет." in question.message
        assert "Подписки есть у обоих" in question.message
        assert "ИНН разные" in question.message

    def test_nothing_but_the_card(self, desk: Desk) -> None:
        pair(desk)
        question = desk.refused("clients.merge", client=1, into=2)
        assert "перейдёт: ничего, кроме самой карточки" in question.message
        assert "ИНН" not in question.message

    def test_what_has_no_word_is_counted_together(self, desk: Desk) -> None:
        pair(desk)
        desk.do("tasks.pin", key="NP-EMPTY:client:1:")
        assert "перейдёт: 1 запись." in desk.refused("clients.merge", client=1, into=2).message
        desk.do("clients.note", client=1, text="Ворота")
        assert "1 заметка и ещё 1 запись." in desk.refused("clients.merge", client=1, into=2).message

    def test_a_client_is_not_merged_with_itself(self, desk: Desk) -> None:
        pair(desk)
        refusal = desk.refused("clients.merge", client=1, into=1, confirm=True)
        assert (refusal.code, refusal.field) == ("same", "into")

    @pytest.mark.parametrize(
        ("inputs", "field"), [({"client": 9, "into": 2}, "client"), ({"client": 1, "into": 9}, "into")]
    )
    def test_both_are_there(self, desk: Desk, inputs: dict[str, int], field: str) -> None:
        pair(desk)
        refusal = desk.refused("clients.merge", **inputs)
        assert (refusal.code, refusal.field) == ("unknown", field)


class TestEverything:
    """A client with a record of every kind."""

    @pytest.mark.parametrize(("client", "into"), [(1, 2), (2, 1), (3, 4), (4, 3), (1, 3), (3, 1)])
    def test_every_row_goes_over_and_all_of_it_comes_back(self, lived: Desk, client: int, into: int) -> None:
        before = _counts(lived)
        lived.there_and_back("clients.merge", client=client, into=into, confirm=True)
        after = _counts(lived)
        together = {name: before[client][name] + before[into][name] for name in before[client] | before[into]}
        together["note"] += 1
        assert client not in after
        assert after[into] == Counter(together)
        assert wrong(lived) == []
        lived.undo()
        assert wrong(lived) == []

    def test_the_debt_is_both_debts(self, lived: Desk) -> None:
        owed = {row["client_id"]: row["debt"] for row in lived.snapshot()["client_standing"]}
        lived.do("clients.merge", client=4, into=3, confirm=True)
        now = {row["client_id"]: row["debt"] for row in lived.snapshot()["client_standing"]}
        assert now == {1: owed[1], 2: owed[2], 3: owed[3] + owed[4]}


def _counts(desk: Desk) -> dict[int, Counter[str]]:
    """How many rows of each record concern each client."""
    found: dict[int, Counter[str]] = {}
    for name, rows in desk.snapshot().items():
        for row in rows:
            if row.get("client_id") and name != "client_standing":
                found.setdefault(row["client_id"], Counter())[name] += 1
    return found


class TestPromises:
    """A client's money is awaited for one promise."""

    @pytest.fixture(autouse=True)
    def _debtors(self, desk: Desk) -> None:
        pair(desk)
        for client in (1, 2):
            desk.do("billing.add_invoice", client=client, number=f"{client}", issued_on="2026-11-10", sum="5000")

    def test_of_two_promises_the_newer_stands(self, desk: Desk) -> None:
        desk.do("collection.promise", client=1, on="27.11", sum="5000")
        desk.do("collection.promise", client=2, on="30.11", sum="5000")
        merge(desk)
        assert [(row["state"], row["awaited"]) for row in desk.rows("promise")] == [
            ("superseded", False),
            ("open", True),
        ]
        desk.at("2026-12-01T10:00")
        assert desk.rules(2).count("PAY-BROKEN") == 1
        assert wrong(desk) == []

    def test_a_promise_that_is_decided_does_not_take_the_place_of_one_that_stands(self, desk: Desk) -> None:
        desk.do("collection.promise", client=1, on="27.11", sum="5000")
        desk.do("collection.promise", client=2, on="30.11", sum="5000")
        desk.do("collection.cancel_promise", promise=2, reason="ошибка")
        merge(desk)
        assert [(row["state"], row["awaited"]) for row in desk.rows("promise")] == [
            ("open", True),
            ("cancelled", False),
        ]

    def test_a_broken_promise_counts_as_broken(self, desk: Desk) -> None:
        desk.do("collection.promise", client=1, on="25.11", sum="5000")
        desk.at("2026-11-27T10:00")
        desk.do("collection.promise", client=2, on="30.11", sum="5000")
        merge(desk)
        assert [row["state"] for row in desk.rows("promise")] == ["broken", "open"]


def test_two_rows_that_others_refer_to_cannot_become_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A doublet is dropped only where nothing hangs on it."""
    pair(desk)
    for client in (1, 2):
        desk.do("billing.remember_payer", client=client, inn=INN)
    monkeypatch.setattr("cs_workbench.domain.clients.moving.referring", _everything_refers)
    refusal = desk.refused("clients.merge", client=1, into=2, confirm=True)
    assert (refusal.code, refusal.message) == (
        "twice",
        "Плательщик № 1 есть у обоих: исправьте или отмените одну из записей.",
    )


_REFERRING = moving.referring


def _everything_refers(read: Any, target: str, number: int) -> Iterator[tuple[str, list[Any]]]:
    if target == "payer":
        yield "payer_id", [object()]
    else:
        yield from _REFERRING(read, target, number)
