"""Names as lists of comparable words, each with the role its source gives it.

A name as written (``LÓPEZ DE LA CRUZ, José María``) becomes words in ASCII (``jose maria lopez
cruz``) with roles; words that carry no identity by themselves (``de la``, ``bin``, ``S.A.``,
``Dr``) are left out, but joined spellings (``delacruz``, ``binladin``) are kept as *joins*.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from tamiz.model import Name, NameKind, NamePart, Role
from tamiz.normalise.arabic import arabic_pieces, is_arabic, split_compound
from tamiz.normalise.east_asian import split_ideographic
from tamiz.normalise.numerals import figures_of
from tamiz.normalise.scripts import romanise
from tamiz.normalise.written import written_words

MOST_CHARACTERS = 512  # of a name that are read: longer ones are not names, and cost time
MOST_WORDS = 24  # of a name that are compared: the longest real names on the lists have 20
CALL_SIGN_WORDS = 2  # Águila-7, Lobo Doce
LONGEST_JOIN = 20  # letters of words written as one: longer joins occur in no list

# Words that connect or honour and name nobody. Compared after romanisation.
PARTICLES = frozenset(
    "de del la las los el al y e i da do dos das di du d van von der den ter ten zu zur af av "
    "bin ibn ben bn bint binti binte bt ould wuld wald walad oglu ogly kyzy qizi "
    "ul ur ud as es ad ash az at an ap".split(),
)
TITLES = frozenset(
    "mr mrs ms miss dr prof sir don dona sr sra srta senor senora ing lic gral gen general col "
    "colonel coronel maj major capt captain capitan lt lieutenant brigadier commander sgt "
    "minister president engineer haji hajji hadji haj hajj sheikh shaykh shaikh sheik mullah "
    "mulla maulavi mawlawi molvi sayyid sayed syed ayatollah hojatoleslam hojjatoleslam qari "
    "hafiz father junior jr iii ii".split(),
)
# Legal forms and the words around them; "group", "company" are not among them: they tell apart.
LEGAL_FORMS = frozenset(
    "sa srl sl sas spa slu cv rl ltda ltd limited llc llp lp plc inc corp corporation co company "
    "gmbh ag kg bv nv oy ab as aps sarl eurl sro doo ad ood eood zao oao ooo pao ao tov pat prat "
    "pp fze fzco fzc jsc pjsc cjsc ojsc psc wll sdn bhd pte pty pvt c v s a de the and of "
    "sp z oo zoo spzoo y e i".split(),
)

_CALL_SIGNS = frozenset({NameKind.ALIAS, NameKind.WEAK, NameKind.CODE})
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")
_NAMED_SCRIPT = re.compile(r"[㐀-䶿一-鿿가-힣]")
_IDEOGRAPHIC = re.compile(r"[㐀-䶿一-鿿가-힣々]{2,4}\Z")


class Word(Struct, frozen=True, gc=False):
    """One word of a name in ASCII, its role (None if the source does not say)."""

    text: str
    role: Role | None = None


class ParsedName(Struct, frozen=True, gc=False):
    """The words of a name in written order, and the joins of neighbours.

    A join is (first word's position, last word's position, joined text); the positions index
    ``words``. Joins cover particles too: ``Bin Ladin`` has the join ``binladin``.
    """

    words: tuple[Word, ...]
    joins: tuple[tuple[int, int, str], ...]


@lru_cache(maxsize=1 << 12)  # names of a piece of dossiers are asked for several times in a row
def parse_person(name: Name) -> ParsedName:
    """A person's name as words and joins; both empty if nothing in it can be compared."""
    if name.parts:
        spelt: list[tuple[str, Role | None]] = [
            (word, part.role) for part in name.parts for word in spell_words(part.text)
        ]
    else:
        spelt = _untold_roles(name.text)
    members = _members(spelt[:MOST_WORDS])[:MOST_WORDS]  # a compound is more words than one
    return _assemble(members, PARTICLES, TITLES)


def parse_organisation(name: Name) -> ParsedName:
    """An organisation's name as words and joins, its legal form left out."""
    text = _DOTTED.sub(
        lambda found: found.group().replace(".", "").replace(" ", "") + " ", name.text
    )
    spelt: list[tuple[str, Role | None]] = [(word, None) for word in spell_words(text)]
    return _assemble(spelt[:MOST_WORDS], LEGAL_FORMS, frozenset())


def split_family_first(text: str) -> tuple[NamePart, ...]:
    """The parts of ``FAMILY, Given``; empty if the text has no comma or an empty side."""
    family, comma, given = text.partition(",")
    if not comma or not family.strip() or not given.strip(" ,"):
        return ()
    return (
        NamePart(role=Role.FAMILY, text=family.strip()),
        NamePart(role=Role.GIVEN, text=given.replace(",", " ").strip()),
    )


def in_figures(name: Name) -> Name | None:
    """A code name written once more with its number in figures; None for any other name.

    Two figures or more, as a single one would pass for an initial. The name as written stays beside
    it: *Segundo* is a family name, too.

    >>> in_figures(Name(text="Lobo Doce", kind=NameKind.ALIAS)).text
    'lobo 12'
    """
    if name.kind not in _CALL_SIGNS or name.parts:
        return None
    words = spell_words(name.text)
    if len(words) != CALL_SIGN_WORDS:
        return None
    number = f"{figures_of(words[1]) or words[1]:0>2}"
    if not number.isdigit() or number == words[1]:
        return None
    return Name(text=f"{words[0]} {number}", kind=name.kind, field=name.field)


def _members(spelt: list[tuple[str, Role | None]]) -> list[tuple[str, Role | None]]:
    """Compounds as their members (``Abdulrahman``, ``Nasiruddin``); ``Abd Allah`` as one word."""
    members = [(member, role) for word, role in spelt for member in split_compound(word)]
    return list(_servants(members)) if "abd" in [word for word, _ in members] else members


def _servants(
    members: list[tuple[str, Role | None]],
) -> Iterator[tuple[str, Role | None]]:
    """The words, each Abd with the Allah after it as one."""
    pending: Role | None = None
    waiting = False  # an Abd that may belong to an Allah
    for member, role in members:
        if waiting and member == "allah":
            yield "abdullah", pending
            waiting = False
            continue
        if waiting:
            yield "abd", pending
        waiting, pending = member == "abd", role
        if not waiting:
            yield member, role
    if waiting:
        yield "abd", pending


def _untold_roles(text: str) -> list[tuple[str, Role | None]]:
    """The words of a free-text name; roles only where a comma or the script tells them."""
    parts = split_family_first(text[:MOST_CHARACTERS])
    if parts:
        told: list[tuple[str, Role | None]] = [
            (word, part.role) for part in parts for word in spell_words(part.text)
        ]
        return told
    if not text.isascii() and _IDEOGRAPHIC.match(compact := text.strip().replace("·", "")):
        family, given = split_ideographic(compact)
        return [(family, Role.FAMILY), (given, Role.GIVEN)]
    return [(word, None) for word in spell_words(text)]


@lru_cache(maxsize=1 << 14)
def spell_words(text: str) -> tuple[str, ...]:
    """The words of a text in ASCII, Arabic articles split off, unspellable ones left out."""
    if text.isascii():  # as most names are
        return tuple(filter(None, map(romanise, written_words(text[:MOST_CHARACTERS]))))
    text = unicodedata.normalize("NFC", text[:MOST_CHARACTERS])
    words: list[str] = []
    for written in written_words(text):
        words.extend(map(romanise, _pieces(written)))
    return tuple(filter(None, words))


def name_words(name: Name) -> tuple[str, ...]:
    """The words of a name, ``spell_words`` of its text: read by its parts, as ``parse_person`` reads it."""
    is_short = len(name.text) <= MOST_CHARACTERS
    if is_short and name.parts and name.text == " ".join([part.text for part in name.parts]):
        return tuple([word for part in name.parts for word in spell_words(part.text)])
    return spell_words(name.text)


def _pieces(written: str) -> tuple[str, ...]:
    """A written word, split where Latin writing splits it."""
    return arabic_pieces(written) if not written.isascii() and is_arabic(written) else (written,)


def _assemble(
    spelt: list[tuple[str, Role | None]],
    light: frozenset[str],
    titles: frozenset[str],
) -> ParsedName:
    """Words that carry identity, with the joins of everything that stood side by side."""
    kept = [(w, r) for w, r in spelt if w not in light and w not in titles]
    if len(kept) == len(spelt):  # as most names are: each word may be one with the word before it
        words = tuple([Word(word, role) for word, role in spelt])
        pairs = [first + second for (first, _), (second, _) in pairwise(spelt)]
        joins = [(at, at + 1, one) for at, one in enumerate(pairs) if len(one) <= LONGEST_JOIN]
        return ParsedName(words, tuple(joins))
    if not kept:  # a name made of particles only is still a name
        kept = [(w, r) for w, r in spelt if w not in titles] or spelt
    position: dict[int, int] = {}
    found: list[Word] = []
    for at, (word, role) in enumerate(spelt):
        if len(found) < len(kept) and (word, role) == kept[len(found)]:
            position[at] = len(found)
            found.append(Word(word, role))
    return ParsedName(tuple(found), tuple(_joins(spelt, position, titles)))


def _joins(
    spelt: list[tuple[str, Role | None]],
    position: dict[int, int],
    titles: frozenset[str],
) -> list[tuple[int, int, str]]:
    """Neighbouring words written as one: a word with the particles and the word before it."""
    found: list[tuple[int, int, str]] = []
    for end, last in position.items():
        joined, start = spelt[end][0], end - 1
        while start >= 0 and spelt[start][0] not in titles:
            joined = spelt[start][0] + joined
            if len(joined) > LONGEST_JOIN:
                break
            found.append((position.get(start, last), last, joined))
            if start in position:
                break
            start -= 1
    return found
