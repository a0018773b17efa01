"""Did somebody serve where the law lets only nationals serve, of a State that is nowhere theirs?

The claims of one applicant against each other: whoever served in Mexico's army is Mexican by birth,
and tells so, of nationality, birth or papers, now or before. Which forces take nationals only stands
in ``tables/nationals.tsv`` with the law; of any other nothing is asked.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from tamiz.checks.background.phrases import Phrases
from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story, country_named_in
from tamiz.checks.check import Context
from tamiz.checks.documents.tables import Row, read_rows
from tamiz.model import Service


def run(story: Story, context: Context) -> Iterator[Answer]:  # noqa: ARG001 - every rule takes both
    """One answer for each force of the table that a stretch of service names."""
    claimed = _claimed(story)
    if claimed:
        for service in story.dossier.history:
            for force in _forces(service):
                yield _answer(service, force, claimed)


RULE = Rule(
    name="background_nationals",
    version="1",
    basis="tables/nationals.tsv: forces that take nationals only, with the law",
    needs="service in a force of the table, and a nationality, birthplace or document",
    strength=Strength.B,
    false_alarms="low: a nationality given up and not told; a civilian's work for the force",
    reads=("history",),
    run=run,
)


def _claimed(story: Story) -> frozenset[str]:
    """Every State of which the applicant claims to be, now or by birth."""
    dossier = story.dossier
    claims = (dossier.identity, *(one.bearer for one in dossier.documents))
    told = (
        *(one.country for claim in claims for one in claim.nationalities),
        *(one.country for claim in claims for one in claim.birth_places),
        *(one.issuing_state for one in dossier.documents),
    )
    return frozenset(country for country in told if country)


def _answer(service: Service, force: Row, claimed: frozenset[str]) -> Answer:
    theirs = ", ".join(sorted(claimed)).upper()
    is_theirs = force["country"] in claimed
    evidence = said(
        f"nationals.{'in_order' if is_theirs else 'foreign'}", service.text, theirs,
        field=service.field, name=force["force"], law=force["law"],
    )  # fmt: skip
    return clear(evidence) if is_theirs else concern(evidence)


def _forces(service: Service) -> tuple[Row, ...]:
    """The forces that a stretch names; a name that several States use, only with its country."""
    phrases, rows = _index()
    country = service.country or country_named_in(service.text)
    topics = dict.fromkeys(hit.topic for hit in phrases.find(service.text))
    found = (
        rows[topic.removeprefix("?")]
        for topic in topics
        if not topic.startswith("?") or rows[topic.removeprefix("?")]["country"] == country
    )
    return tuple({row["force"]: row for row in found}.values())


@cache
def _index() -> tuple[Phrases, dict[str, Row]]:
    rows = read_rows(files("tamiz.checks.background").joinpath("tables", "nationals.tsv"))
    names: dict[str, list[str]] = {}
    for row in rows:
        names[row["force"]] = row["names"].split("|")
        names[f"?{row['force']}"] = [name for name in row["names_in_country"].split("|") if name]
    return Phrases(names), {row["force"]: row for row in rows}
