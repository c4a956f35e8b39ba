"""Invented firms: believable, told apart, and nobody's."""

from collections import Counter

import pytest

from cs_workbench.demo.firms import Firm, inn_of, invent_firms, latin
from cs_workbench.demo.roles import Role, cast_of
from cs_workbench.demo.sources import read_sources
from cs_workbench.kernel.identifiers import check_email, check_inn, check_kpp
from cs_workbench.kernel.phone import parse_phone


@pytest.fixture(scope="module")
def firms() -> list[Firm]:
    """A hundred and twenty of them."""
    return invent_firms(read_sources(), 2026, 120)


def test_every_number_and_address_would_be_taken_by_a_form(firms: list[Firm]) -> None:
    for firm in firms:
        assert check_inn(firm.inn) == firm.inn
        assert check_email(firm.email) == firm.email
        assert parse_phone(firm.phone) == firm.phone
        assert firm.kpp is None or check_kpp(firm.kpp) == firm.kpp
        assert [parse_phone(person.phone) for person in firm.people] == [person.phone for person in firm.people]


def test_no_two_firms_have_a_name_an_inn_or_a_telephone_in_common(firms: list[Firm]) -> None:
    for facts in ([firm.name for firm in firms], [firm.inn for firm in firms], [firm.phone for firm in firms]):
        assert Counter(facts).most_common(1)[0][1] == 1


def test_names_go_on_with_numbers_when_the_words_are_used_up() -> None:
    names = [firm.name for firm in invent_firms(read_sources(), 1, 3000)]
    assert any(name.endswith("(2)»") for name in names)


def test_the_first_firms_do_not_depend_on_how_many_there_are(firms: list[Firm]) -> None:
    assert invent_firms(read_sources(), 2026, 40) == firms[:40]


def test_a_person_has_twelve_digits_and_a_firm_ten() -> None:
    assert (len(inn_of(17, person=True)), len(inn_of(17, person=False))) == (12, 10)


def test_a_name_becomes_an_address() -> None:
    assert latin("Северный ёж, 14») ") == "severnyy-ezh-14"


@pytest.mark.parametrize(("count", "missing"), [(120, set()), (30, None)])
def test_every_story_is_told_where_there_are_clients_for_it(
    firms: list[Firm], count: int, missing: set[Role] | None
) -> None:
    roles = {client.role for client in cast_of(firms[:count], 2026, ("Ирина",)).clients}
    assert len(roles) == (len(Role) if missing is not None else count)
