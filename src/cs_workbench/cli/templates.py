"""`templates`: the templates of letters and cards, where the user's own lie, a copy to change."""

from cs_workbench.cli import answers
from cs_workbench.cli.options import Options
from cs_workbench.connectors.templates import FileTexts


def run(options: Options, name: str | None) -> int:
    """List the templates, or copy one to the user's folder."""
    texts = FileTexts(options.settings().templates_folder)
    return _list(options, texts) if name is None else _copy(options, texts, name)


def _copy(options: Options, texts: FileTexts, name: str) -> int:
    path = texts.copy(name.removesuffix(".txt"))
    if options.json:
        answers.document({"ok": True, "file": str(path)})
    else:
        answers.show(f"Шаблон скопирован, меняйте его: {path}")
    return answers.DONE


def _list(options: Options, texts: FileTexts) -> int:
    found = [
        {
            "name": one.name,
            "title": one.title,
            "fields": one.fields,
            "file": str(texts.folder / f"{one.name}.txt") if texts.folder else "",
            "own": one.own is not None,
            "problem": one.problem,
        }
        for one in texts.described()
    ]
    if options.json:
        answers.document({"folder": str(texts.folder), "templates": found})
        return answers.DONE
    rows = [{**one, "whose": _whose(one["own"], one["problem"])} for one in found]
    answers.table("Шаблоны", {"name": "Имя", "title": "Для чего", "whose": "Чей"}, rows)
    answers.show(f"Ваши шаблоны лежат в {texts.folder}. Скопировать один и менять: cs-workbench templates --copy ИМЯ")
    return answers.DONE


def _whose(own: object, problem: object) -> str:
    if not own:
        return "обычный"
    return f"ваш, не годится: {problem}" if problem else "ваш"
