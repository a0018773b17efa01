"""Does another applicant have the same name and birth date, under another State's papers?

Names meet word for word as they sound, in any script. How many applicants would meet so by chance
is worked out from how many bear the name and are born on the day, and said. Whoever declares both
nationalities declares what there is to declare: one side must hide a State from the other, and the
other one from it. One number under two names is ``shared_document``'s question.
"""

from collections.abc import Iterator
from datetime import date

from tamiz.checks.check import Context
from tamiz.checks.documents.chance import RARE
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.links import Declared, Namesake, declared_by, keys_of
from tamiz.model import Dossier, Evidence, Outcome


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each such applicant, or one that there is none."""
    if context.register is None:
        return
    dossier, persons = papers.dossier, context.register.persons
    keys = keys_of(dossier)
    same = {other.id: (other, key) for key in keys for other in persons.namesakes(dossier, *key)}
    if not same:
        if keys:
            yield Answer(Outcome.CLEAR, _nobody(dossier))
        return
    declared = declared_by(dossier)
    found = [(other, key) for other, key in same.values() if _hides(declared, other)]
    for other, key in found:
        yield _answer(dossier, declared, other, key, persons.expected(*key))
    if not found:
        yield Answer(Outcome.CLEAR, _nobody(dossier))


RULE = Rule(
    name="document_second_identity",
    version="1",
    number=18,
    basis="EU Regulation 2019/817 article 4 (multiple identities); chance: names and birth dates "
    "of the cohort",
    needs="name, birth date to the day, a nationality or an issuing State, of a cohort",
    strength=Strength.B,
    false_alarms="low: dual nationals who applied twice and each time declared one; each finding "
    "says how many to expect by chance",
    run=run,
)


def _hides(declared: Declared, other: Namesake) -> bool:
    """Whether each of two applications names a State that the other does not, and no number."""
    states = frozenset(other.states.split())
    shares_number = not declared.numbers.isdisjoint(other.numbers.split())
    return bool(declared.states - states and states - declared.states) and not shares_number


def _answer(
    dossier: Dossier, declared: Declared, other: Namesake, key: tuple[str, int], chance: float
) -> Answer:
    name = dossier.identity.names[0]
    evidence = Evidence(
        feature="identifier",
        code=f"document.identity.{'two_papers' if chance < RARE else 'common_name'}",
        applicant=f"{name.text}: {declared.papers}",
        other=f"{other.id} {other.name}: {other.papers}",
        params={"born": date.fromordinal(key[1]).isoformat(), "expected": f"{chance:.2g}"},
        field=name.field,
    )
    outcome = Outcome.CONCERN if chance < RARE else Outcome.CLEAR
    return Answer(outcome, evidence, other=other.id)


def _nobody(dossier: Dossier) -> Evidence:
    name = dossier.identity.names[0]
    return Evidence(
        feature="identifier", code="document.identity.one_person", applicant=name.text,
        field=name.field,
    )  # fmt: skip
