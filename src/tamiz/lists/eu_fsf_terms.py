"""Words of the EU's files in the words of Tamiz."""

from tamiz.model import IdentifierKind, Name, NameKind, NamePart, PartyType, Role, Sex
from tamiz.normalise.scripts import script_of

TYPES = {"person": PartyType.PERSON, "p": PartyType.PERSON, "enterprise": PartyType.ORGANISATION,
         "e": PartyType.ORGANISATION}  # fmt: skip
SEXES = {"m": Sex.MALE, "f": Sex.FEMALE}
_KINDS = {
    "passport": IdentifierKind.PASSPORT,
    "diplomatic": IdentifierKind.PASSPORT,
    "travel": IdentifierKind.PASSPORT,
    "id": IdentifierKind.NATIONAL,
    "ssn": IdentifierKind.NATIONAL,
    "national": IdentifierKind.NATIONAL,
    "fiscalcode": IdentifierKind.TAX,
    "tax": IdentifierKind.TAX,
    "regnumber": IdentifierKind.REGISTER,
    "tradelic": IdentifierKind.REGISTER,
    "imo": IdentifierKind.REGISTER,
    "resident": IdentifierKind.RESIDENCE,
    "electionid": IdentifierKind.OTHER,
}


def identifier_kind(code: str) -> IdentifierKind:
    """The kind of an identification from its type code or words."""
    folded = code.casefold()
    return next(
        (kind for start, kind in _KINDS.items() if folded.startswith(start)), IdentifierKind.OTHER
    )


def eu_name(whole: str, given: str, family: str, *, is_first: bool, is_strong: bool) -> Name | None:
    """A name; the first Latin one is the primary name, as the EU ranks its names by order."""
    text = whole or f"{given} {family}".strip()
    if not text:
        return None
    parts = (NamePart(Role.GIVEN, given), NamePart(Role.FAMILY, family)) if given and family else ()
    kind = NameKind.PRIMARY if is_first else NameKind.ALIAS if is_strong else NameKind.WEAK
    if script_of(text) not in {"", "latin"} and not is_first:
        kind = NameKind.SCRIPT
    return Name(text=text, kind=kind, parts=parts, field="nameAlias")
