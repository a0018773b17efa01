"""Can the machine-readable zone be read, and do its check digits hold?

Two readings that agree (typed and in a picture) make a wrong digit a fact of the document. One
that was typed may be a slip of typing, which is a concern, and only a hint where the declared
number, one slip away, makes every digit hold. One in a picture alone is for a human to compare.
What a picture does not show for sure is never taken as read.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.brought import ZONE
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.slips import holds_with, is_number_slip
from tamiz.checks.documents.sources import ReadZone, SourceKind
from tamiz.documents.zone import Part, Zone, failing
from tamiz.model import Evidence, IdentifierKind, Outcome
from tamiz.normalise.document_kinds import document_kind


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each part whose digit does not hold; one for a zone that cannot be read."""
    for paper in papers.each:
        if paper.main is None:
            yield from _unread(paper)
        else:
            yield from _digits(paper, paper.main)


RULE = Rule(
    name="document_zone_digits",
    version="2",
    number=1,
    basis="ICAO Doc 9303-3, 4.9 (check digits)",
    needs="a machine-readable zone, typed or in a picture",
    strength=Strength.B,
    false_alarms="medium: slips of typing; misprinted zones exist",
    reads=ZONE,
    run=run,
)


def _digits(paper: Paper, main: ReadZone) -> Iterator[Answer]:
    for part in told_parts(main.zone):
        evidence = _digit(main, part)
        is_once = not _is_seen_twice(paper, main)
        is_one_picture = main.source is SourceKind.PICTURE and is_once
        outcome = Outcome.INDETERMINATE if is_one_picture else Outcome.CONCERN
        is_slip = is_once and _is_typed_wrong(paper, main, part)
        yield Answer(outcome, evidence, Strength.C if is_slip else None)
    if not failing(main.zone):
        yield Answer(Outcome.CLEAR, _evidence("document.zone_digits.hold", main.field))
    if paper.typed is not None and main is not paper.typed:
        yield Answer(Outcome.CLEAR, _evidence("document.zone.typed_slip", main.field))


def _digit(main: ReadZone, part: str) -> Evidence:
    """The part with its digit as it stands, and the digit that would hold."""
    field = main.zone.field(Part.OPTIONAL if part == "personal_number" else Part(part))
    stands = "" if field is None else f"{field.raw} {field.digit}".strip()
    return Evidence(
        feature="mrz",
        code=f"document.zone_digits.{part}",
        applicant=stands,
        other="" if field is None else field.expected,
        field=main.field,
    )


def _is_typed_wrong(paper: Paper, main: ReadZone, part: str) -> bool:
    """Whether a typed zone's number is one slip from the declared one, with which all digits hold."""
    if main.source is not SourceKind.TYPED_ZONE or part != Part.NUMBER.value:
        return False
    declared = paper.document.number
    is_near = is_number_slip(declared, main.zone.value(Part.NUMBER))
    return is_near and holds_with(main.zone, declared)


def _is_seen_twice(paper: Paper, main: ReadZone) -> bool:
    """Whether another reading has the same lines."""
    return any(one is not main and one.zone.lines == main.zone.lines for one in paper.zones)


def told_parts(zone: Zone) -> tuple[str, ...]:
    """The parts that do not hold; the last digit, over all, only if no other says why."""
    parts = failing(zone)
    return tuple(part for part in parts if part != Part.COMPOSITE.value) or parts


def _unread(paper: Paper) -> Iterator[Answer]:
    """What is said where no zone could be read, though there should be one."""
    doubtful = next(iter(paper.seen), None)
    if doubtful is not None and doubtful.found is not None:
        count = str(len(doubtful.found.doubtful))
        evidence = _evidence("document.zone.doubtful", doubtful.field, count=count)
        yield Answer(Outcome.INDETERMINATE, evidence)
    elif paper.document.mrz:
        yield Answer(
            Outcome.INDETERMINATE, _evidence("document.zone.unreadable", paper.document.field)
        )
    elif paper.pages and _should_have_one(paper.document.code):
        yield Answer(
            Outcome.INDETERMINATE, _evidence("document.zone.not_seen", paper.pages[0].where)
        )


def _should_have_one(code: str) -> bool:
    """Whether pictures without a zone leave a document unread: a passport, or nobody knows what."""
    return not code or document_kind(code) is IdentifierKind.PASSPORT


def _evidence(code: str, field: str, **params: str) -> Evidence:
    return Evidence(feature="mrz", code=code, params=params, field=field)
