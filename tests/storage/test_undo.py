"""Undo and redo: exact, refused with a reason, one step for one act (reliability 28–30)."""

from tests.desk import Desk


def _client_with_invoice(desk: Desk) -> tuple[int, int]:
    client = desk.new("client", "clients.add", name="ООО Ромашка")
    return client, desk.new(
        "invoice", "billing.add_invoice", client=client, number="7", issued_on="2026-11-10", sum="9000"
    )


def test_undo_takes_the_last_act_of_this_user(desk: Desk) -> None:
    _client_with_invoice(desk)
    before = desk.snapshot()
    desk.do("tasks.add", text="Позвонить", on="завтра")
    assert desk.undo().message.startswith("Отменено: Задача")
    assert desk.snapshot() == before


def test_redo_brings_back_in_the_order_of_doing(desk: Desk) -> None:
    first = desk.do("tasks.add", text="Первое", on="завтра")
    second = desk.do("tasks.add", text="Второе", on="завтра")
    after = desk.snapshot()
    desk.undo()
    desk.undo()
    assert desk.bench.redo()[1] == first.entry
    assert desk.bench.redo()[1] == second.entry
    assert desk.snapshot() == after


def test_a_new_act_leaves_nothing_to_redo(desk: Desk) -> None:
    desk.do("tasks.add", text="Первое", on="завтра")
    desk.undo()
    desk.do("tasks.add", text="Второе", on="завтра")
    assert desk.not_redone().code == "nothing"


def test_with_an_empty_journal_there_is_nothing_to_undo(desk: Desk) -> None:
    assert desk.not_undone().code == "nothing"


def test_an_act_that_a_later_one_built_on_is_not_undone(desk: Desk) -> None:
    client = desk.do("clients.add", name="ООО Ромашка")
    desk.do("clients.edit", client=desk.made(client, "client"), name="ООО Ромашка Плюс")
    refusal = desk.not_undone(client.entry)
    assert refusal.code == "changed_since"
    assert "Изменить клиента" in refusal.message


def test_a_record_that_others_refer_to_is_not_undone(desk: Desk) -> None:
    client = desk.do("clients.add", name="ООО Ромашка")
    desk.do("clients.note", client=desk.made(client, "client"), text="Звонить после 14")
    assert desk.not_undone(client.entry).code == "referred"


def test_an_entry_is_undone_once(desk: Desk) -> None:
    done = desk.do("tasks.add", text="Первое", on="завтра")
    desk.undo()
    assert desk.not_undone(done.entry).code == "already"


def test_an_undo_is_not_an_act_to_undo(desk: Desk) -> None:
    desk.do("tasks.add", text="Первое", on="завтра")
    undo = desk.undo()
    assert desk.not_undone(undo.entry).code == "unknown"


def test_a_letter_that_was_sent_is_not_unsent(desk: Desk) -> None:
    letter = desk.new("outbox_message", "outbox.queue", to="buh@romashka.ru", subject="Счёт", text="Здравствуйте")
    desk.do("outbox.sent", outbox_message=letter)
    assert desk.not_undone().code == "final"


def test_another_users_act_is_theirs_to_undo(desk: Desk) -> None:
    desk.do("tasks.add", text="Чужое", on="завтра")
    desk.bench.user = "director"
    assert desk.not_undone().code == "nothing"


def test_an_old_entry_is_undone_by_its_number(desk: Desk) -> None:
    first = desk.do("tasks.add", text="Первое", on="завтра")
    desk.do("tasks.add", text="Второе", on="завтра")
    assert desk.bench.undo(first.entry)[1] == first.entry
    assert [task["text"] for task in desk.rows("task")] == ["Второе"]


def test_undo_gives_the_queue_back(desk: Desk) -> None:
    client, _ = _client_with_invoice(desk)
    before = desk.items()
    desk.do("collection.log_call", client=client, outcome="4", promise_on="2026-11-27", promise_sum="1000")
    assert desk.items() != before
    desk.undo()
    assert desk.items() == before
