"""Are the documents what they seem? All rules of a document examiner, one after the other.

A hint (strength C) is told, but is a concern only beside another rule's; a faint one, such as a
date on a Sunday, only beside a firm concern.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from tamiz.checks.check import Asked, Check, Context
from tamiz.checks.documents.brought import brought
from tamiz.checks.documents.papers import Papers
from tamiz.checks.documents.registry import rules_for
from tamiz.checks.hints import asked, told
from tamiz.intake.evidence_files import FileRead
from tamiz.intake.evidence_folder import FileProblem
from tamiz.model import Dossier, Evidence, Finding, Outcome
from tamiz.wording import say


def run(dossier: Dossier, context: Context) -> Iterator[Finding]:
    """A finding for each concern and each open question, or one for all that is in order.

    The last says what nobody checked, and what is in order beside the concerns.
    """
    papers = Papers(dossier, context)
    if not papers.each and not papers.numbers:
        nothing = Evidence(feature="document", code="document.none_given")
        yield CHECK.finding(Outcome.NOT_APPLICABLE, (nothing,))
        return
    answers, failed = asked(rules_for(brought(dossier, context)), papers, context)
    yield from failed
    found, in_order, open_ = told(answers)
    is_any_file = context.files or any(paper.document.files for paper in papers.each)
    unread = tuple(_unread_files(papers, context.files)) if is_any_file else ()
    yield from (*found, *unread)
    if in_order and not found and not unread:
        yield CHECK.finding(Outcome.CLEAR, in_order)
        in_order = ()
    silent = () if papers.each or answers else _silent(papers)
    last = (*_unobserved(papers), *silent, *open_, *in_order)
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


def _silent(papers: Papers) -> Iterator[Evidence]:
    """Each personal number, where no rule has anything to say of any."""
    for given, reading in papers.numbers:
        yield Evidence(
            feature="personal_number",
            code="document.number_silent",
            applicant=given.number,
            params={"state": reading.state.upper()},
            field=given.field,
        )


def _unobserved(papers: Papers) -> Iterator[Evidence]:
    """What no software sees in data: said of every document, so that nobody takes it as checked."""
    for paper in papers.each:
        is_chip_read = any(file.chip for file in paper.files) if paper.files else False
        code = "document.unobserved_paper" if is_chip_read else "document.unobserved"
        yield _unseen(code, paper.document.code, paper.field)


@lru_cache(maxsize=1 << 10)  # a cohort has few kinds and places of documents
def _unseen(code: str, kind: str, field: str) -> Evidence:
    return Evidence(feature="document", code=code, applicant=kind, field=field)
