"""Do the applicant's own claims agree with each other?

Only what the applicant said in one place is compared with what the applicant said in another: the
nationality with the State that issued the passport. What documents say is asked by the rules
about documents.
"""

from collections.abc import Iterator

from tamiz.checks.check import Check, Context
from tamiz.model import Dossier, Evidence, Finding, IdentifierKind, Outcome

DECEPTIVE = frozenset({
    "bidi_control", "invisible", "tag", "private_use", "unassigned", "control", "mixed_script",
    "stacked_marks",
})  # fmt: skip
UNREAD = frozenset({"unreadable", "shortened", "cut"})
# Fields in which people write sentences, paste from anywhere and mix languages. Nobody is
# identified by them, so signs that deceive are kept as notes there, and concern nobody.
FREE_TEXT = frozenset(
    "motivation occupation programme course service address text organisation position travel"
    " skill observations".split()
)


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - every check takes both
    """One concern a contradiction; indeterminate what could not be read; else clear."""
    is_told = False
    for evidence in _unread(dossier):
        is_told = True
        yield CHECK.finding(Outcome.INDETERMINATE, (evidence,))
    harmless: list[Evidence] = []
    for evidence in _compare(dossier):
        if evidence.code.endswith(".agrees"):
            harmless.append(evidence)
        else:
            is_told = True
            yield CHECK.finding(Outcome.CONCERN, (evidence,))
    if not is_told:
        yield CHECK.finding(Outcome.CLEAR, tuple(harmless)) if harmless else _NOTHING


CHECK = Check(
    name="claims_consistency",
    version="3",
    basis="NIST SP 800-63A section 4 (validation of evidence); ICAO Doc 9303-3, 3.5",
    run=run,
)


_NOTHING = CHECK.finding(
    Outcome.NOT_APPLICABLE, (Evidence(feature="claim", code="claims.nothing_to_compare"),)
)


def _unread(dossier: Dossier) -> Iterator[Evidence]:
    """Fields that could not be understood, or not to their end."""
    for note in dossier.notes:
        field, _, fault = note.partition(":")
        if fault in UNREAD:
            yield _noted(field, fault, "claim")


def _compare(dossier: Dossier) -> Iterator[Evidence]:
    """Every pair of claims that can be compared, and what is written to deceive."""
    yield from _issuing_state(dossier)
    for note in dossier.notes:
        field, _, kind = note.partition(":")
        if kind in DECEPTIVE and field not in FREE_TEXT:
            yield _noted(field, kind, "text")


def _noted(field: str, fault: str, feature: str) -> Evidence:
    params = {"field": field.replace("_", " ")}
    return Evidence(feature=feature, code=f"claims.{fault}", params=params)


def _issuing_state(dossier: Dossier) -> Iterator[Evidence]:
    """A passport is issued by a State to its own nationals (Doc 9303-3, 3.5)."""
    claimed = [n for n in dossier.identity.nationalities if n.country is not None]
    for identifier in dossier.identity.identifiers if claimed else ():
        if identifier.kind is IdentifierKind.PASSPORT and identifier.country:
            agrees = identifier.country in [n.country for n in claimed]
            yield Evidence(
                feature="nationality",
                code="claims.issuing_state.agrees" if agrees else "claims.issuing_state.differs",
                applicant="; ".join([n.text or str(n.country) for n in claimed]),
                other=identifier.country.upper(),
                field=claimed[0].field,
                other_field=identifier.field,
            )
