"""Are the documents what they seem? All rules of a document examiner, one after the other.

A hint (strength C) is told, but is a concern only beside another rule's: a name that is unusual in
the issuer's language, or a date on a Sunday, proves nothing alone.
"""

from collections.abc import Iterator, Sequence

from tamiz.checks.check import Asked, Check, Context
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.registry import RULES
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.model import Dossier, Evidence, Finding, Outcome

_TOLD = (Outcome.CONCERN, Outcome.INDETERMINATE)


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A finding for each concern and each open question, or one for all that is in order.

    The last says what nobody checked, and what is in order beside the concerns.
    """
    papers = Papers(dossier)
    if not papers.each and not papers.numbers:
        nothing = Evidence(feature="document", code="document.none_given")
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (nothing,))
        return
    answers: list[tuple[Rule, Answer]] = []
    for rule in RULES:
        try:
            answers.extend((rule, answer) for answer in rule.run(papers, context))
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the officer must see it
            yield rule.failed(error)
    found, in_order = told(answers)
    yield from found
    if in_order and not found:
        yield CHECK.finding(Outcome.CLEAR, in_order)
        in_order = ()
    last = (*_unobserved(papers), *in_order)
    if last:
        yield UNOBSERVED.finding(Outcome.NOT_APPLICABLE, last)


CHECK = Check(
    name="documents",
    version="1",
    basis="ICAO Doc 9303-3 to -7; NIST SP 800-63A section 4.3 (validation of evidence)",
    run=run,
)


# The last of an examiner's checks: what no data can answer.
UNOBSERVED = Asked(
    name="document_unobserved",
    version="1",
    basis="Council of the European Union, PRADO: feel, look, tilt",
)


def told(
    answers: Sequence[tuple[Rule, Answer]],
) -> tuple[tuple[Finding, ...], tuple[Evidence, ...]]:
    """The findings that answers make together, and the evidence that is none by itself."""
    firm = {rule.name for rule, answer in answers if _is_firm(rule, answer)}
    hints = {rule.name for rule, answer in answers if answer.outcome is Outcome.CONCERN} - firm
    is_alone = not firm and len(hints) == 1
    found: list[Finding] = []
    in_order: list[Evidence] = []
    for rule, answer in answers:
        is_hint = answer.outcome is Outcome.CONCERN and not _is_firm(rule, answer)
        if answer.outcome in _TOLD and not (is_hint and is_alone):
            found.append(rule.answered(answer))
        else:
            in_order.append(answer.evidence)
    return tuple(found), tuple(in_order)


def _is_firm(rule: Rule, answer: Answer) -> bool:
    strength = answer.strength or rule.strength
    return answer.outcome is Outcome.CONCERN and strength is not Strength.C


def _unobserved(papers: Papers) -> Iterator[Evidence]:
    """What no software sees in data: said of every document, so that nobody takes it as checked."""
    for paper in papers.each:
        yield Evidence(
            feature="document", code="document.unobserved",
            applicant=paper.document.code, field=paper.field,
        )  # fmt: skip
        for file in paper.document.files:
            yield Evidence(
                feature="document", code="document.file_not_read",
                applicant=file.path, field=file.field,
            )  # fmt: skip
