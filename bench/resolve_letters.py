"""Ukrainian names in Latin letters as four authorities write them, and as Poles do.

Written from the schemes themselves, not from Tamiz's tables, so that a benchmark does not measure
the engine against itself: KMU 2010 (Ukrainian passports since 2010), the Russian form of the name
as in ICAO Doc 9303-3 and in Russian passports of 1997 (GOST, English manner), and the French one.
"""

import unicodedata
from functools import lru_cache

_KMU = dict(
    zip(
        "абвгґдежзиіклмнопрстуфцчш",
        "a b v h g d e zh z y i k l m n o p r s t u f ts ch sh".split(),
        strict=True,
    )
) | {"х": "kh", "щ": "shch", "є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia", "ь": ""}
_KMU |= {"’": "", "'": "", "ы": "y", "э": "e", "ъ": "", "ё": "e"}  # the last four are Russian
_KMU_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_ICAO = _KMU | {"г": "g", "и": "i", "є": "e", "ь": ""}
_GOST = _KMU | {"г": "g", "и": "i", "й": "y", "ю": "yu", "я": "ya", "є": "e", "ї": "i"}
_FRENCH = _KMU | {
    "г": "g",
    "ж": "j",
    "и": "i",
    "у": "ou",
    "ч": "tch",
    "ш": "ch",
    "щ": "chtch",
    "ю": "iou",
    "є": "ie",
    "й": "ï",
}
_POLISH = _KMU | {
    "в": "w",
    "ж": "ż",
    "й": "j",
    "х": "ch",
    "ц": "c",
    "ч": "cz",
    "ш": "sz",
    "щ": "szcz",
    "ю": "iu",
    "я": "ia",
}
_RUSSIAN_GIVEN = {
    "Олександр": "Александр",
    "Олександра": "Александра",
    "Сергій": "Сергей",
    "Микола": "Николай",
    "Андрій": "Андрей",
    "Дмитро": "Дмитрий",
    "Петро": "Петр",
    "Юрій": "Юрий",
    "Олег": "Олег",
    "Євген": "Евгений",
    "Павло": "Павел",
    "Віталій": "Виталий",
    "Гліб": "Глеб",
    "Данило": "Даниил",
    "Олена": "Елена",
    "Наталія": "Наталья",
    "Тетяна": "Татьяна",
    "Катерина": "Екатерина",
    "Юлія": "Юлия",
    "Марія": "Мария",
    "Світлана": "Светлана",
    "Ганна": "Анна",
    "Людмила": "Людмила",
    "Михайло": "Михаил",
    "Олексій": "Алексей",
    "Анатолій": "Анатолий",
    "Василь": "Василий",
    "Ігор": "Игорь",
    "Максим": "Максим",
    "Ірина": "Ирина",
    "Іван": "Иван",
    "Володимир": "Владимир",
    "Надія": "Надежда",
    "Оксана": "Оксана",
    "Степан": "Степан",
    "Артем": "Артем",
}


def kmu(text: str) -> str:
    """The romanisation of Ukrainian passports since 2010."""
    return " ".join(
        _kmu_word(word) for word in text.replace("зг", "zgh").replace("Зг", "Zgh").split(" ")
    )


def icao(text: str) -> str:
    """The Russian form in the letters of Doc 9303-3."""
    return _russian(text).translate(_ICAO_LETTERS)


def gost(text: str) -> str:
    """The Russian form in the English manner of Russian passports: Sergey, Yuriy."""
    return _russian(text).translate(_GOST_LETTERS)


def french(text: str) -> str:
    """As French newspapers and Soviet passports wrote: Iouri, Chevtchenko."""
    return text.translate(_FRENCH_LETTERS).replace("iï", "i").replace("yï", "y")


def _kmu_word(word: str) -> str:
    return word[:1].translate(_KMU_FIRST_LETTERS) + word[1:].translate(_KMU_LETTERS)


OTHERS = (gost, icao, french)  # than KMU 2010


def polish(text: str) -> str:
    """As Poles write it: Шевчук becomes Szewczuk, Левицький Lewicki."""
    text = text.replace("ський", "ski").replace("цький", "cki").replace("ська", "ska")
    text = text.replace("цька", "cka").replace("зький", "zki").replace("зька", "zka")
    return text.translate(_POLISH_LETTERS).replace("lia", "la").replace("ryi", "ri")


@lru_cache(maxsize=1 << 16)
def without_accents(text: str) -> str:
    """Latin letters without their marks; ł, ø and ß have none that decompose."""
    if text.isascii():
        return text
    text = text.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("ß", "ss")
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def _russian(text: str) -> str:
    """The Russian form of a given name; letters of other names as Russian spells their sounds."""
    text = _RUSSIAN_GIVEN.get(text, text)
    for ending, russian in (("ський", "ский"), ("цький", "цкий"), ("зький", "зкий")):
        text = text.replace(ending, russian)
    return text.replace("ьо", "ё").replace("йо", "ё")


def _both_cases(table: dict[str, str]) -> dict[int, str]:
    """A table for ``str.translate``; a capital becomes letters of which the first is one."""
    capitals = {letter.upper(): latin[:1].upper() + latin[1:] for letter, latin in table.items()}
    return str.maketrans(capitals | table)


_KMU_LETTERS, _KMU_FIRST_LETTERS = _both_cases(_KMU), _both_cases(_KMU | _KMU_FIRST)
_ICAO_LETTERS, _GOST_LETTERS = _both_cases(_ICAO), _both_cases(_GOST)
_FRENCH_LETTERS, _POLISH_LETTERS = _both_cases(_FRENCH), _both_cases(_POLISH)
