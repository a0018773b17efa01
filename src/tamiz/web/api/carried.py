"""What stays of an earlier screening that saw more: the other applicants of a cohort, and files.

A dossier that comes alone is compared with nobody of its cohort. What was found of it beside the
others stays in its case as it was, until the cohort is screened again; to take it away would
look as if somebody had found it untrue.
"""

from http import HTTPStatus

from msgspec.structs import replace

from tamiz.casework import finding_id, needs_verdict
from tamiz.checks.of_others import OF_OTHERS
from tamiz.model import Assessment, Dossier, Outcome, PaperShown
from tamiz.screening import Policy
from tamiz.screening.routing import route
from tamiz.web.api.fault import Fault, Told

_OF_OTHERS = frozenset(one.name for one in OF_OTHERS)
_READ = frozenset({"picture", "barcode", "chip"})  # sources of documents that stand in files


def carried(
    before: Assessment, now: Assessment, dossier: Dossier, policy: Policy
) -> tuple[Assessment, tuple[str, ...]]:
    """The newer findings with those that stay, sent to their queue; and the checks that these are of.

    Raises:
        Fault: the earlier screening read files, which a dossier sent here does not bring.
    """
    if any(map(_is_read, before.papers)):
        raise _files_needed()
    said = {finding_id(one) for one in now.findings}
    stay = tuple(
        one
        for one in before.findings
        if one.check in _OF_OTHERS and needs_verdict(one) and finding_id(one) not in said
    )
    if not stay:
        return now, ()
    names = tuple(dict.fromkeys(one.check for one in stay))
    # That a question was not asked now does not stand beside its answer of before.
    asked = (
        one for one in now.findings
        if one.check not in names or one.outcome is not Outcome.NOT_APPLICABLE
    )  # fmt: skip
    findings = (*asked, *stay)
    queue, rule = route(dossier, findings, policy)
    chart = before.chart if now.chart is None else now.chart
    return replace(now, findings=findings, queue=queue, rule=rule, chart=chart), names


def _is_read(paper: PaperShown) -> bool:
    """Whether a file of a document was read, or was brought at all."""
    return bool(paper.pages) or any(one.source in _READ for one in paper.sources)


def _files_needed() -> Fault:
    told = Told(
        detail="the case rests on files of the applicant's documents, which cannot be sent here",
        where="body", do="screen the applicant with: tamiz screen; then: tamiz cases import",
    )  # fmt: skip
    return Fault(HTTPStatus.CONFLICT, told)
