"""Every endpoint with the act that a token's role must allow; the description is made of this.

An endpoint is here or it does not exist; a test tries each with every role and without a token.
"""

from typing import Any

from tamiz.casework import State
from tamiz.casework.disclosure import Record
from tamiz.casework.people import Act
from tamiz.intake.dossiers.schema import dossier_schema
from tamiz.web.api import (
    about,
    cases,
    dossiers,
    filters,
    health,
    match,
    openapi,
    refine,
    refine_shapes,
    refine_suggest,
    search,
    shapes,
)
from tamiz.web.api.parameters import json_of, one_of, share, text, texts, whole
from tamiz.web.api.route import Route, View

_POST = ("POST",)
_FILTERS = {
    "include_dataset": texts("only these lists, by the keys of /catalog"),
    "exclude_dataset": texts("without these lists"),
    "exclude_schema": texts("without these kinds of parties"),
    "topics": texts("only parties with one of these topics"),
}
_PAGES = {
    "limit": whole("most of them", cases.MOST_SHOWN),
    "after": whole("the number after which to go on", cases.MOST_NUMBER),
    "programme": text("only of this programme"),
}
_DOSSIER = {"$ref": "#/$defs/dossier", "$defs": dossier_schema()["$defs"]}
_FORM = {
    "queries": json_of("a batch of queries", refine.Queries),
    "extend": json_of("properties to fetch", refine_shapes.Extend),
}


def _suggest(name: str, view: View, says: str) -> Route:
    """A suggestion of the reconciliation API."""
    return Route(
        path=f"reconcile/{{dataset}}/{name}", view=view, act=Act.SEE_LISTS, takes_key=True,
        says=says, query={"prefix": text("what was typed")}, answer=refine_shapes.Suggestions,
    )  # fmt: skip


ROUTES: tuple[Route, ...] = (
    Route(
        path="match/{dataset}", view=match.match, methods=_POST, act=Act.SEE_LISTS, is_long=True,
        says="Who on the lists may be these parties", body=shapes.MatchBody,
        answer=shapes.MatchAnswer,
        query={
            "limit": whole("most results of a query", match.MOST_RESULTS),
            "threshold": share("probability from which it is a match"),
            "cutoff": share("probability from which it is a result"),
            "algorithm": one_of("all mean the same", match.ALGORITHMS),
            "exclude_entity_ids": texts("parties to leave out", filters.MOST_EXCLUDED), **_FILTERS,
        },
    ),
    Route(
        path="search/{dataset}", view=search.search, act=Act.SEE_LISTS, is_long=True,
        says="Parties by words of their names", answer=shapes.SearchAnswer,
        query={
            "q": text("words"), "schema": one_of("kind of party", search.SCHEMATA_ASKED),
            "limit": whole("most results", search.MOST_RESULTS),
            "offset": whole("results to pass over", search.MOST_OFFSET),
            "countries": texts("codes of countries"), "datasets": texts("lists"),
            "facets": texts("what is counted: countries, topics, datasets"), **_FILTERS,
        },
    ),
    Route(
        path="entities/{entity}", view=search.entity, act=Act.SEE_LISTS,
        says="One party by its id", answer=shapes.Entity,
    ),
    Route(path="catalog", view=about.catalog, act=Act.SEE_LISTS, says="The lists",
          answer=shapes.Catalog),
    Route(path="algorithms", view=about.algorithms, act=Act.SEE_LISTS, says="How scores come about",
          answer=shapes.Algorithms),
    Route(path="healthz", view=about.healthz, is_public=True, says="Whether the process answers",
          answer=shapes.Status),
    Route(path="readyz", view=about.readyz, is_public=True,
          says="Whether database and lists answer", answer=shapes.Status),
    Route(
        path="reconcile/{dataset}", view=refine.reconcile, methods=("GET", "HEAD", "POST"),
        act=Act.SEE_LISTS, takes_key=True, is_long=True,
        says="Reconciliation API 0.2: manifest, queries, extend",
        query=_FORM, form=_FORM,
        answer=(refine_shapes.Manifest, dict[str, refine_shapes.Result], refine_shapes.Extended),
    ),
    _suggest("suggest/entity", refine_suggest.entities, "Parties while somebody types"),
    _suggest("suggest/type", refine_suggest.types, "Kinds of parties while somebody types"),
    _suggest("suggest/property", refine_suggest.properties, "Properties while somebody types"),
    Route(
        path="reconcile/{dataset}/extend/property", view=refine_suggest.offers, act=Act.SEE_LISTS,
        takes_key=True, says="Properties that can be fetched", answer=refine_shapes.Offers,
        query={
            "type": text("kind of party"),
            "limit": whole("most properties", refine_suggest.MOST_PROPERTIES),
        },
    ),
    Route(
        path="reconcile/{dataset}/preview/{entity}", view=refine_suggest.preview,
        act=Act.SEE_LISTS, takes_key=True, says="A little page about a party",
        html=True,
    ),
    Route(
        path="dossiers", view=dossiers.submit, methods=_POST, act=Act.OPEN, is_long=True,
        says="Screen one applicant; with a programme, open a case where somebody must look",
        query={"programme": text("key of the programme in which a case is opened")},
        body=_DOSSIER, answer=dossiers.Screened, made="a case was opened or renewed",
        taken="taken in; what came of it is not for this token",
    ),
    Route(
        path="cases", view=cases.many, act=Act.SEE, says="The cases that the token may see",
        query={"state": one_of("only of this state", State), **_PAGES},
        answer=cases.CaseLines,
    ),
    Route(path="cases/{number}", view=cases.one, act=Act.SEE,
          says="One case, as the token's role may see it", answer=Record),
    Route(path="decisions", view=cases.decisions, act=Act.SEE, says="The decisions that stand",
          query=_PAGES, answer=cases.DecisionLines),
    Route(path="health", view=health.health, act=Act.SEE_LISTS,
          says="Age of the lists, head of the journal", answer=health.Health),
    Route(path="openapi.json", view=openapi.described, is_public=True, says="This description",
          answer=dict[str, Any]),
)  # fmt: skip
