"""`agenda`: what has a time of day today and on the coming days."""

from cs_workbench.cli import answers
from cs_workbench.cli.options import Options
from cs_workbench.domain.agenda import Appointment, agenda, coming
from cs_workbench.presentation.agenda import day_of, what

COLUMNS = {"day": "День", "time": "Время", "client": "Клиент", "text": "Что"}


def run(options: Options, days: int) -> int:
    """Tell the appointments of today and so many days after it."""
    workbench = options.open()
    try:
        found = workbench.read(agenda, days)
        now = workbench.today().now
    finally:
        workbench.close()
    if options.json:
        following = coming(found, now)
        answers.document(
            {
                "now": now.astimezone().isoformat(),
                "next": None if following is None else as_json(following),
                "appointments": [as_json(one) for one in found],
            }
        )
    else:
        rows = [
            {"day": day_of(one, now.astimezone()), "time": f"{one.at:%H:%M}", "client": one.client, "text": what(one)}
            for one in found
        ]
        answers.table(f"По времени: {len(rows)}", COLUMNS, list(rows))
    return answers.DONE


def as_json(one: Appointment) -> dict[str, object]:
    """An appointment for a program."""
    return {
        "at": one.at.isoformat(),
        "kind": one.what,
        "text": what(one),
        "client": one.client,
        "client_id": one.client_id,
        "record": one.record,
        "record_id": one.record_id,
    }
