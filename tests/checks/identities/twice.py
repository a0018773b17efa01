"""Two applications that may be one person's, among strangers."""

from collections.abc import Sequence
from pathlib import Path

from checks.links.tied import applicant, asked
from resolve_people import crowd
from tamiz.checks import Check
from tamiz.model import Dossier, Finding

NAME = "Arturo Villaseñor Quintana"
PHONE = "+52 55 1234 5678"
EMAIL = "art.v@post.example"
ADDRESS = "Calle Roble 12, Colonia Encinos, Xalapa"
AMONG = 200  # strangers: among two alone everybody who has anything in common is one person


def one(key: str = "A", name: str = NAME, born: str = "1990-02-07", **told: object) -> Dossier:
    """An application of Arturo Villaseñor, or of somebody near him."""
    return applicant(key, name, born=born, **told)  # type: ignore[arg-type]


def mexican(key: str = "A", name: str = NAME, born: str = "1990-02-07", **told: object) -> Dossier:
    """The same with a Mexican passport."""
    return one(key, name, born, **{"state": "mx", "nation": "mx", "passport": "G12345678"} | told)


def said(
    check: Check, folder: Path, *cohort: Dossier, earlier: Sequence[Dossier] = ()
) -> list[Finding]:
    """What a check says of the first, among strangers."""
    return asked(check, folder, *cohort, *crowd(AMONG), earlier=earlier)
