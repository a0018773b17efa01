"""Other spellings of a name: in another State's manner, in another romanisation."""

from random import Random

from msgspec.structs import replace

from tamiz.demo.peoples import Word
from tamiz.demo.persons import Person

# What clerks of Spanish-speaking States write for one another.
SPANISH = (
    ("z", "s"),
    ("y", "i"),
    ("ll", "y"),
    ("v", "b"),
    ("qui", "ki"),
    ("ñ", "n"),
    ("h", ""),
    ("x", "j"),
)
ARABIC = (
    ("Al-", "El "),
    ("ee", "i"),
    ("ou", "u"),
    ("kh", "ch"),
    ("q", "k"),
    ("ss", "s"),
    ("y", "i"),
    ("dd", "d"),
)
GERMAN = dict(zip(
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяъыэёўАБВГДЕЖЗИІКЛМНОПРСТУФХЦЧШЩЮЯЄЇЙ",
    ("a b w h g d e je sch s y i ji j k l m n o p r s t u f ch z tsch sch schtsch _ ju ja _ y e jo w "
     "A B W H D E Sch S Y I K L M N O P R S T U F Ch Z Tsch Sch Schtsch Ju Ja Je Ji J").split(),
    strict=True,
))  # fmt: skip
POLISH = GERMAN | dict(zip(
    "жзцчшщхьюяєїйЖЗЦЧШЩХЮЯ",
    "ż z c cz sz szcz ch _ iu ia ie ji j Ż Z C Cz Sz Szcz Ch Ju Ja".split(), strict=True,
))  # fmt: skip
ICAO = GERMAN | dict(zip(
    "вгжзийхцчшщюяєїёэВГЖЗИЙХЦЧШЩЮЯЄЇЁЭ",
    ("v g zh z i i kh ts ch sh shch iu ia ie i e e "
     "V G Zh Z I I Kh Ts Ch Sh Shch Iu Ia Ie I E E").split(), strict=True,
))  # fmt: skip
FRENCH = ICAO | dict(zip(
    "жуцчшщхюяєїЖУЦЧШЩХЮЯ",
    "j ou ts tch ch chtch kh iou ia ie ï J Ou Ts Tch Ch Chtch Kh Iou Ia".split(), strict=True,
))  # fmt: skip
RUSSIAN = {"г": "g", "Г": "G", "и": "i", "И": "I"}  # where Ukrainian reads another sound
# Georgian as Soviet papers spelt it in Russian letters.
RUSSIAN_OF_GEORGIAN = dict(zip(
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "а б г д е в з т и к л м н о п ж р с т у п к г к ш ч ц дз ц ч х дж х".split(), strict=True,
))  # fmt: skip
SYSTEMS = {
    "pl": POLISH,
    "de": GERMAN,
    "kz": ICAO,
    "fr": FRENCH,
}  # by the State whose passport it is
# Given names in the neighbour's language, as a Russian passport has them.
NEIGHBOURS = {
    "Олександр": "Aleksandr", "Сергій": "Sergey", "Володимир": "Vladimir", "Микола": "Nikolay",
    "Андрій": "Andrey", "Дмитро": "Dmitry", "Михайло": "Mikhail", "Євген": "Evgeny", "Олексій": "Aleksey",
    "Павло": "Pavel", "Олег": "Oleg", "Ігор": "Igor", "Петро": "Petr", "Василь": "Vasily",
}  # fmt: skip


def respelt(rng: Random, one: Person, *, changes: int = 2) -> Person:
    """The names with one or two letters as another State's clerk writes them."""
    rules = ARABIC if one.country.people == "arabic" else SPANISH
    family = tuple(Word(_changed(rng, word.latin, rules, changes)) for word in one.family)
    given = tuple(Word(word.latin) for word in one.given)
    return replace(one, family=family, given=given)


def _changed(rng: Random, text: str, rules: tuple[tuple[str, str], ...], most: int) -> str:
    fitting = [rule for rule in rules if rule[0] in text[1:] or text.startswith(rule[0])]
    for old, new in rng.sample(fitting, min(most, len(fitting))):
        changed = (
            text[:1] + text[1:].replace(old, new, 1)
            if not text.startswith(old)
            else text.replace(old, new, 1)
        )
        text = changed or text
    return text[:1].upper() + text[1:]


def romanised(rng: Random, one: Person, code: str) -> Person:
    """The names romanised from their own script as the State of the passport does."""
    if one.country.people == "arabic":
        return respelt(rng, replace(one, given=tuple(_arabic_given(word) for word in one.given)))
    system = SYSTEMS[code] | (RUSSIAN if one.country.people == "russian" else {})

    def other(word: Word) -> Word:
        if word.own in NEIGHBOURS and rng.random() < 0.5:
            return Word(NEIGHBOURS[word.own])
        letters = (system.get(letter, letter) for letter in word.own)
        return Word("".join("" if letter == "_" else letter for letter in letters).replace("'", ""))

    middle = None if one.middle is None else other(one.middle)
    return replace(
        one, given=tuple(map(other, one.given)), middle=middle, family=tuple(map(other, one.family))
    )


def of_georgian(one: Person) -> Person:
    """The names of a Georgian as a German clerk reads them from a Soviet paper: Kwiziani."""

    def other(word: Word) -> Word:
        russian = "".join(RUSSIAN_OF_GEORGIAN.get(letter, letter) for letter in word.own)
        table = GERMAN | RUSSIAN
        letters = (table.get(letter, letter) for letter in russian.replace("иа", "ия"))
        return Word("".join(letters).capitalize())

    return replace(one, given=tuple(map(other, one.given)), family=tuple(map(other, one.family)))


def _arabic_given(word: Word) -> Word:
    known = {"Muhammad": "Mohamed", "Khaled": "Khalid", "Youssef": "Yusuf", "Hussein": "Husayn",
             "Mahmoud": "Mahmud", "Omar": "Umar", "Tarek": "Tariq", "Suleiman": "Sulayman",
             "Osama": "Usama", "Walid": "Oualid", "Yasser": "Yasir", "Ahmad": "Ahmed"}  # fmt: skip
    return Word(known.get(word.latin, word.latin))
