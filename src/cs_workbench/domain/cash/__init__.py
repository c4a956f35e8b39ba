"""What the screen of the month's money reads, in frozen rows: not an area, but billing and collection side by side.

`clients.py` lists who is billed or owes, `months.py` gives the map of clients and months page by page, `run.py` the
month's run, `bank.py` the bank's lines that wait, `head.py` the totals. Each is read by `Workbench.read`.
"""

from cs_workbench.domain.cash.bank import BankRow, OwedRow, bank_rows, invoices_for
from cs_workbench.domain.cash.clients import CashClient, cash_clients, debts
from cs_workbench.domain.cash.head import CashHead, cash_head
from cs_workbench.domain.cash.months import STALE_BD, Cell, MonthRow, month_rows, months_to
from cs_workbench.domain.cash.run import RunBoard, RunRow, run_board

__all__ = [
    "STALE_BD",
    "BankRow",
    "CashClient",
    "CashHead",
    "Cell",
    "MonthRow",
    "OwedRow",
    "RunBoard",
    "RunRow",
    "bank_rows",
    "cash_clients",
    "cash_head",
    "debts",
    "invoices_for",
    "month_rows",
    "months_to",
    "run_board",
]
