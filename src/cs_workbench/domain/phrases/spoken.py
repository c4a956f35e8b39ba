"""Days, times and values as they are spoken, brought to what the kernel's parsers and the actions take."""

import re
from collections.abc import Mapping

_DAYS = {
    **dict.fromkeys(("понедельника", "понедельнику", "понед"), "понедельник"),
    **dict.fromkeys(("вторника", "вторнику"), "вторник"),
    **dict.fromkeys(("среды", "среде"), "среда"),
    **dict.fromkeys(("четверга", "четвергу"), "четверг"),
    **dict.fromkeys(("пятницы", "пятнице"), "пятница"),
    **dict.fromkeys(("субботы", "субботе"), "суббота"),
    **dict.fromkeys(("воскресенья", "воскресенью"), "воскресенье"),
    **dict.fromkeys(("завтрашнего", "завтрашний"), "завтра"),
    **dict.fromkeys(("сегодняшнего", "сегодняшний"), "сегодня"),
    **dict.fromkeys(("конца", "концу"), "конец"),
}
_IN_MONTHS = {
    "январе": "январь",
    "феврале": "февраль",
    "марте": "март",
    "апреле": "апрель",
    "мае": "май",
    "июне": "июнь",
    "июле": "июль",
    "августе": "август",
    "сентябре": "сентябрь",
    "октябре": "октябрь",
    "ноябре": "ноябрь",
    "декабре": "декабрь",
}
_AHEAD = {"неделю": "через неделю", "день": "+1", "час": "через час", "полчаса": "через полчаса"}
"""How long something is put off, said alone: «на неделю»."""
_NUMBERS = {"один": "1", "одну": "1", "два": "2", "две": "2", "три": "3", "четыре": "4", "пять": "5"}
_AT = frozenset({"к", "ко", "до", "после", "около", "с"})

_DAY_STARTS = (
    "сегодня завтра послезавтра вчера позавчера конец через пн вт ср чт пт сб вс "
    "понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье"
)
_MONTHS = (
    "янв фев мар апр май июн июл авг сен окт ноя дек "
    "январь февраль март апрель июнь июль август сентябрь октябрь ноябрь декабрь "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
)

DAY_WORDS = frozenset(_DAY_STARTS.split()) | frozenset(_DAYS) | frozenset(_AHEAD) | frozenset(_NUMBERS)
"""Words that may begin a day or a moment without a digit."""

MONTH_WORDS = frozenset(_MONTHS.split()) | frozenset(_IN_MONTHS)
"""Words that may begin a month."""


def spoken_day(text: str) -> str:
    """`пятницы` as `пятница`, `28-го`, `28 числа` as `28`, `через две недели` as `через 2 недели`."""
    if text in _AHEAD:
        return _AHEAD[text]
    words = [_NUMBERS.get(word, _DAYS.get(word, word)) for word in text.split()]
    return re.sub(r"\b([0-9]{1,2})(?:-?(?:го|е|му)| числа| число)\b", r"\1", " ".join(words))


def spoken_moment(text: str) -> str:
    """`завтра после 15` as `завтра в 15`, `15.30` and `15-30` as `15:30`, `15 часов` as `15`."""
    first, *others = spoken_day(text).split()
    line = " ".join([first, *("в" if word in _AT else word for word in others)])
    if "через" not in line and "+" not in line:
        line = re.sub(r"\b([0-9]{1,2})(?::([0-9]{2}))? ?(?:ч|час|часа|часов)\b\.?", _hour, line)
    line = re.sub(r"(?<![0-9.-])([01]?[0-9]|2[0-3])-([0-5][0-9])(?![0-9-])", r"\1:\2", line)
    return re.sub(r"(?<![0-9.])([01]?[0-9]|2[0-3])\.(1[3-9]|[2-5][0-9]|00)(?![0-9.])", r"\1:\2", line)


def _hour(found: re.Match[str]) -> str:
    return f"{found[1]}:{found[2]}" if found[2] else found[1]


def spoken_period(text: str) -> str:
    """`январе 2027` as `январь 2027`, the first day of a month as the month."""
    first = re.fullmatch(r"0?1[./]([0-9]{1,2})(?:[./]([0-9]{4}))?", text)
    if first and 1 <= int(first[1]) <= 12:
        return f"{first[1]}.{first[2]}" if first[2] else list(_IN_MONTHS.values())[int(first[1]) - 1]
    words = [_IN_MONTHS.get(word, word) for word in text.split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("1", "1-го", "первого") else words)


ALSO: Mapping[str, tuple[str, ...]] = {
    # departments
    **dict.fromkeys(("тп", "техподдержке", "техподдержку", "поддержке", "поддержка", "саппорт"), ("support",)),
    **dict.fromkeys(("оп", "продажам", "продажи", "продажникам", "отделу продаж", "в продажи"), ("sales",)),
    **dict.fromkeys(("юристам", "юристу", "юрист"), ("law",)),
    **dict.fromkeys(("бухгалтерии", "бухгалтерию", "бухгалтеру", "буху"), ("accounting", "billing")),
    **dict.fromkeys(("складу", "на склад"), ("warehouse",)),
    **dict.fromkeys(("монтажникам", "бригаде", "бригада"), ("crew",)),
    **dict.fromkeys(("маркетингу",), ("marketing",)),
    **dict.fromkeys(("руководителю", "руководству", "директору", "начальнику"), ("head",)),
    # what a request is about, and how bad it is
    **dict.fromkeys(("техника", "тех", "техвопрос", "поломка", "авария"), ("tech",)),
    **dict.fromkeys(("счета", "оплата", "деньги"), ("billing",)),
    **dict.fromkeys(("обучение",), ("training",)),
    **dict.fromkeys(("монтаж",), ("install",)),
    **dict.fromkeys(("претензия",), ("claim",)),
    **dict.fromkeys(("продажа", "покупка", "допродажа"), ("sales",)),
    **dict.fromkeys(("другое", "прочее"), ("other",)),
    **dict.fromkeys(("стоп", "стоит", "встало", "остановка"), ("stop",)),
    **dict.fromkeys(("частично", "сбой", "сбоит"), ("degraded",)),
    **dict.fromkeys(("вопрос",), ("question",)),
    **dict.fromkeys(("критичный", "критический", "критично", "критическая", "срочный"), ("critical",)),
    **dict.fromkeys(("высокий", "серьезный", "важный"), ("high",)),
    **dict.fromkeys(("обычный",), ("normal",)),
    # ways to talk and to send
    **dict.fromkeys(("по телефону", "телефон"), ("call",)),
    **dict.fromkeys(("письмом", "по почте", "почтой"), ("mail",)),
    **dict.fromkeys(("в чате", "вотсап", "ватсап", "телеграм"), ("chat", "messenger")),
    **dict.fromkeys(("визит", "на объекте", "очно"), ("visit",)),
    # equipment and readiness
    **dict.fromkeys(("шлагбаум",), ("barrier",)),
    **dict.fromkeys(("турникет",), ("turnstile",)),
    **dict.fromkeys(("камера",), ("camera",)),
    **dict.fromkeys(("контроллер",), ("controller",)),
    **dict.fromkeys(("сервер",), ("server",)),
    **dict.fromkeys(("домофон",), ("intercom",)),
    **dict.fromkeys(("неизвестно", "не знают", "непонятно"), ("unknown",)),
    **dict.fromkeys(("обещают", "обещали", "обещана"), ("promised",)),
    **dict.fromkeys(("подтверждена", "подтвердили", "подтвердил", "точно"), ("confirmed",)),
    **dict.fromkeys(("готова", "готов", "готово"), ("ready",)),
}
"""How a manager also says the values of choices, beside the words of the screens; a value counts where its input has
it.
"""
