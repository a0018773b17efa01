"""Persons who trade under their own name: the words that registers put before it.

“ФОП Коваленко Олена” is a person, whatever register number stands beside her.
"""

import re

_WORDS = (
    "фізична особа-підприємець", "фізична особа - підприємець", "фізична особа підприємець",
    "фоп", "спд", "самозайнята особа", "физическое лицо-предприниматель",
    "физлицо-предприниматель", "индивидуальный предприниматель", "ип",
    "persona natural con negocio", "persona natural", "persona física con actividad empresarial",
    "persona física", "persona fisica", "trabajador autónomo", "trabajadora autónoma", "autónomo",
    "autónoma", "autonomo", "autonoma", "empresario individual", "empresaria individual",
    "sole trader", "sole proprietor", "self-employed", "individual entrepreneur",
)  # fmt: skip
_LONGEST_FIRST = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_AT_EDGE = re.compile(
    rf"\A\W*(?:{_LONGEST_FIRST})(?!\w)[\s,:.–—-]*|[\s,(:–—-]*(?<!\w)(?:{_LONGEST_FIRST})[\s.)]*\Z",
    re.IGNORECASE,
)
LONGEST = 500  # characters of a name that are looked at


def without_trader_words(name: str) -> str:
    """The name of a person who trades, without the words that say so; any other as it is.

    >>> without_trader_words("ФОП Коваленко Олена"), without_trader_words("Ana Reyes (autónoma)")
    ('Коваленко Олена', 'Ana Reyes')
    """
    if len(name) > LONGEST:
        return name
    return _AT_EDGE.sub("", name).strip() or name


def is_trader(name: str) -> bool:
    """Whether a name says that its bearer is a person who trades, with or without saying who.

    >>> is_trader("ФОП Коваленко Олена"), is_trader("self-employed"), is_trader("Altoverde")
    (True, True, False)
    """
    return len(name) <= LONGEST and _AT_EDGE.search(name) is not None
