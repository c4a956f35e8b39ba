"""A statement of reconciliation as a paper in words of standing practice: both sides, lines, balance, signatures.

Facts come from `domain/reports/reconciliation.py`; `connectors/exporting/papers.py` writes the sheet. The half of the
other side is left for it to fill in.
"""

import re

from cs_workbench.connectors.exporting.papers import PaperLine, PaperValue, Sheet
from cs_workbench.domain.reports.reconciliation import Party, Reconciliation
from cs_workbench.domain.reports.reconciliation_lines import Line, LineKind
from cs_workbench.kernel.dates import day_text, period_text
from cs_workbench.kernel.money import Money
from cs_workbench.presentation.sum_words import sum_words

WIDTHS = (11, 36, 14, 14)
HALVES = (4, 4)
WHOLE = (8,)
EMPTY: tuple[PaperValue, ...] = (None,) * 4
UNKNOWN = "Исполнитель"
"""How we are called where no account of ours says whose it is."""


def statement(facts: Reconciliation) -> Sheet:
    """The paper."""
    ours, theirs = facts.ours.name or UNKNOWN, facts.theirs.name
    period = f"за период с {day_text(facts.first)} по {day_text(facts.last)}"
    begun = f"Мы, нижеподписавшиеся, {ours} с одной стороны и {theirs} с другой стороны, составили настоящий акт о том,"
    lines = [
        PaperLine(("Акт сверки взаимных расчётов",), "title", WHOLE),
        PaperLine((f"{period} между {ours} и {theirs}",), "text", WHOLE),
        PaperLine((_requisites(facts.ours, ours), _requisites(facts.theirs, theirs)), "text", HALVES),
        PaperLine((f"{begun} что состояние взаимных расчётов по данным учёта следующее:",), "text", WHOLE),
        PaperLine((f"По данным {ours}, руб.", f"По данным {theirs}, руб."), "head", HALVES),
        PaperLine(("Дата", "Документ", "Дебет", "Кредит") * 2, "head"),
        _balance(f"Сальдо на {day_text(facts.first)}", facts.opening),
        *(_line(line) for line in facts.lines),
        PaperLine((None, "Обороты за период", facts.debit, facts.credit, *EMPTY), "total"),
        _balance(f"Сальдо на {day_text(facts.last)}", facts.closing),
        PaperLine(("",), "text", WHOLE),
        PaperLine((f"По данным {ours} {verdict(facts)}",), "text", WHOLE),
        PaperLine(("",), "text", WHOLE),
        PaperLine((f"От {ours}", f"От {theirs}"), "text", HALVES),
        PaperLine(("\n____________________ / ____________________ /",) * 2, "text", HALVES),
        PaperLine(("М. П.", "М. П."), "text", HALVES),
    ]
    return Sheet("Акт сверки", WIDTHS * 2, lines, landscape=True)


def _requisites(party: Party, name: str) -> str:
    parts = (
        f"ИНН {party.inn}" if party.inn else "",
        f"КПП {party.kpp}" if party.kpp else "",
        f"р/с {party.account}" if party.account else "",
        party.bank,
        f"БИК {party.bik}" if party.bik else "",
    )
    return "\n".join((name, ", ".join(part for part in parts if part))).strip()


def _balance(title: str, balance: Money) -> PaperLine:
    owed, over = (balance, None) if balance > 0 else (None, -balance) if balance < 0 else (None, None)
    return PaperLine((None, title, owed, over, *EMPTY), "total")


def _line(line: Line) -> PaperLine:
    return PaperLine((line.on, document(line), line.debit or None, line.credit or None, *EMPTY))


def document(line: Line) -> str:
    """What a line is, in words."""
    number = f" № {line.number}" if line.number else ""
    dated = f"{number} от {day_text(line.document_on)}"
    month = f" за {period_text(line.period)}" if line.period else ""
    new = f" счётом № {line.other}" if line.other else ""
    return {
        LineKind.INVOICE: f"Счёт{dated}{month}",
        LineKind.REPLACED: f"Счёт{dated} заменён{new}",
        LineKind.CANCELLED: f"Счёт{dated} отменён",
        LineKind.PAYMENT: f"Оплата, платёжное поручение{number}" if number else "Оплата",
        LineKind.PAID_BY: f"Оплата от «{line.other}»{dated}",
        LineKind.PAID_FOR: f"Зачтено за «{line.other}» по счёту{dated}",
        LineKind.WRITTEN_OFF: f"Списание долга по счёту{dated}",
    }[line.kind]


def verdict(facts: Reconciliation) -> str:
    """In whose favour the closing balance is, with the sum in words."""
    ours, theirs, day = facts.ours.name or UNKNOWN, facts.theirs.name, day_text(facts.last)
    if not facts.closing:
        return f"на {day} взаимная задолженность отсутствует."
    debtor, creditor = (theirs, ours) if facts.closing > 0 else (ours, theirs)
    size = abs(facts.closing)
    said = f"{size.text().removesuffix('₽').rstrip()} руб. ({sum_words(size)})"
    return f"на {day} задолженность {debtor} в пользу {creditor} составляет {said}."


def warnings(facts: Reconciliation) -> list[str]:
    """What a manager should know before the paper is sent."""
    found = []
    if facts.waiting:
        found.append(f"В банке ждут разнесения {facts.waiting.short()} от этого клиента: в акт они не вошли.")
    if not facts.ours.name:
        found.append("Наша организация не указана: добавьте наш счёт в банке с её названием.")
    return found


def file_name(facts: Reconciliation) -> str:
    """A name for the paper's file."""
    who = re.sub(r"[^\w-]+", "-", facts.theirs.name).strip("-")[:60] or str(facts.client_id)
    return f"Акт-сверки-{who}-{facts.last:%Y-%m-%d}.xlsx"
