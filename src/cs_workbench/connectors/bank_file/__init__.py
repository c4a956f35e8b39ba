"""The bank's file: a statement in the 1CClientBankExchange format (process row 8.3), bytes in, values out.

`reader.py` finds the encoding and cuts the text into sections, `values.py` reads what a field holds,
`movements.py` turns a document into money that moved, `statement.py` puts the file together and checks it
against its own totals. Nothing here knows the database: `billing.import_statement` takes the lines.
"""

from cs_workbench.connectors.bank_file.movements import Direction, Movement
from cs_workbench.connectors.bank_file.reader import MAX_BYTES, FileWarning
from cs_workbench.connectors.bank_file.statement import AccountSection, Rejected, Statement, read_statement

__all__ = [
    "MAX_BYTES",
    "AccountSection",
    "Direction",
    "FileWarning",
    "Movement",
    "Rejected",
    "Statement",
    "read_statement",
]
