"""What a form needs to know of an action: its inputs in order, which are required, what they refer to, which values are
allowed.

`domain/forms.py` makes it of the action's own types. Standard library only: screens are made before the domain is
loaded.
"""

from typing import NamedTuple


class FormField(NamedTuple):
    """One input. `kind` is a `Kind`'s name, `ref`, `choice`, `number` or `line`; `record` is what a reference refers
    to.
    """

    name: str
    required: bool
    kind: str
    record: str = ""
    choices: tuple[str, ...] = ()


class Form(NamedTuple):
    """An action's inputs, without `confirm`."""

    action: str
    title: str
    fields: tuple[FormField, ...]
    dangerous: bool = False

    def subject(self, record: str, record_id: int, client_id: int | None, key: str = "") -> dict[str, str]:
        """The inputs that an item of the queue already answers: the record itself, its client, its key, whatever it is
        for. Of two inputs that refer to one record the first is meant: the other asks for another one.
        """
        known: dict[str, str] = {}
        seen: set[str] = set()
        for field in self.fields:
            if field.record and field.record in seen:
                continue
            seen.add(field.record)
            if field.kind == "ref" and field.record == record:
                known[field.name] = str(record_id)
            elif field.kind == "ref" and field.record == "client" and client_id is not None:
                known[field.name] = str(client_id)
            elif field.kind == "ref" and (field.record, record) == ("invoice_send", "invoice"):
                known[field.name] = f"invoice:{record_id}"
            elif field.name == "key" and key:
                known[field.name] = key
            elif field.kind == "link":
                known[field.name] = f"{record}:{record_id}"
        return known
