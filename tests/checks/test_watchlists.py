"""The three questions put to the lists: the person, their numbers, the people they name."""

from pathlib import Path

import msgspec
import pytest

from tamiz.checks import Check, Context, Thresholds, watchlist_documents, watchlist_person
from tamiz.checks import watchlist_related as related
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
    Outcome,
    PartialDate,
    Relation,
    RelationKind,
)
from worlds import AGUILA, FRONT, GARCIA, Entity, company, person, store_with

GROUP = company("G-1", "Frente Vientogris", topics=["crime.terror"])
ACT: Entity = {"id": "S", "schema": "Sanction",
       "properties": {"entity": ["G-1"], "program": ["INVENTED-FTO"]}}  # fmt: skip
TIE: Entity = {
    "id": "T",
    "schema": "UnknownLink",
    "properties": {"subject": ["P-1"], "object": ["G-1"]},
}
CJNG = person("P-9", "Evaristo Inventado Nunez")
CJNG_TIE: Entity = {
    "id": "U",
    "schema": "UnknownLink",
    "properties": {"subject": ["P-9"], "object": ["G-9"]},
}
CJNG_GROUP = company("G-9", "CARTEL DE JALISCO NUEVA GENERACION")
CALLED = person("P-6", "Otro Lejano Listado", alias="Tecolotillo-8")
PHONED = person("P-5", "Otro Listado Lejano", phone="+57 300 123 4567")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    entities = (AGUILA, GARCIA, FRONT, GROUP, ACT, TIE, PHONED, CALLED, CJNG, CJNG_TIE, CJNG_GROUP)
    store = store_with(tmp_path_factory.mktemp("lists"), entities)
    return Context(
        thresholds=Thresholds(),
        matcher=Matcher(Index.open(store.index_path())),
        editions={edition.source: edition for edition in store.editions()},
    )


def dossier(
    name: str = "Nadie Conocido",
    *,
    born: str = "1990-01-01",
    passport: str = "",
    phone: str = "",
    relations: tuple[Relation, ...] = (),
    letter: str = "",
) -> Dossier:
    year, month, day = map(int, born.split("-"))
    kind = IdentifierKind.PASSPORT
    claim = IdentityClaim(
        names=(Name(text=name),),
        birth_dates=(PartialDate(year=year, month=month, day=day),),
        identifiers=(Identifier(kind=kind, number=passport, country="mx"),) if passport else (),
    )
    contacts = (Contact(kind=ContactKind.PHONE, value=phone),) if phone else ()
    return Dossier(
        id="A1", identity=claim, contacts=contacts, relations=relations, motivation=letter
    )


def ask(check: Check, dossier: Dossier, context: Context) -> Finding:
    return next(iter(check.run(dossier, context)))


@pytest.mark.parametrize(
    ("letter", "outcome"),
    [
        ("Mis compañeros me dicen Tecolotillo-8.", Outcome.CONCERN),
        ("Мій позивний Теколотілло-8.", Outcome.CONCERN),
        ("Mis compañeros me dicen Tecolotillo-9.", Outcome.CLEAR),
        ("Vi un Tecolotillo-8 en el zoo.", Outcome.CLEAR),
    ],
)
def test_a_listed_code_name_is_found_in_a_letter(
    context: Context, letter: str, outcome: Outcome
) -> None:
    assert ask(watchlist_person.CHECK, dossier(letter=letter), context).outcome is outcome


def test_a_listed_person_is_a_concern_with_the_list_and_its_date(context: Context) -> None:
    finding = ask(
        watchlist_person.CHECK, dossier("Rosendo Quiñónez Batres", born="1984-11-07"), context
    )

    assert finding.outcome is Outcome.CONCERN
    assert finding.listed is not None
    assert (finding.listed.source, finding.listed.id) == ("ftm:test", "P-1")
    assert finding.listed.content_date == "2026-08-20"
    assert len(finding.listed.sha256) == 64


def test_a_tie_is_shown_with_the_other_partys_own_designation(context: Context) -> None:
    finding = ask(
        watchlist_person.CHECK, dossier("Rosendo Quiñónez Batres", born="1984-11-07"), context
    )

    assert finding.listed is not None
    assert finding.listed.linked_to == ("Frente Vientogris [INVENTED-FTO]",)


def test_a_tie_to_a_designated_group_shows_its_designation_and_date(context: Context) -> None:
    finding = ask(watchlist_person.CHECK, dossier("Evaristo Inventado Nunez"), context)

    assert finding.listed is not None
    (told,) = finding.listed.linked_to
    assert told.startswith("CARTEL DE JALISCO NUEVA GENERACION [")
    assert "FTO" in told
    assert "2025-02-20" in told


def test_bits_add_up_to_what_the_finding_says(context: Context) -> None:
    finding = ask(
        watchlist_person.CHECK, dossier("Rosendo Quiñónez Batres", born="1984-11-07"), context
    )

    assert finding.bits == pytest.approx(sum(e.bits or 0.0 for e in finding.evidence), abs=0.01)


@pytest.mark.parametrize(
    ("course", "outcome"), [("FPV", Outcome.CONCERN), ("first aid", Outcome.CLEAR)]
)
def test_an_officer_looks_earlier_where_the_course_is_sensitive(
    course: str, outcome: Outcome, context: Context
) -> None:
    near = dossier("Rosendo Quiñónez Batres", born="1984-11-07")
    probability = ask(watchlist_person.CHECK, near, context).probability
    assert probability is not None
    between = Thresholds(review=(1 + probability) / 2, review_high=probability / 2)

    found = ask(
        watchlist_person.CHECK,
        msgspec.structs.replace(near, course=course),
        msgspec.structs.replace(context, thresholds=between),
    )

    assert found.outcome is outcome
    assert found.probability == probability


def test_nobody_near_is_clear(context: Context) -> None:
    assert ask(watchlist_person.CHECK, dossier(), context).outcome is Outcome.CLEAR


@pytest.mark.parametrize("check", [watchlist_person.CHECK, watchlist_documents.CHECK, related.CHECK],
                         ids=lambda check: check.name)  # fmt: skip
def test_without_lists_the_answer_is_indeterminate(check: Check, context: Context) -> None:
    nothing = msgspec.structs.replace(context, matcher=None)
    full = dossier(
        passport="G90817263", relations=(Relation(kind=RelationKind.SPONSOR, name="Altoverde"),)
    )

    assert ask(check, full, nothing).outcome is Outcome.INDETERMINATE


def test_further_matches_are_counted(tmp_path: Path) -> None:
    crowd = [
        person(f"P-{at}", "Rosendo Quiñónez Batres", birthDate="1984-11-07") for at in range(8)
    ]
    store = store_with(tmp_path, crowd)
    few = Context(
        thresholds=Thresholds(most_matches=3), matcher=Matcher(Index.open(store.index_path()))
    )

    found = list(
        watchlist_person.CHECK.run(dossier("Rosendo Quiñónez Batres", born="1984-11-07"), few)
    )

    assert len(found) == 3
    assert found[0].evidence[-1].params == {"count": "5"}


def test_a_listed_persons_passport_under_another_name_is_a_concern(context: Context) -> None:
    finding = ask(watchlist_documents.CHECK, dossier(passport="G 90817263"), context)

    assert finding.outcome is Outcome.CONCERN
    assert finding.listed is not None
    assert finding.listed.id == "P-1"
    assert ask(watchlist_person.CHECK, dossier(passport="G 90817263"), context).outcome in {
        Outcome.CLEAR,
        Outcome.CONCERN,
    }


def test_a_listed_persons_phone_is_a_concern(context: Context) -> None:
    finding = ask(watchlist_documents.CHECK, dossier(phone="0057 300 123 45 67"), context)

    assert finding.outcome is Outcome.CONCERN


def test_numbers_that_nobody_listed_has_are_clear(context: Context) -> None:
    finding = ask(watchlist_documents.CHECK, dossier(passport="AB1234567"), context)

    assert finding.outcome is Outcome.CLEAR


def test_a_dossier_without_numbers_is_not_asked(context: Context) -> None:
    assert ask(watchlist_documents.CHECK, dossier(), context).outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    "relation",
    [
        Relation(kind=RelationKind.SPONSOR, name="ALTOVERDE ESCOLTA", number="PA 7731 402188"),
        Relation(kind=RelationKind.EMPLOYER, name="Altoverde Escolta S.A.", is_organisation=True),
        Relation(kind=RelationKind.RELATIVE, name="Rosendo Quiñónez Batres", is_organisation=False),
    ],
)
def test_a_named_party_that_is_listed_is_a_tie(relation: Relation, context: Context) -> None:
    finding = ask(related.CHECK, dossier(relations=(relation,)), context)

    assert finding.outcome is Outcome.CONCERN
    assert finding.evidence[0].code == f"related.{relation.kind.value}"


@pytest.mark.parametrize(
    "relation",
    [
        Relation(kind=RelationKind.SPONSOR, number="PA-7731-402188"),
        Relation(kind=RelationKind.SPONSOR, name="Flores del Campo", number="PA-7731-402188"),
    ],
)
def test_a_listed_register_number_is_a_tie_whatever_the_name(
    relation: Relation, context: Context
) -> None:
    finding = ask(related.CHECK, dossier(relations=(relation,)), context)

    assert finding.outcome is Outcome.CONCERN
    assert finding.evidence[0].code == "related.number"
    assert finding.probability is None


@pytest.mark.parametrize(
    "relation",
    [
        Relation(
            kind=RelationKind.SPONSOR,
            name="Rosendo Quiñónez Batres",
            number="12345678",
            is_organisation=True,
        ),
        Relation(kind=RelationKind.EMPLOYER, name="Rosendo Quiñónez Batres", is_organisation=True),
        Relation(kind=RelationKind.RELATIVE, name="Altoverde Escolta", is_organisation=False),
    ],
)
def test_what_the_applicant_calls_a_party_does_not_hide_it(
    relation: Relation, context: Context
) -> None:
    assert ask(related.CHECK, dossier(relations=(relation,)), context).outcome is Outcome.CONCERN


def test_a_name_without_letters_cannot_be_looked_for(context: Context) -> None:
    nameless = Relation(kind=RelationKind.SPONSOR, name="???")

    finding = ask(related.CHECK, dossier(relations=(nameless,)), context)

    assert finding.outcome is Outcome.INDETERMINATE


def test_a_number_too_short_to_look_for_is_indeterminate(context: Context) -> None:
    finding = ask(watchlist_documents.CHECK, dossier(passport="123"), context)

    assert finding.outcome is Outcome.INDETERMINATE


@pytest.mark.parametrize("check", [watchlist_person.CHECK, watchlist_documents.CHECK, related.CHECK],
                         ids=lambda check: check.name)  # fmt: skip
def test_a_missing_list_is_told_by_every_question_put_to_the_lists(
    check: Check, context: Context
) -> None:
    missing = msgspec.structs.replace(context, missing=("un-sc",))
    full = dossier(
        passport="AB1234567", relations=(Relation(kind=RelationKind.SPONSOR, name="Zz"),)
    )

    assert ask(check, full, missing).outcome is Outcome.INDETERMINATE


def test_a_shared_number_is_a_fact_without_a_probability(context: Context) -> None:
    finding = ask(watchlist_documents.CHECK, dossier(passport="G 90817263"), context)

    assert (finding.probability, finding.bits) == (None, None)
    assert finding.evidence[0].feature == "identifier"


def test_named_parties_that_are_not_listed_are_clear(context: Context) -> None:
    harmless = Relation(kind=RelationKind.SPONSOR, name="Panadería Nunca Vista")

    assert ask(related.CHECK, dossier(relations=(harmless,)), context).outcome is Outcome.CLEAR


def test_only_the_chosen_lists_are_looked_at(context: Context) -> None:
    others = msgspec.structs.replace(context, sources=frozenset({"un-sc"}))
    listed = dossier("Rosendo Quiñónez Batres", born="1984-11-07", passport="G90817263")

    assert ask(watchlist_person.CHECK, listed, others).outcome is Outcome.CLEAR
    assert ask(watchlist_documents.CHECK, listed, others).outcome is Outcome.CLEAR
