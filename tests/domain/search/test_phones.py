"""Every spelling of a telephone finds its client: 8 and +7, brackets, dashes, extensions, pieces of the number."""

from collections.abc import Sequence

import pytest

from cs_workbench.domain.search import Found, Shelf, dialled
from tests.desk import Desk

MOBILE, FIRM, FOREIGN = "Мобильный", "Коммутатор", "Минск"

SPELLINGS = {
    MOBILE: (
        "+79161234567",
        "89161234567",
        "79161234567",
        "9161234567",
        "+7 916 123-45-67",
        "+7 (916) 123-45-67",
        "+7(916)123-45-67",
        "+7 916 1234567",
        "+7-916-123-45-67",
        "+7.916.123.45.67",
        "8 916 123-45-67",
        "8 (916) 123-45-67",
        "8(916)123-45-67",
        "8(916)1234567",
        "8-916-123-45-67",
        "8 916 123 45 67",
        "8 9161234567",
        "8–916–123–45–67",
        "8 916 12 34 567",
        "+8 916 123-45-67",
        "(916) 123-45-67",
        "916 123-45-67",
        "916-123-4567",
        "[916] 123 45 67",
        "810 7 916 123-45-67",
        "8-10-7-916-123-45-67",
        "007 916 123-45-67",
        "тел. 8 916 123-45-67",
        "Телефон: +7 916 123-45-67",
        "моб. 8(916)123-45-67",
        "tel:+79161234567",
        "т. 916-123-45-67",
        "+7\u00a0916\u00a0123-45-67",
        "＋７ ９１６ １２３ ４５ ６７",
        " 8 916 123-45-67 ",
        "8 916 123",
        "8916",
        "+7916",
        "7916123",
        "123-45-67",
        "1234567",
        "45-67",
        "4567",
        "916123",
    ),
    FIRM: (
        "8 495 777-00-11 доб. 12",
        "8 (495) 777-00-11 доб 12",
        "+7 495 777-00-11 доб.12",
        "84957770011 доб 12",
        "+7 (495) 777-00-11 (доб. 12)",
        "8 495 777-00-11, доб. 12",
        "8 495 777-00-11 добавочный 12",
        "8 495 777-00-11 вн. 12",
        "8 495 777-00-11 ext. 12",
        "8 495 777-00-11 x12",
        "8 495 777-00-11 х12",
        "8 495 777-00-11 #12",
        "8 495 777-00-11,12",
        "+74957770011;ext=12",
        "8495777001112",
        "8 495 777-00-11",
        "+7 (8 495) 777-00-11",
        "777-00-11",
        "495 777",
        "8 495 777-00-11 доб.",
        "8 495 777-00-11 доб. 99",
    ),
    FOREIGN: ("+375 29 111-22-33", "375291112233", "810 375 29 1112233", "00375 29 111 22 33", "29 111-22-33"),
}
PAIRS = [(spelling, client) for client, spellings in SPELLINGS.items() for spelling in spellings]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> "Search":
    """Three clients with a telephone each, one of them a contact's, among others."""
    desk = Desk(tmp_path_factory.mktemp("phones"))
    desk.do("clients.add", name=MOBILE)
    desk.do("clients.add_contact", client=1, name="Пётр", phone="8 916 123-45-67")
    desk.do("clients.add", name=FIRM, phone="+7 495 777-00-11 доб. 12")
    desk.do("clients.add", name=FOREIGN, phone="+375 29 111-22-33")
    for number in range(20):
        desk.do("clients.add", name=f"Сосед {number}", phone=f"8 903 555-{number:02}-{number + 20}")
    return Search(desk)


class Search:
    """Asks a desk's shelf."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.shelf = Shelf()

    def __call__(self, text: str) -> Sequence[Found]:
        return self.desk.bench.read(self.shelf.find, text)


def test_there_are_sixty_spellings() -> None:
    assert len(set(PAIRS)) >= 60


@pytest.mark.parametrize(("spelling", "client"), PAIRS, ids=[repr(spelling) for spelling, _ in PAIRS])
def test_a_spelling_finds_its_client_first(found: Search, spelling: str, client: str) -> None:
    rows = found(spelling)
    assert rows, "nobody was found"
    assert rows[0].client == client
    assert rows[0].kind == "phone"


def test_what_matched_is_the_contact_s_telephone(found: Search) -> None:
    (row,) = found("916 123-45-67")
    assert (row.record, row.text, row.who) == ("contact", "+79161234567", "Пётр")


def test_a_number_with_its_extension_comes_before_the_same_with_another(desk: Desk) -> None:
    for extension in ("11", "12", "13"):
        desk.do("clients.add", name=f"Отдел {extension}", phone=f"8 495 777-00-11 доб. {extension}", confirm=True)
    rows = desk.bench.read(Shelf().find, "8 495 777-00-11 доб. 13")
    assert [row.client for row in rows] == ["Отдел 13", "Отдел 11", "Отдел 12"]


@pytest.mark.parametrize("text", ["ромашка", "доб. 12", "", "+", "8 916 звонить", "1" * 30, "№ 118"])
def test_what_is_no_number_is_read_as_none(text: str) -> None:
    assert dialled(text) == ()
