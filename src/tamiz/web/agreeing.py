"""Whether two written values say the same, by the rules that screening goes by."""

from tamiz.casework import fold_written
from tamiz.matching.pairs import compare_pair
from tamiz.matching.subject import Subject
from tamiz.model import Name, NameKind, PartyType
from tamiz.normalise.countries import country_code
from tamiz.normalise.names import in_figures


def compared_by(field: str, value: str) -> str:
    """What a value of one of ``Fields`` is compared by; a State by its code, however it is told."""
    if field == "nationalities" and (code := country_code(value)) is not None:
        return code
    return fold_written(field, value)


def are_one_name(one: str, other: str) -> bool:
    """Whether ``tamiz compare`` takes two names for one; *Halcon 9* is *Halcón Nueve*."""
    return compare_pair(_bearer(one), _bearer(other)).agrees


def _bearer(text: str) -> Subject:
    """Somebody of this name alone. What kind of name it is was not kept: it may be a code name."""
    name = Name(text=text, kind=NameKind.ALIAS)
    in_digits = in_figures(name)
    names = (name,) if in_digits is None else (name, in_digits)
    return Subject(type=PartyType.PERSON, names=names)
