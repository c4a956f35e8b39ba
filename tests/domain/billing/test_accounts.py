"""Our own bank accounts (row 8.3)."""

from tests.desk import Desk

BIK = "044525225"


def account(key: str) -> str:
    """An account whose key digit is given."""
    return f"40702810{key}00000000001"


def right_account() -> str:
    """The account of that bank whose key digit is right."""
    weights = [7, 1, 3] * 8
    for key in "0123456789":
        digits = BIK[-3:] + account(key)
        if sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 10 == 0:
            return account(key)
    raise AssertionError("one of ten digits is the key")


def wrong_account() -> str:
    """An account of that bank with a slip of the pen in its key."""
    return account(str((int(right_account()[8]) + 1) % 10))


def test_an_account_is_written_down_with_its_bank(desk: Desk) -> None:
    done = desk.there_and_back(
        "billing.add_own_account", account=right_account(), bik=BIK, bank="Сбербанк", org="ООО Мы", inn="7707083893"
    )

    row = desk.show("own_account", desk.made(done, "own_account"))
    assert (row["account"], row["bik"], row["bank"], row["inn"]) == (right_account(), BIK, "Сбербанк", "7707083893")
    assert right_account() in done.message


def test_without_a_bik_the_key_is_not_checked(desk: Desk) -> None:
    desk.do("billing.add_own_account", account=wrong_account())


def test_a_wrong_key_is_refused_when_the_bik_is_known(desk: Desk) -> None:
    refusal = desk.refused("billing.add_own_account", account=wrong_account(), bik=BIK)

    assert (refusal.code, refusal.field) == ("account", "account")


def test_a_short_account_is_refused(desk: Desk) -> None:
    assert desk.refused("billing.add_own_account", account="407028").code == "account"


def test_the_same_account_twice_is_refused_with_its_bank(desk: Desk) -> None:
    desk.do("billing.add_own_account", account=right_account(), bank="Сбербанк")

    refusal = desk.refused("billing.add_own_account", account=right_account())

    assert refusal.code == "duplicate"
    assert "Сбербанк" in refusal.message
