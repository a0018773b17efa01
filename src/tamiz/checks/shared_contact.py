"""Do applicants who declare no tie share a phone, an e-mail or an account?

A value that many share (a recruiter's phone, an embassy's address) is common, and shown as such;
a tie that the applicant declares, or one family name, explains it.
"""

from collections.abc import Iterator

from tamiz.checks.check import Check, Context
from tamiz.links import SharedKey, SharedKind, Sharer, names_or_resembles, shared_keys
from tamiz.model import Dossier, Evidence, Finding, Outcome

CONTACTS = frozenset({SharedKind.PHONE, SharedKind.EMAIL, SharedKind.HANDLE})


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A concern for every rare value shared with people to whom no tie is declared."""
    values = [shared for shared in shared_keys(dossier) if shared.kind in CONTACTS]
    if not values or context.register is None:
        code = "contacts.none_given" if not values else "shared.no_cohort"
        alone = Evidence(feature="contact", code=code)
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (alone,))
        return
    harmless: list[Evidence] = []
    concerns = 0
    for shared in values:
        others = context.register.others(dossier, shared)
        strangers = [
            other for other in others if not names_or_resembles(dossier, other.name, other.family)
        ]
        told = _told(shared, others, context)
        if strangers and len(others) + 1 < context.thresholds.common_from:
            concerns += 1
            yield CHECK.finding(Outcome.CONCERN, (told,), other=strangers[0].id)
        elif others:
            code = "shared.common" if strangers else "shared.explained"
            harmless += [told, Evidence(feature="contact", code=code, params=told.params)]
    if not concerns:
        alone = Evidence(feature="contact", code="shared.contact_alone")
        yield CHECK.finding(Outcome.CLEAR, tuple(harmless) or (alone,))


CHECK = Check(
    name="shared_contact",
    version="2",
    basis="FATF Guidance on Risk-Based Approach, links between customers",
    run=run,
)


def _told(shared: SharedKey, others: tuple[Sharer, ...], context: Context) -> Evidence:
    shown = [f"{other.id} {other.name}" for other in others[: context.thresholds.common_from]]
    return Evidence(
        feature="contact",
        code=f"shared.{shared.kind.value}",
        applicant=shared.text,
        other="; ".join(shown),
        params={"count": str(len(others) + 1)},
        field=shared.field,
    )
