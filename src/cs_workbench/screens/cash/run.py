"""The month's run: what will be billed, the numbers of 1C, what was made and still has to be sent."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cs_workbench.domain.cash import RunBoard, RunRow, run_board
from cs_workbench.kernel.dates import period_text
from cs_workbench.kernel.progress import Progress
from cs_workbench.presentation import run
from cs_workbench.presentation.shapes import CardLine, Column, Row, RowKey
from cs_workbench.screens.cash.base import CashBase
from cs_workbench.screens.cash.mode import Mode
from cs_workbench.screens.dialogs.choice import ChoiceDialog
from cs_workbench.screens.dialogs.confirm import ConfirmDialog
from cs_workbench.screens.dialogs.paste import PasteDialog
from cs_workbench.screens.triage import Whom
from cs_workbench.widgets.row_source import ListSource, RowSource
from cs_workbench.workbench import Workbench

if TYPE_CHECKING:
    from cs_workbench.kernel.action import Done

SEND = "billing.send_invoice"


class RunMode(Mode):
    """The run of the screen's month."""

    token, title = "run", "Прогон"
    exported, narrowed_by = "run", ("period", "words", "chosen")
    empty = "В этом месяце выставлять нечего: подписок нет"
    keys = (
        ("d", "выставить"),
        ("x", "исключить"),
        ("i", "номера 1С"),
        ("r", "отправить"),
        ("l", "закрыть"),
        ("f1", "помощь"),
    )

    def __init__(self, screen: CashBase) -> None:
        super().__init__(screen)
        self.excluded: frozenset[int] = frozenset()
        self.pasted = ""
        self._period = ""

    def take(self, found: RunBoard) -> None:
        """Another month begins without exclusions and numbers, and so does a run that was made."""
        if self._period != found.period or not found.billed:
            self.excluded, self.pasted = frozenset(), ""
        self._period = found.period
        self.board = found
        self._by_id = {row.subscription_id: row for row in found.rows}

    def read(self, workbench: Workbench, period: str) -> RunBoard:
        """The preview and what was made."""
        return workbench.read(run_board, period)

    def columns(self, width: int) -> Sequence[Column]:
        """Sum, number, what there is to say."""
        return run.run_columns(width)

    def source(self, words: str) -> RowSource:
        """The lines in the order of names, as 1C gives numbers."""
        return ListSource([run.run_row(row, self.excluded) for row in run.shown(self.board, words, self.chosen)])

    def legend(self, width: int) -> str:
        """The run in one line."""
        return run.summary(self.board, self.excluded)

    def choice(self) -> str:
        """Lines that stand so."""
        return run.FILTERS[self.chosen]

    def card(self, key: RowKey) -> list[CardLine]:
        """The line."""
        return run.run_lines(self._by_id[int(key)])

    def client_of(self, key: RowKey) -> Whom | None:
        """Whose subscription it is."""
        row = self._by_id.get(int(key))
        return None if row is None else Whom(row.client_id, row.client)

    def _rows(self) -> list[RunRow]:
        """The lines selected, or the one under the cursor."""
        return [self._by_id[int(key)] for key in self.screen.table.targets() if int(key) in self._by_id]

    # Making -------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Enter makes the run, as `d` does."""
        self.answer()

    def answer(self) -> None:
        """Make the invoices, after a question."""
        if not run.to_bill(self.board, self.excluded):
            self.screen.say("К выставлению ничего нет. o — отбор, l — закрыть прогон", "warn")
            return
        period, out, numbers = self.board.period, self.excluded, self.pasted

        def call(workbench: Workbench, told: Progress, confirmed: bool) -> "Done":
            inputs = {"period": period, "exclude": "\n".join(map(str, sorted(out))), "numbers": numbers}
            return workbench.perform("billing.issue_run", {**inputs, **_sure(confirmed)}, told)

        lines, number = run.question(self.board, out, numbers), len(run.to_bill(self.board, out))

        def words(done: int, total: int) -> str:
            return run.progress(done, total, number)

        dialog = self.screen.app.dialog(ConfirmDialog)
        self.screen.app.push_screen(dialog.ask(lines, self.screen, call, words, self._made))

    def _made(self, _done: "Done") -> None:
        """The numbers are in the invoices."""
        self.pasted = ""

    def drop(self) -> None:
        """Leave the clients of these lines out of the run, or take them in again."""
        clients = {row.client_id for row in self._rows() if row.bills}
        if not clients:
            self.screen.say("Исключать нечего: в прогон войдут только строки без счёта.", "warn")
            return
        self.excluded = self.excluded - clients if clients <= self.excluded else self.excluded | clients
        self.screen.table.select(())
        self.screen.show()
        self.screen.table.action_move(1)

    def close(self) -> None:
        """Close the run, after a question."""
        period = self.board.period

        def call(workbench: Workbench, _told: Progress, confirmed: bool) -> "Done":
            return workbench.perform("billing.close_run", {"period": period, **_sure(confirmed)})

        lines = [CardLine(f"Закрыть прогон за {period_text(period)}?", "title"), CardLine(self.legend(0))]
        self.screen.app.push_screen(self.screen.app.dialog(ConfirmDialog).ask(lines, self.screen, call))

    # Numbers of 1C ------------------------------------------------------------------------------------------------

    def edit(self) -> None:
        """The number of one invoice."""
        row = next(iter(self._rows()), None)
        if row is None or row.invoice_id is None:
            self.screen.say("Счёта ещё нет: номер вносится после прогона или столбцом (i).", "warn")
            return
        invoice = row.invoice_id
        title = f"{row.client}: номер счёта в 1С"
        self.screen.ask_line(title, "billing.set_number", lambda text: {"invoice": invoice, "number": text})

    def numbers(self) -> None:
        """A column of numbers: for the invoices that have none, or, before the run, for those that it will make."""
        waiting = [row for row in self.board.made if not row.number]
        awaited = waiting or run.to_bill(self.board, self.excluded)
        if not awaited:
            self.screen.say("Номера есть у всех счетов.", "good")
            return
        dialog = self.screen.app.dialog(PasteDialog)

        def send(text: str, confirmed: bool) -> None:
            if waiting:
                inputs = {"period": self.board.period, "numbers": text, **_sure(confirmed)}
                self.screen.perform("billing.set_numbers", inputs, dialog.refuse, lambda _: dialog.action_leave())
            else:
                self.pasted = text
                self.screen.say("Номера запомнены: они попадут в счета при выставлении (d).", "good")
                dialog.action_leave()

        title = "Номера 1С: столбец в порядке списка или строки «клиент;номер»"
        ask = dialog.ask(
            title, send, lambda text: run.numbers_aloud(text, len(awaited)), "" if waiting else self.pasted
        )
        self.screen.app.push_screen(ask)

    # Sending ------------------------------------------------------------------------------------------------------

    def send(self) -> None:
        """Mark the invoices of these lines as sent; of many, those that wait and have an address."""
        rows = [row for row in self._rows() if row.invoice_id is not None]
        if not rows:
            self.screen.say("Здесь нет счёта: сначала прогон (d).", "warn")
        elif len(rows) == 1:
            self._send_one(rows[0])
        else:
            self._send_many([row for row in rows if row.waits])

    def _send_one(self, row: RunRow) -> None:
        form = self.screen.workbench.form(SEND)
        if not row.mailed and form is not None:
            self.screen.app.open_form(self.screen, form, {"invoice": str(row.invoice_id)})
        else:
            self.screen.perform_asking(SEND, {"invoice": row.invoice_id}, lambda _: self.screen.table.action_move(1))

    def _send_many(self, rows: Sequence[RunRow]) -> None:
        going = [row for row in rows if row.mailed]
        if not going:
            self.screen.say("Отправлять нечего: счета уже отправлены или у клиентов нет адреса.", "warn")
            return
        many = [{"invoice": row.invoice_id} for row in going]

        def call(workbench: Workbench, told: Progress, confirmed: bool) -> "Done":
            return workbench.perform_as_one(SEND, [{**inputs, **_sure(confirmed)} for inputs in many], told)

        lines = [CardLine(f"Отправить {run.invoices(len(going))} на {run.total(going).short()}?", "title")]
        without = [row.client for row in rows if not row.mailed]
        if without:
            lines.append(CardLine(f"Без адреса, пропустим: {', '.join(without[:10])}", "warn"))
        self.screen.app.push_screen(self.screen.app.dialog(ConfirmDialog).ask(lines, self.screen, call))

    def copy(self) -> None:
        """The lines to be billed as a table for 1C."""
        rows = run.to_bill(self.board, self.excluded) or self.board.made
        if self.screen.app.copier is not None:
            self.screen.app.copier.text(self.screen, f"Строки прогона, {run.invoices(len(rows))}", run.for_1c(rows))

    def others(self) -> None:
        """Lines that stand so."""
        rows = [Row(key, (word, "")) for key, word in run.FILTERS.items()]
        self.screen.app.push_screen(self.screen.app.dialog(ChoiceDialog).offer("Показать", rows, self.screen.narrow_to))


def _sure(confirmed: bool) -> Mapping[str, Any]:
    return {"confirm": True} if confirmed else {}
