"""Do two applicants claim one document or one personal number?"""

from collections.abc import Iterator

from rapidfuzz.fuzz import token_sort_ratio

from tamiz.checks.check import Check, Context
from tamiz.links import SharedKind, Sharer, shared_keys
from tamiz.model import Dossier, Evidence, Finding, Outcome
from tamiz.normalise.names import spell_words

NUMBERS = frozenset({SharedKind.DOCUMENT, SharedKind.PERSONAL_NUMBER})
SAME_NAME = 85.0  # per cent alike: spellings of one name, not two names


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for every other applicant with one of the numbers."""
    numbers = [shared for shared in shared_keys(dossier) if shared.kind in NUMBERS]
    if not numbers or context.register is None:
        code = "documents.none_given" if not numbers else "shared.no_cohort"
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (Evidence(feature="identifier", code=code),))
        return
    told: set[str] = set()
    for shared in numbers:
        for other in context.register.others(dossier, shared):
            if other.id not in told:
                told.add(other.id)
                evidence = _evidence(dossier, shared.text, shared.field, other)
                yield CHECK.finding(Outcome.CONCERN, evidence, other=other.id)
    if not told:
        alone = Evidence(
            feature="identifier", code="shared.document_alone", applicant=numbers[0].text
        )
        yield CHECK.finding(Outcome.CLEAR, (alone,))


CHECK = Check(
    name="shared_document",
    version="1",
    basis="ICAO Doc 9303-2 (impostors); EU Regulation 2019/817 article 4 (multiple identities)",
    run=run,
)


def _evidence(dossier: Dossier, text: str, field: str, other: Sharer) -> tuple[Evidence, ...]:
    """The number, and whether name and birth date speak for one person or for two."""
    name = next((one.text for one in dossier.identity.names), "")
    born = "; ".join(dict.fromkeys(date.text() for date in dossier.identity.birth_dates))
    alike = token_sort_ratio(" ".join(spell_words(name)), " ".join(spell_words(other.name)))
    names = "shared.same_name" if alike >= SAME_NAME else "shared.other_name"
    statements = [
        Evidence(
            feature="identifier", code="shared.document", applicant=text, other=other.text,
            params={"id": other.id}, field=field,
        ),
        Evidence(feature="name", code=names, applicant=name, other=other.name),
    ]  # fmt: skip
    if born and other.birth_date:
        code = "shared.same_birth_date" if born == other.birth_date else "shared.other_birth_date"
        statements.append(
            Evidence(feature="birth_date", code=code, applicant=born, other=other.birth_date)
        )
    return tuple(statements)
