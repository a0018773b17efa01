"""Are the documents what they seem? All rules of a document examiner, one after the other.

A hint (strength C) is told, but is a concern only beside another rule's; a faint one, such as a
date on a Sunday, only beside a firm concern.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from tamiz.checks.check import Asked, Check, Context
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.registry import RULES
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.intake.evidence_files import FileRead
from tamiz.intake.evidence_folder import FileProblem
from tamiz.model import Dossier, Evidence, Finding, Outcome
from tamiz.wording import say

_TOLD = (Outcome.CONCERN, Outcome.INDETERMINATE)


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A finding for each concern and each open question, or one for all that is in order.

    The last says what nobody checked, and what is in order beside the concerns.
    """
    papers = Papers(dossier, context)
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
    found, in_order, open_ = told(answers)
    unread = tuple(_unread_files(papers, context.files))
    yield from (*found, *unread)
    if in_order and not found and not unread:
        yield CHECK.finding(Outcome.CLEAR, in_order)
        in_order = ()
    last = (*_unobserved(papers), *open_, *in_order)
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


# A file that was brought and cannot be opened may hold what matters.
FILES = Asked(
    name="document_files",
    version="1",
    basis="NIST SP 800-63A section 4.3 (evidence is collected before it is validated)",
)
MOST_TOLD = 10  # files with one problem: an officer asks for all of them anyway
# Of a file that was read in part, what was read counts.
_READ_IN_PART = frozenset({"too_many_pages"})


class Told(NamedTuple):
    """What answers make together: findings, what is in order, and what nobody could compare."""

    findings: tuple[Finding, ...]
    in_order: tuple[Evidence, ...]
    unknown: tuple[Evidence, ...]


def told(answers: Sequence[tuple[Rule, Answer]]) -> Told:
    """The findings that answers make together, and the evidence that is none by itself."""
    firm = {rule.name for rule, answer in answers if _is_firm(rule, answer)}
    odd = (rule for rule, answer in answers if answer.outcome is Outcome.CONCERN)
    hints = {rule.name for rule in odd if not rule.is_faint} - firm
    is_alone = not firm and len(hints) <= 1
    found: list[Finding] = []
    in_order: list[Evidence] = []
    unknown: list[Evidence] = []
    for rule, answer in answers:
        is_hint = answer.outcome is Outcome.CONCERN and not _is_firm(rule, answer)
        if answer.outcome in _TOLD and not (is_hint and is_alone):
            found.append(rule.answered(answer))
        else:
            is_unknown = answer.outcome is Outcome.NOT_APPLICABLE
            (unknown if is_unknown else in_order).append(answer.evidence)
    return Told(tuple(found), tuple(in_order), tuple(unknown))


def _is_firm(rule: Rule, answer: Answer) -> bool:
    strength = answer.strength or rule.strength
    return answer.outcome is Outcome.CONCERN and strength is not Strength.C


def _unread_files(papers: Papers, files: Sequence[FileRead]) -> Iterator[Finding]:
    """An open question for each reason for which files were not read, or not opened by anybody."""
    reasons: dict[str, list[Evidence]] = {}
    for problem, path, field in _not_read(papers, files):
        evidence = Evidence(
            feature="document", code=f"document.files.{problem}", applicant=path, field=field
        )
        reasons.setdefault(problem, []).append(evidence)
    for found in reasons.values():
        finding = FILES.finding(Outcome.INDETERMINATE, tuple(found[:MOST_TOLD]))
        yield replace(finding, next_step=say(f"next.{FILES.name}"))


def _not_read(papers: Papers, files: Sequence[FileRead]) -> Iterator[tuple[str, str, str]]:
    """The problem, path and field of each."""
    opened = {file.given for file in files}
    for paper in papers.each:
        for named in paper.document.files:
            if named.path not in opened:
                yield FileProblem.NO_FOLDER.value, named.path, named.field
    for file in files:
        if file.problem and file.problem not in _READ_IN_PART:
            yield file.problem, file.path, file.field


def _unobserved(papers: Papers) -> Iterator[Evidence]:
    """What no software sees in data: said of every document, so that nobody takes it as checked."""
    for paper in papers.each:
        is_chip_read = any(file.chip for file in paper.files)
        yield Evidence(
            feature="document",
            code="document.unobserved_paper" if is_chip_read else "document.unobserved",
            applicant=paper.document.code, field=paper.field,
        )  # fmt: skip
