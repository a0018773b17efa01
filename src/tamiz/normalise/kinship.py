"""What relatives are called beside their names: “Bob Reyes, brother”, “Ана Реєс (тітка)”."""

import re

_WORDS = (
    "brother-in-law | sister-in-law | father-in-law | mother-in-law | brother | sister | father"
    " | mother | uncle | aunt | cousin | son | daughter | wife | husband | grandfather | grandmother"
    " | nephew | niece | friend | spouse"
    " | cuñado | cuñada | suegro | suegra | hermano | hermana | padre | madre | tío | tía | primo"
    " | prima | hijo | hija | esposa | esposo | marido | abuelo | abuela | sobrino | sobrina"
    " | amigo | amiga"
    " | шурин | зять | дівер | свекор | свекруха | тесть | теща | брат | сестра | батько | мати"
    " | дядько | тітка | двоюрідний брат | двоюрідна сестра | син | донька | дружина | чоловік | дід"
    " | баба | племінник | племінниця | друг | подруга | жена | муж | отец | мать | тётя | дядя"
)
_LONGEST_FIRST = "|".join(
    sorted((re.escape(w.strip()) for w in _WORDS.split("|")), key=len, reverse=True)
)
_BESIDE = re.compile(
    rf"\s*[,(:–—-]\s*(?:my\s+|mi\s+|мій\s+|моя\s+)?(?:{_LONGEST_FIRST})\s*\)?\s*\Z"
    rf"|\A(?:{_LONGEST_FIRST})\s*[,:–—-]\s*",
    re.IGNORECASE,
)
# Whatever is told of them behind it: what they do, when they were born, that they died.
_TOLD = re.compile(
    rf"\s*[,(;]\s*(?:(?:my|mi|мій|моя)\s+)?(?:(?:{_LONGEST_FIRST})\b|[^,(;]*\d).*\Z",
    re.IGNORECASE | re.DOTALL,
)
LONGEST = 300  # characters of a name that are looked at


def without_kinship(name: str) -> str:
    """The name without the word for a relative beside it, set off by a sign.

    >>> without_kinship("Bob Reyes, brother"), without_kinship("Reyes, Ana")
    ('Bob Reyes', 'Reyes, Ana')
    """
    return name if len(name) > LONGEST else _BESIDE.sub("", name).strip() or name


def relatives_name(text: str) -> str:
    """The name of a relative or friend without what is told of them behind it.

    A company's numbers are its name, and are not asked for here.

    >>> relatives_name("Bob Reyes, brother, killed in 2022"), relatives_name("Reyes, Ana")
    ('Bob Reyes', 'Reyes, Ana')
    """
    bare = without_kinship(text)
    return bare if len(bare) > LONGEST else _TOLD.sub("", bare).strip() or bare
