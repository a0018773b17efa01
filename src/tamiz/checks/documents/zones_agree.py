"""Do the zones of one document (typed, in a picture, in the chip) say the same?

A zone that was typed and does not hold, beside one that does, is a slip of typing and no concern.
"""

from collections.abc import Iterator

from tamiz.checks.check import Context
from tamiz.checks.documents.brought import ZONE
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.sources import ReadZone
from tamiz.documents.zone import Part, failing
from tamiz.model import Evidence, Outcome

_PARTS = (
    Part.ISSUING_STATE, Part.NUMBER, Part.NAME, Part.NATIONALITY, Part.BIRTH_DATE, Part.SEX,
    Part.EXPIRY_DATE, Part.OPTIONAL,
)  # fmt: skip
# Share of a picture's sure signs that are others in the typed zone. Of a bad picture a few sure
# signs are wrong; of another document nearly half of them are.
UNLIKE = 0.15


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each part in which a zone differs from the one to go by."""
    for paper in papers.each:
        if paper.main is None:
            continue
        for other in paper.zones:
            if other is not paper.main and other.zone.is_visa == paper.main.zone.is_visa:
                yield from _compared(paper.main, other)
        yield from _unlike(paper, paper.main)


RULE = Rule(
    name="document_zones",
    version="1",
    number=3,
    basis="ICAO Doc 9303-10, 4.7.1 (DG1 is the printed zone); 9303-3, 4",
    needs="two readings of the zone: typed, in a picture, in the chip",
    strength=Strength.A,
    false_alarms="very low: one document's picture put in beside another's data",
    reads=ZONE,
    run=run,
)


def _compared(main: ReadZone, other: ReadZone) -> Iterator[Answer]:
    if failing(other.zone) and not failing(main.zone):
        return  # a slip: the zone to go by holds
    differing = [
        part
        for part in _PARTS
        if main.is_sure(part)
        and other.is_sure(part)
        and main.zone.value(part) != other.zone.value(part)
    ]
    for part in differing:
        yield Answer(Outcome.CONCERN, _evidence(f"document.zones.{part.value}", main, other, part))
    if not differing:
        yield Answer(Outcome.CLEAR, _evidence("document.zones.agree", main, other, Part.NUMBER))


def _evidence(code: str, main: ReadZone, other: ReadZone, part: Part) -> Evidence:
    return Evidence(
        feature="mrz",
        code=code,
        applicant=main.zone.value(part),
        other=other.zone.value(part),
        field=main.field,
        other_field=other.field,
    )


def _unlike(paper: Paper, main: ReadZone) -> Iterator[Answer]:
    """A picture that cannot be used, but is sure of other signs than the zone has."""
    for seen in paper.seen:
        if seen.is_usable or seen.zone.format is not main.zone.format:
            continue
        if share_unlike(main, seen) > UNLIKE:
            evidence = Evidence(
                feature="mrz", code="document.zones.picture_unlike", field=main.field,
                other_field=seen.field,
            )  # fmt: skip
            yield Answer(Outcome.INDETERMINATE, evidence)


def share_unlike(main: ReadZone, seen: ReadZone) -> float:
    """Of the signs that a picture shows for sure, the share that stand otherwise in the zone."""
    if seen.found is None:
        return 0.0
    doubtful = set(seen.found.doubtful)
    pairs = [
        (sign, main.zone.lines[line][column])
        for line, text in enumerate(seen.zone.lines[: len(main.zone.lines)])
        for column, sign in enumerate(text[: len(main.zone.lines[line])])
        if (line, column) not in doubtful
    ]
    return sum(one != other for one, other in pairs) / max(len(pairs), 1)
