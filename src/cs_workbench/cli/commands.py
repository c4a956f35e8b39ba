"""The commands behind Typer: each opens the workbench, does one thing and answers. `today` and the screens are
dispatched before (`__main__.py`).
"""

from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import Abort, Exit, TyperException

from cs_workbench.cli import answers, batch, demo, imports, keeping, phrase, reading
from cs_workbench.cli.options import Options
from cs_workbench.kernel.errors import Refusal

app = typer.Typer(
    name="cs-workbench",
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Рабочее место менеджера по сопровождению клиентов. Без команды открывает экраны. "
    "Общие параметры стоят где угодно: "
    "--db ПУТЬ|URL, --now ISO, --user ИМЯ, --config ПУТЬ, --json, --debug.",
)

Record = Annotated[str, typer.Argument(metavar="ЗАПИСЬ", help="имя записи: client, invoice, task…")]


def run(options: Options, arguments: list[str]) -> int:
    """Run one command; a command that is written wrongly answers 2."""
    try:
        code = app(args=arguments or ["--help"], obj=options, prog_name="cs-workbench", standalone_mode=False)
    except Exit as done:
        return done.exit_code
    except Abort:
        return answers.REFUSED
    except TyperException as error:
        raise Refusal("usage", f"Команда записана неверно: {error} Справка: cs-workbench --help.") from error
    return code if isinstance(code, int) else answers.DONE


@app.command("run", help="Открыть экраны.")
def _run() -> int:
    raise Refusal("usage", "Команда run не принимает параметров, кроме общих.")


@app.command("today", help="Очередь: что сделать сейчас и почему. Параметры: --split РАЗДЕЛ, --limit N.")
def _today() -> int:
    raise Refusal("usage", "Команда today пишется первой: cs-workbench today --split money.")


@app.command("demo", help="Открыть демонстрационный месяц в отдельной базе.")
def _demo(
    context: typer.Context,
    generate: Annotated[Path | None, typer.Option("--generate", help="только записать базу по этому пути")] = None,
    clients: Annotated[int, typer.Option("--clients", min=1, max=20_000, help="сколько клиентов")] = demo.CLIENTS,
    seed: Annotated[int, typer.Option("--seed", help="одно и то же число даёт один и тот же месяц")] = demo.SEED,
    fresh: Annotated[bool, typer.Option("--fresh", help="сделать демонстрационную базу заново")] = False,
) -> int:
    return demo.run(context.obj, generate, clients, seed, fresh=fresh)


@app.command("do", help="Выполнить действие: do ДЕЙСТВИЕ поле=значение …, или пакет: do --batch ФАЙЛ.")
def _do(
    context: typer.Context,
    action: Annotated[str | None, typer.Argument(metavar="ДЕЙСТВИЕ")] = None,
    fields: Annotated[list[str] | None, typer.Argument(metavar="поле=значение")] = None,
    source: Annotated[str | None, typer.Option("--batch", help="файл строк JSON, «-» — стандартный ввод")] = None,
    atomic: Annotated[bool, typer.Option("--atomic", help="всё или ничего")] = False,
    said: Annotated[str | None, typer.Option("--phrase", help="фраза по-русски: «обещал 28 15000»")] = None,
    client: Annotated[str | None, typer.Option("--client", help="о каком клиенте фраза: номер или название")] = None,
) -> int:
    if said is not None:
        return phrase.run(context.obj, said, client, [*([action] if action else []), *(fields or [])])
    if source is not None:
        return batch.many(context.obj, source, atomic=atomic)
    if action is None:
        raise Refusal("usage", "Укажите действие. Список: cs-workbench actions.")
    return batch.one(context.obj, action, fields or [])


@app.command("actions", help="Каталог действий.")
def _actions(context: typer.Context) -> int:
    return reading.actions(context.obj)


@app.command("rules", help="Каталог правил очереди.")
def _rules(context: typer.Context) -> int:
    return reading.rules(context.obj)


@app.command("list", help="Строки записи.")
def _list(
    context: typer.Context,
    record: Record,
    where: Annotated[list[str] | None, typer.Option("--where", help="условие: поле=значение")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=0, help="сколько строк")] = None,
) -> int:
    return reading.rows(context.obj, record, where or [], limit)


@app.command("show", help="Одна запись; клиент — со всей карточкой.")
def _show(context: typer.Context, record: Record, named: Annotated[str, typer.Argument(metavar="НОМЕР")]) -> int:
    return reading.one(context.obj, record, named)


@app.command("find", help="Найти клиента, счёт, обращение или заметку по любой части.")
def _find(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="ТЕКСТ", help="название, ИНН, телефон, контакт, номер счёта, слова")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="сколько клиентов")] = 50,
) -> int:
    return reading.find(context.obj, text, limit)


@app.command("import", help="Загрузить файл: bank — выписку банка; clients, invoices, assets — списки XLSX, XLS, CSV.")
def _import(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="ВИД")],
    file: Annotated[Path, typer.Argument(metavar="ФАЙЛ")],
    preview: Annotated[bool, typer.Option("--preview", help="показать и ничего не записать")] = False,
    column: Annotated[list[str] | None, typer.Option("--column", help="что в колонке: Заказчик=client")] = None,
) -> int:
    return imports.run(context.obj, kind, file, column or [], preview=preview)


@app.command(
    "export", help="Список в файл .csv, .xlsx или .json: имя записи или queue, calls, debtors, cash, run, bank."
)
def _export(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="ВИД")],
    file: Annotated[Path, typer.Argument(metavar="ФАЙЛ")],
    where: Annotated[list[str] | None, typer.Option("--where", help="условие: поле=значение")] = None,
    force: Annotated[bool, typer.Option("--force", help="заменить файл, если он есть")] = False,
) -> int:
    from cs_workbench.cli import exports  # openpyxl: only what writes a workbook pays for it

    return exports.run(context.obj, kind, file, where or [], force=force)


@app.command("agenda", help="Что назначено на время: сегодня и в ближайшие дни.")
def _agenda(
    context: typer.Context,
    days: Annotated[int, typer.Option("--days", min=0, max=7, help="на сколько дней вперёд")] = 7,
) -> int:
    from cs_workbench.cli import agenda  # the domain: only this command reads it

    return agenda.run(context.obj, days)


@app.command(
    "report",
    help="Отчёт: day [--day ДЕНЬ]; month [МЕСЯЦ] [ФАЙЛ.xlsx]; reconciliation --client … --from … --to … ФАЙЛ.xlsx.",
)
def _report(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="ВИД")],
    words: Annotated[list[str] | None, typer.Argument(metavar="МЕСЯЦ ФАЙЛ")] = None,
    client: Annotated[str | None, typer.Option("--client", help="номер или название клиента")] = None,
    first: Annotated[str | None, typer.Option("--from", help="первый день периода")] = None,
    last: Annotated[str | None, typer.Option("--to", help="последний день периода")] = None,
    day: Annotated[str | None, typer.Option("--day", help="день отчёта day, без него сегодня")] = None,
    force: Annotated[bool, typer.Option("--force", help="заменить файл, если он есть")] = False,
) -> int:
    if kind == "day":
        from cs_workbench.cli import reports_day  # the domain: only this report reads it

        return reports_day.run(context.obj, day)
    from cs_workbench.cli import reports  # openpyxl: only what writes a workbook pays for it

    return reports.run(context.obj, kind, words or [], reports.Asked(client, first, last, force))


@app.command("templates", help="Шаблоны писем и карточек; --copy ИМЯ — взять один себе и менять.")
def _templates(
    context: typer.Context,
    copy: Annotated[str | None, typer.Option("--copy", metavar="ИМЯ", help="скопировать в свою папку")] = None,
) -> int:
    from cs_workbench.cli import templates  # Jinja: only what fills templates pays for it

    return templates.run(context.obj, copy)


@app.command("undo", help="Отменить последнее своё действие или запись журнала.")
def _undo(
    context: typer.Context,
    listing: Annotated[bool, typer.Option("--list", help="что можно отменить")] = False,
    entry: Annotated[int | None, typer.Option("--entry", help="номер записи журнала")] = None,
) -> int:
    return keeping.undo(context.obj, entry, listing=listing)


@app.command("redo", help="Вернуть отменённое последним.")
def _redo(context: typer.Context) -> int:
    return keeping.redo(context.obj)


@app.command("journal", help="Журнал действий, новые сверху.")
def _journal(
    context: typer.Context,
    client: Annotated[str | None, typer.Option("--client", help="номер или название клиента")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="сколько записей")] = 200,
) -> int:
    return reading.entries(context.obj, client, limit)


@app.command("backup", help="Сделать проверенную копию базы.")
def _backup(context: typer.Context) -> int:
    return keeping.copy(context.obj)


@app.command("restore", help="Восстановить базу из копии.")
def _restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="ФАЙЛ")],
    preview: Annotated[bool, typer.Option("--preview", help="показать, что в копии")] = False,
) -> int:
    return keeping.restore(context.obj, file, preview=preview)


@app.command("doctor", help="Проверить базу: целость, журнал, суммы.")
def _doctor(context: typer.Context) -> int:
    return keeping.check(context.obj)
