"""The map of clients and months, and the debts by age: two lists of the same clients, the map a page at a time."""

from collections.abc import Sequence

from cs_workbench.domain.cash import CashClient, cash_clients, debts, month_rows, months_to
from cs_workbench.kernel.errors import Unavailable
from cs_workbench.presentation import cash
from cs_workbench.presentation.shapes import CardLine, Column, Row, RowKey
from cs_workbench.screens.cash.mode import Mode
from cs_workbench.screens.dialogs.choice import ChoiceDialog
from cs_workbench.screens.triage import Whom
from cs_workbench.widgets.row_source import ListSource, RowSource
from cs_workbench.workbench import Workbench


class MapSource:
    """Clients as lines of the map; a page of them is one query."""

    def __init__(self, workbench: Workbench, clients: Sequence[CashClient], period: str) -> None:
        self._workbench = workbench
        self._clients = clients
        self._period = period
        self._places = {client.id: place for place, client in enumerate(clients)}

    def total(self) -> int:
        """How many clients there are."""
        return len(self._clients)

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        """The rows of a window; names alone while the database does not answer."""
        page = self._clients[offset : offset + limit]
        try:
            rows = self._workbench.read(month_rows, page, self._period)
        except Unavailable:
            return [Row(client.id, (client.name,)) for client in page]
        return [cash.map_row(row) for row in rows]

    def find(self, key: RowKey) -> int | None:
        """The place of a client."""
        return self._places.get(int(key))


class ClientsMode(Mode):
    """A list of clients."""

    def take(self, found: tuple[CashClient, ...]) -> None:
        """The clients in the list's order."""
        self.clients: Sequence[CashClient] = found
        self.size = len(found)
        self._by_id = {client.id: client for client in found}

    def read(self, workbench: Workbench, period: str) -> Sequence[CashClient]:
        """Clients by name."""
        return workbench.read(cash_clients, period)

    def choice(self) -> str:
        """Clients that stand so."""
        return cash.chosen_text(self.chosen)

    def card(self, key: RowKey) -> list[CardLine]:
        """The name; the rest is what is known at a glance."""
        return [CardLine(self._by_id[int(key)].name, "title")]

    def client_of(self, key: RowKey) -> Whom | None:
        """The client itself."""
        client = self._by_id.get(int(key))
        return None if client is None else Whom(client.id, client.name)

    def copy(self) -> None:
        """A reminder to a debtor, the card of another."""
        whom = self.screen.whom()
        if whom is not None and self.screen.app.copier is not None:
            owes = bool(self._by_id[whom.client_id].debt)
            copier = self.screen.app.copier
            (copier.reminder if owes else copier.client)(self.screen, whom.client_id)

    def others(self) -> None:
        """Clients that stand so, or whose last call ended so."""
        rows = cash.choices()
        self.screen.app.push_screen(self.screen.app.dialog(ChoiceDialog).offer("Показать", rows, self.screen.narrow_to))


class MapMode(ClientsMode):
    """Clients × twelve months."""

    token, title = "map", "Карта"
    exported, narrowed_by = "cash", ("period", "words", "chosen")
    empty = "За эти месяцы никому не выставляли. a — добавить клиента или подписку"
    keys = (
        ("tab", "раздел"),
        ("left", "месяц"),
        ("c", "звонок"),
        ("o", "отбор"),
        ("b", "выписка"),
        ("f1", "помощь"),
    )

    def columns(self, width: int) -> Sequence[Column]:
        """A column a month."""
        return cash.map_columns(months_to(self.screen.period), width)

    def source(self, words: str) -> RowSource:
        """Pages of clients."""
        found = cash.shown(self.clients, words, self.chosen)
        return MapSource(self.screen.workbench, found, self.screen.period)

    def legend(self, width: int) -> str:
        """The letters."""
        return cash.legend(width)


class DebtsMode(ClientsMode):
    """Who owes, the oldest debt first."""

    token, title = "debts", "Долги"
    exported, narrowed_by = "debtors", ("words", "chosen")
    empty = "Никто не должен"
    keys = (
        ("d", "звонок"),
        ("p", "обещание"),
        ("o", "отбор"),
        ("y", "напоминание"),
        ("b", "выписка"),
        ("f1", "помощь"),
    )

    def read(self, workbench: Workbench, period: str) -> Sequence[CashClient]:
        """Debtors by age."""
        return tuple(debts(workbench.read(cash_clients, period)))

    def columns(self, width: int) -> Sequence[Column]:
        """Sum, age, what stands in the way, the last call."""
        return cash.debt_columns(width)

    def source(self, words: str) -> RowSource:
        """All of them: open debts are few."""
        return ListSource([cash.debt_row(client) for client in cash.shown(self.clients, words, self.chosen)])

    def legend(self, width: int) -> str:
        """How much is how old."""
        return cash.ages(self.clients)
