"""What stands in the visual zone of a document against its machine-readable one, and the claim.

The machine-readable zone against the claim is compared by a rule of its own.
"""

from collections.abc import Iterable, Iterator
from itertools import product

from tamiz.checks.check import Context
from tamiz.checks.documents.bearers import Source, compared
from tamiz.checks.documents.brought import BEARER
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.slips import is_converted, is_turned
from tamiz.checks.documents.zone_name import name_verdict, printed_name_verdict
from tamiz.documents.zone import NameVerdict, Zone, compare_zone_name
from tamiz.model import Evidence, IdentityClaim, Outcome, Place
from tamiz.normalise.keys import sound
from tamiz.normalise.places import place_words

_OF_NAME = {
    NameVerdict.DIFFERS: Outcome.CONCERN,
    NameVerdict.SAME: Outcome.CLEAR,
    NameVerdict.CUT: Outcome.CLEAR,
    NameVerdict.SHORTENED: Outcome.CLEAR,  # some issuers leave out second names
}

_VERDICTS = {"agrees": Outcome.CLEAR, "differs": Outcome.CONCERN}


def run(papers: Papers, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each thing that the visual zone and another source both say."""
    for paper in papers.each:
        visual = Source(paper.document.bearer, paper.field)
        if visual.says == IdentityClaim():
            continue
        for answer in compared(Source(papers.claim, ""), visual, "document.visual"):
            yield (
                answer._replace(strength=Strength.C) if _is_slip(answer, papers, paper) else answer
            )
        yield from _claimed_names(papers, paper)
        yield from _birth_places(papers, paper)
        if paper.zone is not None:
            machine = Source(papers.in_zone(paper), f"{paper.field}#zone")
            yield from compared(visual, machine, "document.visual")
            yield from _names(paper, paper.zone)


RULE = Rule(
    name="document_visual",
    version="4",
    number=3,
    basis="ICAO Doc 9303-3, 4 (the zone repeats the visual zone) and 6 (transliteration)",
    needs="what the visual zone says of the person, and a zone or a claim",
    strength=Strength.A,  # C for places, and a claimed day turned round, or of another calendar
    false_alarms="low for dates; medium for names (marriage, two alphabets), which are a hint",
    reads=(BEARER,),
    run=run,
)


def _is_slip(answer: Answer, papers: Papers, paper: Paper) -> bool:
    """Whether the claimed birth date is the printed one turned round, or converted a little off."""
    if answer.evidence.code != "document.visual.birth_date_differs":
        return False
    return any(
        is_turned(one, other) or is_converted(one, other, paper.state)
        for one, other in product(papers.claim.birth_dates, paper.document.bearer.birth_dates)
    )


def _birth_places(papers: Papers, paper: Paper) -> Iterator[Answer]:
    """A hint where the printed place of birth and the claimed one have no word in common.

    One may be the town and the other its district, so that it is no more.
    """
    claimed, printed = papers.claim.birth_places, paper.document.bearer.birth_places
    mine, theirs = _towns(claimed), _towns(printed)
    if not mine or not theirs:
        return
    differs = mine.isdisjoint(theirs)
    evidence = Evidence(
        feature="birth_place",
        code=f"document.visual.birth_place_{'differs' if differs else 'agrees'}",
        applicant="; ".join(place.text for place in claimed),
        other="; ".join(place.text for place in printed),
        field=claimed[0].field,
        other_field=printed[0].field,
    )
    yield Answer(Outcome.CONCERN if differs else Outcome.CLEAR, evidence, Strength.C)


def _towns(places: Iterable[Place]) -> set[str]:
    """The words of places as they sound: Вінниця is Vinnytsia."""
    return {sound(word) for place in places for word in place_words(place.text, place.country)}


def _claimed_names(papers: Papers, paper: Paper) -> Iterator[Answer]:
    """The printed name against the applicant's: a concern where they have no word in common."""
    for name in paper.document.bearer.names:
        verdict = printed_name_verdict(papers.claim.names, name)
        if verdict in _VERDICTS:
            evidence = Evidence(
                feature="name",
                code=f"document.visual.claimed_name_{verdict}",
                applicant=papers.claim.names[0].text,
                other=name.text,
                field=papers.claim.names[0].field,
                other_field=name.field,
            )
            yield Answer(_VERDICTS[verdict], evidence, Strength.B)


def _names(paper: Paper, zone: Zone) -> Iterator[Answer]:
    """The printed name against the zone's, by every spelling that Doc 9303-3 allows.

    Another spelling is a hint; another name, with no word in common, is more.
    """
    for name in paper.document.bearer.names:
        outcome = _OF_NAME.get(compare_zone_name(name.text, zone))
        if outcome is not None:
            verdict = "differs" if outcome is Outcome.CONCERN else "agrees"
            is_another = name_verdict((name,), zone) == "differs"
            evidence = Evidence(
                feature="name",
                code=f"document.visual.name_{verdict}",
                applicant=name.text,
                other=f"{zone.primary_identifier}, {zone.secondary_identifier}",
                field=name.field,
                other_field=f"{paper.field}#zone",
            )
            yield Answer(outcome, evidence, Strength.B if is_another else Strength.C)
