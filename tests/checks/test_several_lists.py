"""A person who stands on several lists is one finding that names them all."""

import pytest

from tamiz.checks import Context, Thresholds, watchlist_documents, watchlist_person
from tamiz.checks import watchlist_related as related
from tamiz.lists.store import Store
from tamiz.matching import Index, Matcher
from tamiz.model import (
    Contact,
    ContactKind,
    Dossier,
    Finding,
    Identifier,
    IdentifierKind,
    IdentityClaim,
    Name,
    PartialDate,
    Relation,
    RelationKind,
)
from worlds import AGUILA, GARCIA, Entity, bring_entities, company, person

PHONE = "+57 300 123 4567"
UNITED: Entity = person("un-1", "Rosendo Quinones Batres", birthDate="1984-11-07", phone=PHONE) | {
    "referents": ["P-1"]
}
ALIAS: Entity = person("uk-1", "El Zopilote", birthDate="1984-11-07") | {"referents": ["P-1"]}
GROUP = company("G-1", "Frente Vientogris", topics=["crime.terror"])
TIE: Entity = {
    "id": "T",
    "schema": "UnknownLink",
    "properties": {"subject": ["un-1"], "object": ["G-1"]},
}


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    folder = tmp_path_factory.mktemp("lists")
    store = Store(folder / "store")
    for key, entities in (
        ("ftm:first", (AGUILA, GARCIA)),
        ("ftm:second", (UNITED, GROUP, TIE)),
        ("ftm:third", (ALIAS,)),
    ):
        bring_entities(store, folder / f"{key[4:]}.ftm.json", key, entities)
    return Context(
        thresholds=Thresholds(),
        matcher=Matcher(Index.open(store.index_path())),
        editions={edition.source: edition for edition in store.editions()},
    )


def dossier(
    name: str, *, passport: str = "", phone: str = "", relations: tuple[Relation, ...] = ()
) -> Dossier:
    number = Identifier(kind=IdentifierKind.PASSPORT, number=passport, country="mx")
    claim = IdentityClaim(
        names=(Name(text=name),),
        birth_dates=(PartialDate(year=1984, month=11, day=7),),
        identifiers=(number,) if passport else (),
    )
    contacts = (Contact(kind=ContactKind.PHONE, value=phone),) if phone else ()
    return Dossier(id="A1", identity=claim, contacts=contacts, relations=relations)


def others(finding: Finding) -> list[tuple[str, str, bool]]:
    """The other entries that a finding names."""
    assert finding.listed is not None
    return [(one.source, one.name, one.by_reference_alone) for one in finding.listed.also]


def test_a_person_on_three_lists_is_one_finding_with_every_list(context: Context) -> None:
    (finding,) = watchlist_person.CHECK.run(dossier("Rosendo Quiñónez Batres"), context)

    assert finding.listed is not None
    assert finding.listed.source == "ftm:first"
    assert others(finding) == [
        ("ftm:second", "Rosendo Quinones Batres", False),
        ("ftm:third", "El Zopilote", True),
    ]


def test_what_another_list_knows_of_ties_and_dates_is_kept(context: Context) -> None:
    (finding,) = watchlist_person.CHECK.run(dossier("Rosendo Quiñónez Batres"), context)

    assert finding.listed is not None
    second = finding.listed.also[0]
    assert second.linked_to == ("Frente Vientogris",)
    assert second.content_date == "2026-08-20"


def test_an_alias_of_another_list_leads_to_the_person(context: Context) -> None:
    (finding,) = watchlist_person.CHECK.run(dossier("El Zopilote"), context)

    assert {name for _, name, _ in others(finding)} == {
        "Rosendo Quiñónez Batres",
        "Rosendo Quinones Batres",
    }


def test_numbers_of_two_lists_are_one_finding_that_shows_both(context: Context) -> None:
    borrowed = dossier("Nadie Conocido", passport="G90817263", phone=PHONE)

    (finding,) = watchlist_documents.CHECK.run(borrowed, context)

    shown = {one.feature for one in finding.evidence if one.feature in watchlist_documents.NUMBERS}
    assert shown == {"identifier", "contact"}
    assert finding.evidence[0].bits is None


def test_a_relative_found_by_name_and_by_number_is_one_finding(context: Context) -> None:
    """The likeliest by name is one list's record, the one with the phone another's."""
    phone = (Contact(kind=ContactKind.PHONE, value=PHONE),)
    uncle = Relation(kind=RelationKind.RELATIVE, name="El Zopilote", contacts=phone)

    found = list(related.CHECK.run(dossier("Nadie Conocido", relations=(uncle,)), context))

    assert len(found) == 1
    assert found[0].evidence[0].code in {"related.relative", "related.number"}


def test_only_chosen_lists_are_named(context: Context) -> None:
    chosen = Context(
        thresholds=context.thresholds,
        matcher=context.matcher,
        editions=context.editions,
        sources=frozenset({"ftm:first", "ftm:second"}),
    )

    (finding,) = watchlist_person.CHECK.run(dossier("Rosendo Quiñónez Batres"), chosen)

    assert [source for source, _, _ in others(finding)] == ["ftm:second"]
