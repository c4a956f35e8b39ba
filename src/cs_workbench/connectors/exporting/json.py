"""A list as one JSON document of the form that `list` answers: `{"record", "rows", "total"}`, every field under its own
name.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cs_workbench.connectors.exporting.shapes import Field, Listing
from cs_workbench.domain.showing import as_json
from cs_workbench.kernel.money import Money
from cs_workbench.kernel.progress import Progress


def write(part: Path, listing: Listing, progress: Progress) -> None:
    """Write the list into a file that is there."""
    done, between = 0, "\n"
    head = f'{{"record": {json.dumps(listing.name)}, "total": {listing.total}, "rows": ['
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(head)
        for page in listing.pages():
            for row in page:
                file.writelines((between, _row(listing.fields, row)))
                between = ",\n"
            done += len(page)
            progress(done, listing.total)
        file.write("\n]}\n")


def _row(fields: Sequence[Field], row: Sequence[Any]) -> str:
    values = zip(fields, row, strict=True)
    said = {
        field.name: as_json(Money(value) if field.kind == "money" and value is not None else value)
        for field, value in values
    }
    return json.dumps(said, ensure_ascii=False)
