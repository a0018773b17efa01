"""Is the authority that issued a document one of another State?

Only names that are an authority's own count (``tables/authorities.tsv``): a ministry, a mayor or a
consulate says nothing. A name that several States have is right in each of them.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from tamiz.checks.background.phrases import Phrases
from tamiz.checks.check import Context
from tamiz.checks.documents.papers import Paper, Papers
from tamiz.checks.documents.rule import Answer, Rule, Strength
from tamiz.checks.documents.tables import Row, Tables, table
from tamiz.model import Evidence, Outcome
from tamiz.normalise.countries import country_code

TABLE = "authorities"


def run(papers: Papers, context: Context) -> Iterator[Answer]:
    """One answer for each document whose authority is known by its name."""
    for paper in papers.each:
        if paper.document.authority and paper.state is not None:
            states = _states(paper.document.authority, context.references.tables)
            if states:
                yield _answer(paper, paper.state, states)


RULE = Rule(
    name="document_authority_state",
    version="1",
    number=3,
    basis="tables/authorities.tsv: authorities that one State has, with their source",
    needs="issuing State and authority of a document",
    strength=Strength.B,
    false_alarms="low: an authority abroad that bears the name of one in the table",
    reads=("authority",),
    run=run,
)


def _answer(paper: Paper, state: str, states: frozenset[str]) -> Answer:
    is_own = state in states or country_code(paper.document.authority) == state
    evidence = Evidence(
        feature="document",
        code=f"document.authority_state.{'in_order' if is_own else 'other'}",
        applicant=paper.document.authority,
        other=state.upper(),
        params={"states": ", ".join(sorted(states)).upper(), "state": state.upper()},
        field=paper.field,
    )
    return Answer(Outcome.CLEAR if is_own else Outcome.CONCERN, evidence)


def _states(authority: str, tables: Tables) -> frozenset[str]:
    """The States that have an authority of this name; a unit's own rows count beside ours."""
    own = tables.added.get(TABLE, ())
    found = [*_ours().find(authority), *(_index(own).find(authority) if own else ())]
    return frozenset(hit.topic for hit in found)


@cache
def _ours() -> Phrases:
    return _index(table(TABLE))


def _index(rows: Iterable[Row]) -> Phrases:
    names: dict[str, list[str]] = {}
    for row in rows:
        names.setdefault(row["state"], []).extend(row["names"].split("|"))
    return Phrases(names)
