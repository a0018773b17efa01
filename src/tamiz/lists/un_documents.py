"""Documents in the UN's list: the number may stand in prose, or in the note beside it."""

import re
from collections.abc import Iterator

from tamiz.intake import xml
from tamiz.intake.xml import Element
from tamiz.model import Identifier, IdentifierKind
from tamiz.normalise.countries import country_code

_FIELD = "INDIVIDUAL_DOCUMENT"
# Words of the document's two types, in the order in which they decide.
_KINDS = (
    (IdentifierKind.PASSPORT, ("passport", "passeport", "pasaporte", "travel document")),
    (IdentifierKind.TAX, ("fiscal code",)),
    (IdentifierKind.DRIVING, ("driver", "driving")),
    (IdentifierKind.MILITARY, ("military", "serviceman", "fardc id", "armed forces")),
    (IdentifierKind.OTHER, ("ration card", "certificate", "student", "voter", "other id")),
    (IdentifierKind.NATIONAL, ("national", "identity", "identification")),
)
# "Libyan passport No. 513519", "Diplomatic Passport: Z30321794", "CAR … number O00065772".
_AFTER_WORDS = re.compile(
    r"(?:\b(?:no|number|num|passport|ssn|card)\b\.?:?|[:”)]|\bN°)\s*"
    r"(?P<number>(?:[A-Z]{1,4}[ -] ?)?(?=[^\s,]*\d)[^\s,(]+(?: \d\S*)*)",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\s*(?:\(|,|\bissued\b|\bexpire[sd]\b|\bunder\b).*\Z", re.IGNORECASE | re.DOTALL
)
_WORD = re.compile(r"[a-z]{2}", re.IGNORECASE)
_SENTENCE = re.compile(r"[a-z]{3}")
_FEWEST_DIGITS = 4  # in a note; fewer are a day or a paragraph


def read_documents(element: Element) -> Iterator[Identifier]:
    """The numbers of a person's documents, each with its kind and the State that issued it."""
    for document in element.findall(f"{{*}}{_FIELD}"):
        told, note = xml.text(document, "NUMBER"), xml.text(document, "NOTE")
        number = document_number(told) if told else _from_note(note)
        if number:
            words = " ".join(
                [xml.text(document, "TYPE_OF_DOCUMENT2"), told or note,
                 xml.text(document, "TYPE_OF_DOCUMENT")]
            )  # fmt: skip
            yield Identifier(
                kind=_kind(words), number=number, country=_country(document, told), field=_FIELD
            )


def document_number(text: str) -> str:
    """The number in a text that may say more than the number."""
    match = _AFTER_WORDS.search(text) if _WORD.search(text) else None
    if match is not None:
        return match["number"].rstrip(".")
    bare = _REST.sub("", text).strip() or text
    first, _, rest = bare.partition(" ")
    return rest if country_code(first) and any(c.isdigit() for c in rest) else bare


def _from_note(note: str) -> str:
    """A number that stands only in the note; empty if the note has none."""
    number = document_number(note)
    is_number = sum(char.isdigit() for char in number) >= _FEWEST_DIGITS
    return number if is_number and not _SENTENCE.search(number) else ""


def _kind(words: str) -> IdentifierKind:
    folded = words.casefold()
    return next(
        (kind for kind, told in _KINDS if any(word in folded for word in told)),
        IdentifierKind.OTHER,
    )


def _country(document: Element, told: str) -> str | None:
    """The State named beside the number, else by its first word: ``Libyan passport No. …``."""
    for step in ("ISSUING_COUNTRY", "COUNTRY_OF_ISSUE"):
        if code := country_code(xml.text(document, step)):
            return code
    first = told.partition(" ")[0]
    return country_code(first) if len(first) > 3 else None  # noqa: PLR2004 - "CAR", "PS" are no names
