"""The queue as a screen holds it: splits, counts, and the entries of an act in the place of the old ones."""

from datetime import UTC, datetime

from cs_workbench.kernel.rule import Tier
from cs_workbench.presentation.queue_list import QueueList
from tests.presentation.shown import entry, rule

CALL = rule("PAY-CALL", "money", Tier.MONEY, "collection.log_call")
BANK = rule("BANK-GET", "money", Tier.MONEY)
TASK = rule("TASK", "promised", Tier.PROMISED)
LATER = (datetime(2026, 12, 1, tzinfo=UTC), "")


def keys(queue: QueueList, split: str = "all", words: str = "") -> list[str]:
    """The keys that a split shows."""
    return [one.key for one in queue.of_split(split, words)]


def test_a_split_shows_its_own() -> None:
    queue = QueueList([entry(TASK, 1), entry(CALL, 2), entry(BANK, None), entry(CALL, 3, snoozed=LATER)], whole=True)
    assert keys(queue) == ["TASK:client:1:", "PAY-CALL:client:2:", "BANK-GET:client:0:"]
    assert keys(queue, "calls") == ["PAY-CALL:client:2:"]
    assert keys(queue, "snoozed") == ["PAY-CALL:client:3:"]


def test_words_narrow_by_the_client_s_name() -> None:
    queue = QueueList([entry(CALL, 1, name="ромашка"), entry(CALL, 2, name="березка")])
    assert keys(queue, words="берез") == ["PAY-CALL:client:2:"]


def test_counts_are_unknown_until_the_queue_is_whole() -> None:
    assert set(QueueList([entry(CALL, 1)]).counts().values()) == {None}


def test_counts_leave_out_what_is_put_off() -> None:
    entries = [entry(TASK, 1, waiting=True), entry(CALL, 2), entry(CALL, 3, snoozed=LATER)]
    counts = QueueList(entries, whole=True).counts()
    assert {name: counts[name] for name in ("all", "promised", "calls", "money", "waiting", "snoozed", "growth")} == {
        "all": 2,
        "promised": 1,
        "calls": 1,
        "money": 1,
        "waiting": 1,
        "snoozed": 1,
        "growth": 0,
    }


def test_an_act_replaces_the_entries_of_its_clients_under_the_rules_asked() -> None:
    queue = QueueList([entry(TASK, 1), entry(CALL, 1, 9.0), entry(CALL, 2, 5.0), entry(BANK, None)], whole=True)
    queue.replace([1], [("PAY-CALL", "pay-call")], [entry(CALL, 1, 3.0)])
    assert keys(queue) == ["TASK:client:1:", "PAY-CALL:client:2:", "PAY-CALL:client:1:", "BANK-GET:client:0:"]


def test_entries_without_a_client_are_asked_about_after_every_act() -> None:
    queue = QueueList([entry(CALL, 1), entry(BANK, None)], whole=True)
    queue.replace([1], [("BANK-GET", "bank-get")], [])
    assert keys(queue) == ["PAY-CALL:client:1:"]
