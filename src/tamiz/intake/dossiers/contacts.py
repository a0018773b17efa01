"""How an applicant is reached, and how the parties are that they name."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tamiz.intake.dossiers.entries import Fields, Value, values
from tamiz.model import Address, Contact, ContactKind, Nationality
from tamiz.normalise.contacts import (
    SHORTEST_PHONE,
    email_key,
    is_phone_of,
    phone_country,
    site_key,
)
from tamiz.normalise.dates import read_dates

_CONTACTS = (
    ("phone", ContactKind.PHONE),
    ("email", ContactKind.EMAIL),
    ("handle", ContactKind.HANDLE),
)
LONGEST_PARTY = 2_000  # characters of a cell about a party in which contacts are looked for
_COMMA = re.compile(r"[,/|]")
_EMAIL = re.compile(r"[^\s,;:<>()\[\]|@]{1,64}@[^\s,;:<>()\[\]|@]{1,189}")
_HANDLE = re.compile(r"(?<![\w@.])@\w{3,64}")
_LABEL = (
    r"(?:teléfono|telefono|telephone|телефон|phone|móvil|movil|mobile|celular|whatsapp|signal"
    r"|моб|tel|тел|cel|тлф)"
)
# Digits with what people write between them: behind a label, a plus, or 00 and a long number.
_MORE = r"(?:[\s().–-]{0,3}\d)"
_PHONE = re.compile(
    rf"(?<!\w)(?:{_LABEL}\b[.:]?\s?\+?\(?\d{_MORE}{{6,16}}"
    rf"|\+\s?\(?\d{_MORE}{{6,16}}|00\(?\d{_MORE}{{8,16}})",
    re.IGNORECASE,
)
# A whole piece between commas: in groups of digits, or with the nought of local calls. Other
# rows of digits are register numbers.
_PIECE = re.compile(r"0[1-9]\d{7,9}|\(?\d{2,4}\)?(?:[\s–-]\d{2,4}){1,5}")
# In two groups, as “0414-0924217”: a phone only where a country that counts gives such numbers out.
_TWO_GROUPS = re.compile(r"\(?\d{2,4}\)?[\s–-]\d{5,8}")
_LABELLED = re.compile(rf"\A{_LABEL}\b[.:]?\s?", re.IGNORECASE)
_LEFT_OVER = re.compile(
    rf"\((?:\s|[,/;|])*\)|(?<!\w)(?:{_LABEL}|e-?mail|correo|пошта)\b[.:]*(?=[\s,;/|]*\Z)",
    re.IGNORECASE,
)
_EDGES = " ,;/|:–—-<>"


def read_contacts(fields: Fields, countries: Sequence[str]) -> Iterator[Contact]:
    """Phones, e-mail addresses and accounts as written.

    ``countries`` are those in which a phone number in local form may be one, likeliest first.
    """
    for field, kind in _CONTACTS:
        for value in values(fields, field):
            for text in _several(value.text, kind):
                yield _contact(kind, text, value.at, countries)


def phone_countries(
    addresses: Iterable[Address], nationalities: Iterable[Nationality]
) -> tuple[str, ...]:
    """Where local phone numbers belong: the only country of residence, the only nationality."""
    return tuple(dict.fromkeys((*_only_country(addresses), *_only_country(nationalities))))


def split_party(value: Value, countries: Sequence[str]) -> tuple[str, tuple[Contact, ...]]:
    """A party's name without the contacts beside it, and these.

    “Olena Ivanenko, +380 67 123 45 67, olena@example.org” is a name, a phone and an address.
    """
    text, rest = value.text[:LONGEST_PARTY], value.text[LONGEST_PARTY:]
    found: list[Contact] = []
    for kind, pattern in (
        (ContactKind.EMAIL, _EMAIL), (ContactKind.HANDLE, _HANDLE), (ContactKind.PHONE, _PHONE),
    ):  # fmt: skip
        for match in pattern.findall(text):
            if kind is not ContactKind.EMAIL or email_key(match.rstrip(".")):
                written = _LABELLED.sub("", match).rstrip(".")
                found.append(_contact(kind, written, value.at, countries))
                text = text.replace(match, "", 1)
    pieces = [piece.strip() for piece in re.split("[,;|]", text)]
    for piece in pieces[1:]:
        if (
            _is_phone(piece, countries)
            and _digits(piece) >= SHORTEST_PHONE
            and not read_dates(piece)
        ):
            found.append(_contact(ContactKind.PHONE, piece, value.at, countries))
            text = text.replace(piece, "", 1)
    return (_tidy(text) + rest if found else value.text), tuple(found)


def _is_phone(piece: str, countries: Sequence[str]) -> bool:
    """Whether a whole piece between commas, without plus or label, is a phone."""
    if _PIECE.fullmatch(piece):
        return True
    return bool(_TWO_GROUPS.fullmatch(piece)) and any(is_phone_of(piece, one) for one in countries)


def party_contacts(value: Value, countries: Sequence[str]) -> tuple[Contact, ...]:
    """The contacts of a party in a cell of their own; what has no other form may be a web site."""
    rest, found = split_party(Value(f", {value.text}", value.at), countries)
    sites = [piece.strip() for piece in re.split(r"[,;|\s]", rest) if site_key(piece.strip())]
    more = (Contact(kind=ContactKind.WEBSITE, value=site, field=value.at) for site in sites)
    return (*found, *more)


def _tidy(text: str) -> str:
    """The name without what stood between it and its contacts."""
    text = _LEFT_OVER.sub("", text).strip(_EDGES)  # what stood at the end may bare another
    return re.sub(r"\s*,(?:[\s,;]*,)?\s*", ", ", _LEFT_OVER.sub("", text).strip(_EDGES))


def _contact(kind: ContactKind, text: str, at: str, countries: Sequence[str]) -> Contact:
    country = phone_country(text, countries) if kind is ContactKind.PHONE else None
    return Contact(kind=kind, value=text, country=country, field=at)


def _several(text: str, kind: ContactKind) -> list[str]:
    """A comma or slash divides phones and addresses if there is one on every side."""
    if not _COMMA.search(text):
        return [text]
    pieces = [piece.strip() for piece in _COMMA.split(text)]
    if (kind is ContactKind.EMAIL and all("@" in piece for piece in pieces)) or (
        kind is ContactKind.PHONE and all(_digits(one) >= SHORTEST_PHONE for one in pieces)
    ):
        return pieces
    return [text]


def _digits(text: str) -> int:
    return sum(char.isdecimal() for char in text)


def _only_country(of: Iterable[Address | Nationality]) -> set[str]:
    """The only country of these; none where there are several."""
    codes = {one.country for one in of if one.country is not None}
    return codes if len(codes) == 1 else set()
