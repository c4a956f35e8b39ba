"""The bank's lines that wait for a person: matched to the suggested invoice or another, or put aside with a reason."""

from collections.abc import Sequence

from cs_workbench.domain.cash import BankRow, bank_rows, invoices_for
from cs_workbench.kernel.text import count
from cs_workbench.presentation import bank
from cs_workbench.presentation.shapes import CardLine, Column, Row, RowKey
from cs_workbench.screens.cash.mode import Mode
from cs_workbench.screens.dialogs.search import SearchDialog
from cs_workbench.screens.triage import Whom
from cs_workbench.widgets.row_source import ListSource, RowSource
from cs_workbench.workbench import Workbench

MATCH, IGNORE, CREDIT = "billing.match_line", "billing.ignore_line", "billing.credit_line"


class BankMode(Mode):
    """Income without a place, of all months."""

    token, title = "bank", "Банк"
    exported, narrowed_by = "bank", ("words",)
    empty = "Все поступления разнесены. b — загрузить выписку"
    keys = (
        ("d", "разнести"),
        ("e", "другой счёт"),
        ("x", "не платёж"),
        ("o", "другое"),
        ("b", "выписка"),
        ("f1", "помощь"),
    )

    def take(self, found: tuple[BankRow, ...]) -> None:
        """The lines, the newest first."""
        self.lines = found
        self._by_id = {line.id: line for line in found}

    def read(self, workbench: Workbench, period: str) -> tuple[BankRow, ...]:
        """Every line that waits; the month does not matter."""
        return workbench.read(bank_rows)

    def columns(self, width: int) -> Sequence[Column]:
        """Day, sum, payer, suggestion, score."""
        return bank.bank_columns(width)

    def source(self, words: str) -> RowSource:
        """Those whose payer, client or purpose has the words."""
        shown = [line for line in self.lines if not words or words in bank.searched(line)]
        return ListSource([bank.bank_row(line) for line in shown])

    def legend(self, width: int) -> str:
        """How many have a suggestion."""
        likely = sum(1 for line in self.lines if line.invoice_id is not None)
        waiting = count(len(self.lines), "поступление ждёт", "поступления ждут", "поступлений ждут")
        return f"{waiting} разнесения, с предложением {likely}"

    def card(self, key: RowKey) -> list[CardLine]:
        """What the bank said, and the reasons."""
        return bank.line_lines(self._by_id[int(key)])

    def client_of(self, key: RowKey) -> Whom | None:
        """The client whom the payer's INN means, where it means one."""
        line = self._by_id.get(int(key))
        return None if line is None or line.client_id is None else Whom(line.client_id, line.client)

    def _line(self) -> BankRow | None:
        key = self.screen.table.cursor_key
        return None if key is None else self._by_id.get(int(key))

    # Keys -----------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Enter places the line, as `d` does."""
        self.answer()

    def answer(self) -> None:
        """Place the line on the suggested invoice; on one to be chosen where none is suggested."""
        line = self._line()
        if line is None:
            return
        if line.invoice_id is None:
            self.edit()
        else:
            self._match(line, line.invoice_id)

    def edit(self) -> None:
        """Choose an invoice."""
        line = self._line()
        if line is None:
            return

        def search(words: str) -> Sequence[Row]:
            return [bank.owed_row(one) for one in self.screen.workbench.read(invoices_for, line, words)]

        title = f"{line.left.short()} от {line.counterparty}: какой счёт оплачен"
        hint = "часть названия клиента или номер счёта"
        dialog = self.screen.app.dialog(SearchDialog)
        self.screen.app.push_screen(dialog.seek(title, hint, search, lambda key: self._match(line, int(key))))

    def _match(self, line: BankRow, invoice: int) -> None:
        self.screen.perform_asking(MATCH, {"bank_line": line.id, "invoice": invoice})

    def drop(self) -> None:
        """No client's money, for a reason."""
        line = self._line()
        if line is not None:
            title = f"{line.left.short()} от {line.counterparty} — не платёж клиента. Причина:"
            self.screen.ask_line(title, IGNORE, lambda text: {"bank_line": line.id, "reason": text})

    def others(self) -> None:
        """Everything that can be done with a line."""
        line = self._line()
        if line is not None:
            self.screen.app.open_actions((MATCH, CREDIT, IGNORE), lambda name: self._other(name, line))

    def _other(self, name: str, line: BankRow) -> None:
        form = self.screen.workbench.form(name)
        if name == MATCH:
            self.edit()
        elif form is not None:
            client = {"client": str(line.client_id)} if name == CREDIT and line.client_id is not None else {}
            self.screen.app.open_form(self.screen, form, {"bank_line": str(line.id), **client})
