"""What a routing rule may never use as a reason, in the words people use for it.

No list of words can be complete, so it is the second line of defence: a rule cannot name a field
or a feature that holds a nationality or a language at all, and every rule's words stand on the
report for everybody to see.
"""

import re
import unicodedata
from collections.abc import Iterator

from tamiz.normalise.countries import country_code


def folded(text: str) -> str:
    """The text without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


# Whole words, and beginnings of words; a country or place stands in for a nationality.
_WORDS = frozenset(map(folded, (
    "race", "races", "raza", "razas", "раса", "раси", "faith", "creed", "fe", "country",
    "countries", "país", "países", "країна", "країни", "страна", "tribe", "tribu", "native",
    "caste", "casta", "мова", "мови", "язык", "lengua", "lenguas", "idioma", "idiomas", "origin",
    "origen", "negro", "negra", "negros", "negras", "white", "blanco", "blanca",
)))  # fmt: skip
_BEGINNINGS = tuple(map(folded, (
    "nationalit", "nacionalidad", "citizen", "ciudadan", "громадян", "національн", "гражданств",
    "foreigner", "extranjer", "іноземц", "иностран", "refugee", "refugiad", "біжен", "migrant",
    "inmigrant", "мігрант",
    "ethnic", "etnia", "étnic", "етніч", "этнич", "racial", "расов", "indígena", "indigenous",
    "gitan", "gypsy", "gypsies", "roma people", "циган", "arab", "árab", "араб", "kurd", "kurdo",
    "курд", "chechen", "checheno", "чечен", "tatar", "tártar", "татар", "uyghur", "uigur", "уйгур",
    "pashtun", "pastún", "пуштун", "tuareg", "slav", "eslav", "словян", "hispan", "latino",
    "religi", "реліг", "религ", "confesi", "конфес", "mosque", "mezquit", "мечет", "church",
    "iglesia", "церкв", "synagog", "sinagog", "синагог", "musli", "musulm", "мусульм", "islam",
    "іслам", "ислам", "sunni", "sunit", "суніт", "суннит", "shia", "shiit", "chiit", "chií", "шиїт",
    "шиит", "christian", "cristian", "христия", "catholic", "católic", "католи", "orthodox",
    "ortodox", "правосла", "protestant", "протестант", "jewish", "jews", "judí", "єврей", "еврей",
    "иуде", "іуде", "hindu", "индус", "індус", "buddh", "budis", "будд", "sikh", "сикх",
    "evangeli", "євангел", "mormon", "мормон", "atheis", "ateo", "атеїст",
    "language", "speaking", "speaker", "hablante", "hispanohabl", "angloparl", "мовн", "язычн",
    "birthplace",
    # Nationals whose names bend in ways the table of countries does not have.
    "росія", "росій", "україномов", "іспаномов", "русскояз", "русск", "russian", "rusos", "rusas",
    "українц", "украинц", "colombian",
    "колумбі", "колумби", "venezolan", "venezuelan", "венесуел", "венесуэл", "mexican", "мексика",
    "salvador", "сальвадор", "білорус", "белорус", "belarus", "bielorrus",
)))  # fmt: skip
_PLACES = frozenset({"birth_place", "birth_country", "doc_country", "issuing_state", "address"})
_NO_CONDITION = frozenset({"name", "queue"})  # what a rule is called and where it sends
_WORD = re.compile(r"[^\W_]+")


def protected_words(rule: object) -> tuple[str, ...]:
    """The texts of a rule's conditions that name a protected ground, in their order."""
    if not isinstance(rule, dict):
        return ()
    told = (
        text
        for key, value in rule.items()
        if key not in _NO_CONDITION
        for text in (str(key), *_texts(value))
    )
    return tuple(dict.fromkeys(text for text in told if is_protected(text)))


def is_protected(text: str) -> bool:
    """Whether a text names nationality, ethnicity, religion or language, or one of each kind."""
    if text in _PLACES or (len(text) > 2 and country_code(text)):  # noqa: PLR2004 - "in", "no"
        return True
    words = _WORD.findall(folded(text))
    return any(word in _WORDS or word.startswith(_BEGINNINGS) for word in words)


def _texts(value: object) -> Iterator[str]:
    """All texts of a condition, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from _texts(one)
