"""Dossiers from FollowTheMoney entities."""

import json
from pathlib import Path

import pytest

from intake.reading import cohort_of, entities, only, rejects
from tamiz.model import Dossier, NameKind, RelationKind, Role, Sex

_ANN = ("ann", "Person", {"name": ["Ann Moss"]})
_BOB = ("bob", "Person", {"name": ["Bob Reyes"]})
_AID = ("aid", "Company", {"name": ["Invented Aid"], "registrationNumber": ["R-1"]})


def test_a_person_keeps_their_own_values(tmp_path: Path) -> None:
    cohort = entities(
        tmp_path,
        ("ann", "Person", {
            "name": ["Ann Moss"], "alias": ["Anita"], "birthDate": ["1990-05-01"],
            "birthPlace": ["Poltava, Ukraine"], "gender": ["female"], "nationality": ["ua"],
            "phone": ["2790000"], "idNumber": ["1234567890"], "topics": ["poi"],
        }),
    )  # fmt: skip

    dossier = only(cohort)
    claim = dossier.identity
    assert (cohort.form, dossier.id) == ("ftm", "ann")
    assert [(name.text, name.kind) for name in claim.names] == [
        ("Ann Moss", NameKind.PRIMARY), ("Anita", NameKind.ALIAS)
    ]  # fmt: skip
    assert [date.text() for date in claim.birth_dates] == ["1990-05-01"]
    assert claim.birth_places[0].country == "ua"
    assert claim.sex is Sex.FEMALE
    assert [(one.number, one.country) for one in claim.identifiers] == [("1234567890", "ua")]
    assert dossier.contacts[0].value == "2790000"
    assert dossier.extra == (("topics", "poi"),)
    assert dossier.notes == ()


def test_parts_of_a_name_have_their_roles(tmp_path: Path) -> None:
    properties = {"firstName": ["Olena"], "fatherName": ["Petrivna"], "lastName": ["Koval"]}

    (name,) = only(entities(tmp_path, ("o", "Person", properties))).identity.names

    assert [(part.role, part.text) for part in name.parts] == [
        (Role.GIVEN, "Olena"), (Role.PATRONYMIC, "Petrivna"), (Role.FAMILY, "Koval")
    ]  # fmt: skip


def test_further_versions_of_a_part_are_kept_and_not_mixed(tmp_path: Path) -> None:
    properties = {"firstName": ["Olena", "Yelena"], "lastName": ["Koval", "Kowal"]}

    dossier = only(entities(tmp_path, ("o", "Person", properties)))

    assert [name.text for name in dossier.identity.names] == ["Olena Koval"]
    assert dossier.extra == (("firstName", "Yelena"), ("lastName", "Kowal"))


def test_a_semicolon_in_a_property_separates_nothing(tmp_path: Path) -> None:
    dossier = only(entities(tmp_path, ("a", "Person", {"name": ["Ann; Moss"]})))

    assert [name.text for name in dossier.identity.names] == ["Ann; Moss"]


def test_documents_belong_to_their_holder_wherever_they_stand(tmp_path: Path) -> None:
    passport = {
        "holder": ["ann"], "number": ["AB123456"], "country": ["ua"], "type": ["passport"],
        "startDate": ["2021-02-01"], "endDate": ["2031-02-01"],
    }  # fmt: skip
    card = {"holder": ["ann"], "number": ["R-7700", "R-7701"], "country": ["es"]}

    dossier = only(
        entities(tmp_path, ("p", "Passport", passport), _ANN, ("c", "Identification", card))
    )

    first, *others = dossier.documents
    assert (first.code, first.number, first.issuing_state) == ("passport", "AB123456", "ua")
    assert [one.text() for one in first.expires] == ["2031-02-01"]
    assert [other.number for other in others] == ["R-7700", "R-7701"]
    assert dossier.notes == ()


def test_an_address_brings_its_own_country(tmp_path: Path) -> None:
    person = ("ann", "Person", {
        "name": ["Ann Moss"], "address": ["2 High Street"], "addressEntity": ["here", "there"],
    })  # fmt: skip
    here = ("here", "Address", {"full": ["1 Long Road; Kyiv"], "country": ["ua"]})
    there = ("there", "Address", {"street": ["3 Low Lane"], "city": ["Cádiz"], "country": ["es"]})

    dossier = only(entities(tmp_path, person, here, there))

    assert [(address.text, address.country) for address in dossier.addresses] == [
        ("2 High Street", None), ("1 Long Road; Kyiv", "ua"), ("3 Low Lane, Cádiz", "es")
    ]  # fmt: skip


def test_employment_gives_the_employer_and_a_stretch_of_service(tmp_path: Path) -> None:
    job = {"employee": ["ann"], "employer": ["aid"], "role": ["driver"], "startDate": ["2014"],
           "endDate": ["2018"]}  # fmt: skip

    dossier = only(entities(tmp_path, _ANN, _AID, ("j", "Employment", job)))

    (relation,) = dossier.relations
    (service,) = dossier.history
    assert (relation.kind, relation.name) == (RelationKind.EMPLOYER, "Invented Aid")
    assert (service.text, service.position) == ("2014-2018 Invented Aid, driver", "driver")


@pytest.mark.parametrize(
    ("schema", "sides", "words", "kind"),
    [
        ("Family", ("person", "relative"), {"relationship": ["brother"]}, RelationKind.RELATIVE),
        ("Associate", ("person", "associate"), {}, RelationKind.ASSOCIATE),
        ("Associate", ("person", "associate"), {"relationship": ["Referee"]}, RelationKind.REFEREE),
        ("UnknownLink", ("subject", "object"), {"role": ["Sponsor of"]}, RelationKind.SPONSOR),
        ("UnknownLink", ("subject", "object"), {"role": ["Patrocinador"]}, RelationKind.SPONSOR),
        ("UnknownLink", ("subject", "object"), {"role": ["Поручитель"]}, RelationKind.SPONSOR),
        ("UnknownLink", ("subject", "object"), {"role": ["knows"]}, RelationKind.ASSOCIATE),
        ("Membership", ("member", "organization"), {"role": ["x"]}, RelationKind.ASSOCIATE),
        ("Directorship", ("director", "organization"), {}, RelationKind.ASSOCIATE),
    ],
)
def test_a_tie_is_what_its_schema_and_role_say(
    tmp_path: Path,
    schema: str,
    sides: tuple[str, str],
    words: dict[str, list[str]],
    kind: RelationKind,
) -> None:
    tie = {sides[0]: ["ann"], sides[1]: ["aid"], **words}

    (relation,) = only(entities(tmp_path, _ANN, _AID, ("t", schema, tie))).relations

    assert (relation.kind, relation.name) == (kind, "Invented Aid")
    assert relation.number == ("R-1" if kind is RelationKind.SPONSOR else "")


_TIES = {
    "relative": {"person": ["ann"], "relative": ["bob"]},
    "relative of themselves": {"person": ["bob"], "relative": ["bob"]},
    "relative of nobody here": {"person": ["zoe"], "relative": ["bob"]},
    "with a relative": {"person": ["bob"], "relative": ["ann"]},
}


@pytest.mark.parametrize(
    ("tie", "applicants"),
    [
        ("relative", ["ann"]),
        ("relative of themselves", ["ann", "bob"]),
        ("relative of nobody here", ["ann", "bob"]),
        ("with a relative", ["bob"]),
    ],
)
def test_who_is_only_named_by_another_person_is_no_applicant(
    tmp_path: Path, tie: str, applicants: list[str]
) -> None:
    cohort = entities(tmp_path, _ANN, _BOB, ("f", "Family", _TIES[tie]))

    assert [found.id for found in cohort if isinstance(found, Dossier)] == applicants


@pytest.mark.parametrize(
    "own",
    [
        ("p", "Passport", {"holder": ["bob"], "number": ["AB123456"]}),
        ("j", "Employment", {"employee": ["bob"], "employer": ["aid"]}),
        ("g", "Family", {"person": ["bob"], "relative": ["ann"]}),
    ],
    ids=lambda own: own[1],
)
def test_a_relative_with_something_of_their_own_is_an_applicant(
    tmp_path: Path, own: tuple[str, str, dict[str, list[str]]]
) -> None:
    tie = ("f", "Family", {"person": ["ann"], "relative": ["bob"]})

    cohort = entities(tmp_path, _ANN, _BOB, _AID, tie, own)

    assert "bob" in [found.id for found in cohort if isinstance(found, Dossier)]


def test_those_left_out_are_counted(tmp_path: Path) -> None:
    tie = ("f", "Family", {"person": ["ann"], "relative": ["bob", "cyd"]})

    cohort = entities(tmp_path, _ANN, _BOB, ("cyd", "Person", {"name": ["Cyd Vale"]}), tie)

    assert cohort.warnings == (
        "2 persons are only named as relatives or associates and not screened as applicants",
    )


def test_a_json_list_of_entities_is_read_alike(tmp_path: Path) -> None:
    document = [{"id": one[0], "schema": one[1], "properties": one[2]} for one in (_ANN, _BOB)]

    cohort = cohort_of(tmp_path, json.dumps(document), file="people.json")

    assert cohort.form == "ftm"
    assert [found.id for found in cohort if isinstance(found, Dossier)] == ["ann", "bob"]


def test_nested_entities_are_taken_by_their_id(tmp_path: Path) -> None:
    person = {
        "id": "ann", "schema": "Person",
        "properties": {"name": ["Ann Moss"], "addressEntity": [{"id": "here", "schema": "Address"}]},
    }  # fmt: skip
    here = {"id": "here", "schema": "Address", "properties": {"full": ["1 Long Road"]}}

    cohort = cohort_of(tmp_path, f"{json.dumps(person)}\n{json.dumps(here)}\n", file="a.jsonl")

    assert only(cohort).addresses[0].text == "1 Long Road"


def test_a_line_that_is_no_entity_is_rejected(tmp_path: Path) -> None:
    cohort = entities(tmp_path, _ANN, ("x", "Person", {}))

    (reject,) = rejects(cohort)
    assert (reject.row, reject.problems[0].column) == (2, "name")
