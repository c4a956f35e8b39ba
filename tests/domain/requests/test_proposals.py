"""A proposal: options with their prices, and what the client chose (row 20.3)."""

from datetime import date

import pytest

from cs_workbench.domain.requests.options import parse_options
from tests.domain.requests.askers import Asker

THREE = "ремонт 12 000; новый шлагбаум — 120т\nобслуживание бесплатно"


@pytest.fixture
def request_id(romashka: Asker) -> int:
    """A request that wants a decision."""
    return romashka.ask("Что делать со старым шлагбаумом?", kind="sales")


@pytest.mark.parametrize(("typed", "kept"), [
    ("ремонт 12 000", "ремонт — 12 000 ₽"),
    ("ремонт: 12000 руб.", "ремонт — 12 000 ₽"),
    ("ремонт — 12 000,50 ₽", "ремонт — 12 000,50 ₽"),
    ("2 шлагбаума 240 000 ₽", "2 шлагбаума — 240 000 ₽"),
    ("контроллер К-5 = 15т", "контроллер К-5 — 15 000 ₽"),
    ("выезд по гарантии", "выезд — бесплатно"),
    ("Выезд — бесплатно", "Выезд — бесплатно"),
    ("настройка 0", "настройка — бесплатно"),
])  # fmt: skip
def test_an_option_ends_with_its_price(typed: str, kept: str) -> None:
    (option,) = parse_options(typed)

    assert str(option).replace("\N{NO-BREAK SPACE}", " ") == kept


def test_what_is_kept_reads_the_same_again() -> None:
    once = parse_options(THREE)

    assert parse_options("\n".join(map(str, once))) == once


@pytest.mark.parametrize(("options", "code"), [
    ("ремонт", "no_price"),
    ("ремонт 12 000; замена", "no_price"),
    ("ремонт дёшево", "no_price"),
    ("ремонт -5", "no_price"),
    ("12 000", "no_name"),
    (" ; \n ", "empty"),
    (" ", "empty"),
])  # fmt: skip
def test_an_option_without_a_price_or_a_name_is_refused(
    romashka: Asker, request_id: int, options: str, code: str
) -> None:
    refusal = romashka.desk.refused("requests.propose", request=request_id, options=options)

    assert (refusal.code, refusal.field) == (code, "options")


def test_a_proposal_waits_two_business_days_for_the_client(romashka: Asker, request_id: int) -> None:
    romashka.desk.at("2026-11-26T15:00")

    done = romashka.desk.there_and_back("requests.propose", request=request_id, options=THREE)

    row = romashka.desk.show("proposal", 1)
    assert (row["state"], row["offered_on"], row["answer_by"]) == ("offered", date(2026, 11, 26), date(2026, 11, 30))
    assert row["options"].count("\n") == 2
    assert romashka.stands(request_id) == ("waiting_client", None, "ответ клиента", date(2026, 11, 30), False)
    assert done.message == "Обращение № 1: предложено 3 варианта, ответ ждём до 30.11.2026."
    assert romashka.rules("2026-11-27T18:00") == []
    assert romashka.rules("2026-11-30T00:00") == ["PO-ANS"]


def test_a_second_proposal_waits_for_the_answer_to_the_first(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("requests.propose", request=request_id, options="ремонт 12000")

    assert romashka.desk.refused("requests.propose", request=request_id, options="замена 5000").code == "already"
    assert romashka.desk.bench.refusal("requests.propose", {"request": request_id}) is not None


@pytest.mark.parametrize(("chosen", "kept"), [
    ("1", "ремонт — 12 000 ₽"), ("шлагбаум", "новый шлагбаум — 120 000 ₽"), ("ОБСЛУЖ", "обслуживание — бесплатно"),
])  # fmt: skip
def test_the_client_chooses_by_number_or_word(romashka: Asker, request_id: int, chosen: str, kept: str) -> None:
    romashka.desk.do("requests.propose", request=request_id, options=THREE)

    done = romashka.desk.there_and_back("requests.proposal_answer", proposal=1, accepted="да", chosen=chosen)

    row = romashka.desk.show("proposal", 1)
    assert (row["state"], row["answered_on"]) == ("accepted", date(2026, 11, 24))
    assert row["chosen"].replace("\N{NO-BREAK SPACE}", " ") == kept
    assert romashka.stands(request_id) == ("in_work", date(2026, 11, 24), None, None, False)
    (offer,) = done.follow_ups
    assert (offer.action, offer.inputs["result"]) == ("requests.resolve", row["chosen"])


def test_the_only_option_needs_no_choice(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("requests.propose", request=request_id, options="ремонт 12000")

    romashka.desk.do("requests.proposal_answer", proposal=1, accepted="да")

    assert romashka.desk.show("proposal", 1)["chosen"].startswith("ремонт")


def test_the_client_declines(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("requests.propose", request=request_id, options=THREE)

    done = romashka.desk.there_and_back("requests.proposal_answer", proposal=1, accepted="нет")

    row = romashka.desk.show("proposal", 1)
    assert (row["state"], row["chosen"]) == ("declined", None)
    assert done.message == "Обращение № 1: от предложения отказались."
    assert romashka.rules() == ["RQ-NEXT"]


@pytest.mark.parametrize(("inputs", "code", "field"), [
    ({"accepted": "да"}, "required", "chosen"),
    ({"accepted": "да", "chosen": "4"}, "choice", "chosen"),
    ({"accepted": "да", "chosen": "о"}, "choice", "chosen"),
    ({"accepted": "нет", "chosen": "1"}, "declined", "chosen"),
    ({}, "required", "accepted"),
    ({"accepted": "может"}, "yes_no", "accepted"),
])  # fmt: skip
def test_an_answer_that_is_none_is_refused(
    romashka: Asker, request_id: int, inputs: dict[str, str], code: str, field: str
) -> None:
    romashka.desk.do("requests.propose", request=request_id, options=THREE)

    refusal = romashka.desk.refused("requests.proposal_answer", proposal=1, **inputs)

    assert (refusal.code, refusal.field) == (code, field)


def test_an_answer_is_given_once(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("requests.propose", request=request_id, options=THREE)
    romashka.desk.do("requests.proposal_answer", proposal=1, accepted="нет")

    assert romashka.desk.refused("requests.proposal_answer", proposal=1, accepted="да").code == "already"
    assert romashka.desk.bench.refusal("requests.proposal_answer", {"proposal": 1}) is not None


def test_closing_without_the_clients_word_is_asked_and_the_proposal_is_silent(romashka: Asker, request_id: int) -> None:
    romashka.desk.do("requests.propose", request=request_id, options=THREE)
    romashka.desk.do("requests.resolve", request=request_id, result="Уехали")
    romashka.desk.at("2026-11-26T10:00")
    assert sorted(romashka.rules()) == ["PO-ANS", "RQ-NEXT"]

    done = romashka.desk.asked("requests.close", request=request_id)

    assert "ещё не ответил на предложение" in done.warnings[0]
    assert romashka.rules() == []
    romashka.desk.do("requests.proposal_answer", proposal=1, accepted="нет")
    assert romashka.stands(request_id)[0] == "closed"
