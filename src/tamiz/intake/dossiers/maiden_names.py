"""Names borne before, such as maiden names: an applicant's given names and the family name."""

from tamiz.model import Name, NameKind, NamePart, Role
from tamiz.normalise.names import split_family_first

_KEPT = (Role.GIVEN, Role.PATRONYMIC)


def borne_before(former: str, bearer: Name | None, at: str) -> Name:
    """The name under which a family name was borne, where the file gives only that family name.

    Args:
        former: the name borne before: a family name, or a whole one.
        bearer: the bearer's name today; None if there is none.
        at: the field in which it stands.
    """
    parts = split_family_first(former)
    given = _given(bearer) if bearer is not None and not parts else ""
    if not given or given.split()[0].casefold() in former.casefold().split():
        return Name(text=former, kind=NameKind.FORMER, parts=parts, field=at)
    kept = tuple(part for part in bearer.parts if part.role in _KEPT) if bearer else ()
    told = (*kept, NamePart(role=Role.FAMILY, text=former)) if kept else ()
    return Name(text=f"{given} {former}", kind=NameKind.FORMER, parts=told, field=at)


def _given(bearer: Name) -> str:
    """Given names and patronymic; where a name has no parts, all its words but the last."""
    if bearer.parts:
        return " ".join(part.text for part in bearer.parts if part.role in _KEPT)
    return bearer.text.strip().rpartition(" ")[0].strip()
