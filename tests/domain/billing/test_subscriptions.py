"""Subscriptions: opened, paused, ended (row 8.1)."""

import pytest

from cs_workbench.domain.billing.records import SubscriptionState
from cs_workbench.kernel.money import Money
from tests.desk import Desk
from tests.domain.billing import month


def test_a_subscription_waits_for_its_first_month(desk: Desk) -> None:
    client = month.client(desk)

    done = desk.there_and_back(
        "billing.open_subscription",
        client=client,
        amount="12 000",
        from_period="2026-12",
        email="buh@a.ru",
        channel="edo",
    )

    row = desk.show("subscription", desk.made(done, "subscription"))
    assert row["amount"] == Money.rubles(12_000)
    assert (row["from_period"], row["next_unbilled"], row["run_from"]) == ("2026-12", "2026-12", "2026-12")
    assert (row["state"], row["channel"], row["remind_from"]) == (SubscriptionState.ACTIVE, "edo", 20)
    assert month.plain(done.message) == "Подписка «ООО Ромашка» открыта: 12 000 ₽ в месяц с декабря 2026."


def test_a_subscription_for_past_months_names_them_and_the_run_begins_now(desk: Desk) -> None:
    done = desk.do("billing.open_subscription", client=month.client(desk), amount="12000", from_period="2026-09")

    row = desk.rows("subscription")[0]
    assert (row["next_unbilled"], row["run_from"]) == ("2026-09", "2026-11")
    assert "2 прошедших месяца" in done.warnings[0]


def test_a_subscription_may_end_from_the_first(desk: Desk) -> None:
    done = desk.do(
        "billing.open_subscription",
        client=month.client(desk),
        amount="12000",
        from_period="2026-11",
        to_period="2026-12",
    )
    assert done.message.endswith("с ноября 2026 по декабрь 2026.")

    month.run(desk)
    month.run(desk, "2026-12", "2026-12-15T11:00")

    assert desk.rows("subscription")[0]["next_unbilled"] is None


def test_a_client_without_inn_is_warned_about(desk: Desk) -> None:
    client = month.client(desk, "ООО Без номера", inn=None)

    done = desk.do("billing.open_subscription", client=client, amount="12000", from_period="2026-12")

    assert "нет ИНН" in done.warnings[0]


@pytest.mark.parametrize(
    ("inputs", "code", "field"),
    [
        ({"amount": "0"}, "sum", "amount"),
        ({"amount": "-5"}, "money", "amount"),
        ({"to_period": "2026-10"}, "period", "to_period"),
        ({"from_period": "13.2026"}, "period", "from_period"),
        ({"remind_from": "32"}, "day", "remind_from"),
        ({"remind_from": "0"}, "day", "remind_from"),
        ({"due": "40"}, "day", "due"),
        ({"email": "не почта"}, "email", "email"),
        ({"channel": "pigeon"}, "choice", "channel"),
        ({"client": "999999"}, "unknown", "client"),
    ],
)
def test_a_bad_subscription_is_refused(desk: Desk, inputs: dict[str, str], code: str, field: str) -> None:
    given = {"client": month.client(desk), "amount": "12000", "from_period": "2026-11", **inputs}

    refusal = desk.refused("billing.open_subscription", **given)

    assert (refusal.code, refusal.field) == (code, field)


def test_the_same_fee_twice_is_asked_about(desk: Desk) -> None:
    client, _ = month.payer(desk)

    desk.asked("billing.open_subscription", client=client, amount="12000", from_period="2026-11")


def test_another_fee_of_the_same_client_is_not_asked_about(desk: Desk) -> None:
    client, _ = month.payer(desk)

    assert month.subscription(desk, client, amount="5000") == 2


def test_a_month_more_than_a_year_ahead_is_asked_about(desk: Desk) -> None:
    desk.asked("billing.open_subscription", client=month.client(desk), amount="12000", from_period="2028-01")


def test_a_subscription_is_found_by_its_client(desk: Desk) -> None:
    month.payer(desk)

    desk.do("billing.change_price", subscription="ромашка", amount="13000", from_period="2026-12", reason="Договор")

    assert desk.rows("price_change")[0]["subscription_id"] == 1


# Pauses ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("until", "resumes"),
    [("2027-02", "2027-02"), ("январь 2027", "2027-01"), ("01.01.2027", "2027-01"), ("15.01.2027", "2027-02")],
)
def test_a_pause_lasts_until_the_month_that_is_named(desk: Desk, until: str, resumes: str) -> None:
    _, subscription = month.payer(desk)

    done = desk.there_and_back("billing.pause", subscription=subscription, until=until, reason="Стройка")

    pause = desk.rows("subscription_pause")[0]
    assert (pause["from_period"], pause["to_period"], pause["reason"]) == ("2026-11", resumes, "Стройка")
    row = desk.show("subscription", subscription)
    assert (row["state"], row["next_unbilled"]) == (SubscriptionState.PAUSED, resumes)
    assert done.message.startswith("Подписка на паузе")


def test_a_pause_begins_after_the_month_that_is_billed(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    month.run(desk)

    done = desk.do("billing.pause", subscription=subscription, until="2027-01", reason="Стройка")

    assert desk.rows("subscription_pause")[0]["from_period"] == "2026-12"
    assert "за декабрь 2026 счетов не будет" in done.message


def test_a_pause_for_a_missed_month_takes_it_out_of_the_queue(desk: Desk) -> None:
    client, subscription = month.payer(desk)
    desk.at("2026-12-01T10:00")
    assert "BL-MISS" in desk.rules(client)

    desk.do("billing.pause", subscription=subscription, from_period="2026-11", until="2026-12", reason="Не работали")

    assert "BL-MISS" not in desk.rules(client)


def test_a_pause_is_made_longer_by_another(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    desk.do("billing.pause", subscription=subscription, until="2026-12", reason="Стройка")

    desk.do("billing.pause", subscription=subscription, until="2027-02", reason="Стройка затянулась")

    assert [row["from_period"] for row in desk.rows("subscription_pause")] == ["2026-11", "2026-12"]
    assert desk.show("subscription", subscription)["next_unbilled"] == "2027-02"


@pytest.mark.parametrize("until", ["2026-10", "2026-11", "01.11.2026", "20.11.2026"])
def test_a_pause_into_the_past_is_refused(desk: Desk, until: str) -> None:
    _, subscription = month.payer(desk)

    refusal = desk.refused("billing.pause", subscription=subscription, until=until, reason="Стройка")

    assert (refusal.code, refusal.field) == ("until", "until")


def test_a_pause_until_nonsense_is_refused(desk: Desk) -> None:
    _, subscription = month.payer(desk)

    refusal = desk.refused("billing.pause", subscription=subscription, until="как-нибудь", reason="Стройка")

    assert (refusal.code, refusal.field) == ("date", "until")


def test_a_pause_without_a_reason_is_refused(desk: Desk) -> None:
    _, subscription = month.payer(desk)

    assert desk.refused("billing.pause", subscription=subscription, until="2027-01").field == "reason"
    assert desk.refused("billing.pause", subscription=subscription, until="2027-01", reason="  ").code == "empty"


def test_a_subscription_that_is_over_is_not_paused(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    month.run(desk)
    desk.do("billing.end", subscription=subscription, period="2026-11", reason="Ушли")

    assert desk.refused("billing.pause", subscription=subscription, until="2027-01", reason="Стройка").code == "ended"


def test_before_the_form_opens_a_subscription_that_is_over_says_so(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    month.run(desk)
    desk.do("billing.end", subscription=subscription, period="2026-11", reason="Ушли")
    desk.at("2026-12-01T10:00")

    for action in ("billing.pause", "billing.change_price"):
        refusal = desk.bench.refusal(action, {"subscription": subscription})
        assert refusal is not None
        assert refusal.code == "ended"
        assert desk.bench.refusal(action, {}) is None


# The end --------------------------------------------------------------------------------------------------


def test_the_end_names_the_last_month_billed(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    month.run(desk)

    done = desk.there_and_back("billing.end", subscription=subscription, period="2026-11", reason="Переезд")

    row = desk.show("subscription", subscription)
    assert (row["state"], row["to_period"], row["end_reason"]) == (SubscriptionState.ENDED, "2026-11", "Переезд")
    assert row["next_unbilled"] is None
    assert done.message == "Подписка закончена: последний месяц — ноябрь 2026."


def test_months_before_the_end_are_still_billed(desk: Desk) -> None:
    _, subscription = month.payer(desk)

    done = desk.do("billing.end", subscription=subscription, period="2026-12", reason="Переезд")

    assert "Ещё не выставлено: с ноября 2026" in done.message
    assert len(month.run(desk)) == 1
    assert len(month.run(desk, "2026-12", "2026-12-15T11:00")) == 1
    desk.at("2027-03-01T10:00")
    assert desk.rules() == [rule for rule in desk.rules() if rule not in ("BL-MISS", "BL-PREP")]


def test_an_end_before_months_already_billed_is_asked_about(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    month.run(desk)
    month.run(desk, "2026-12", "2026-12-15T11:00")

    done = desk.asked("billing.end", subscription=subscription, period="2026-11", reason="Ушли")

    assert [(offer.action, offer.inputs["invoice"]) for offer in done.follow_ups] == [("billing.cancel_invoice", 2)]


def test_an_end_before_the_beginning_is_refused(desk: Desk) -> None:
    _, subscription = month.payer(desk)

    assert desk.refused("billing.end", subscription=subscription, period="2026-10", reason="Ушли").code == "period"


def test_the_same_end_twice_is_refused(desk: Desk) -> None:
    _, subscription = month.payer(desk)
    desk.do("billing.end", subscription=subscription, period="2026-12", reason="Ушли")

    assert desk.refused("billing.end", subscription=subscription, period="2026-12", reason="Ушли").code == "same"


def test_an_end_without_a_reason_is_refused(desk: Desk) -> None:
    _, subscription = month.payer(desk)

    assert desk.refused("billing.end", subscription=subscription, period="2026-12").field == "reason"
