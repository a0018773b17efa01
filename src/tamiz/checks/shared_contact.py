"""Do applicants who declare no tie share a phone, an e-mail or an account?

A value that many share (a recruiter's phone, an embassy's address) is common and says nothing; a
tie that the applicant declares explains it.
"""

from collections.abc import Iterator

from tamiz.checks.check import Check, Context
from tamiz.links import SharedKind, Sharer, shared_keys
from tamiz.model import Dossier, Evidence, Finding, Outcome
from tamiz.normalise.names import spell_words

NUMBERS = frozenset({SharedKind.PHONE, SharedKind.EMAIL, SharedKind.HANDLE})


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for every rare value shared with people to whom no tie is declared."""
    values = [shared for shared in shared_keys(dossier) if shared.kind in NUMBERS]
    if not values or context.register is None:
        code = "contacts.none_given" if not values else "shared.no_cohort"
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (Evidence(feature="contact", code=code),))
        return
    explained: list[Evidence] = []
    found = False
    for shared in values:
        others = context.register.others(dossier, shared)
        strangers = [other for other in others if not _is_explained(dossier, other)]
        count = len(others) + 1
        told = Evidence(
            feature="contact", code=f"shared.{shared.kind.value}", applicant=shared.text,
            other=", ".join(other.id for other in others[: context.thresholds.common_from]),
            params={"count": str(count)}, field=shared.field,
        )  # fmt: skip
        if strangers and count < context.thresholds.common_from:
            found = True
            yield CHECK.finding(Outcome.CONCERN, (told,), other=strangers[0].id)
        elif others:
            code = "shared.common" if strangers else "shared.explained"
            explained += [told, Evidence(feature="contact", code=code, params=told.params)]
    if not found:
        alone = Evidence(feature="contact", code="shared.contact_alone")
        yield CHECK.finding(Outcome.CLEAR, tuple(explained) or (alone,))


CHECK = Check(
    name="shared_contact",
    version="1",
    basis="FATF Guidance on Risk-Based Approach, links between customers",
    run=run,
)


def _is_explained(dossier: Dossier, other: Sharer) -> bool:
    """Whether the applicant names the other one, or both bear a family name in common."""
    theirs = set(spell_words(other.name))
    named = [set(spell_words(relation.name)) for relation in dossier.relations]
    if any(len(words & theirs) > 1 for words in named):
        return True
    own = {word for name in dossier.identity.names[:1] for word in spell_words(name.text)[1:]}
    return bool(own & set(spell_words(other.name)[1:]))
