"""FollowTheMoney entities."""

from lists.forms import sample
from tamiz.model import IdentifierKind, NameKind, PartyLink


def test_what_hangs_on_a_party_is_gathered_whatever_the_order_of_the_lines() -> None:
    person = sample("ftm:test", "entities.ftm.json")["P1"]

    assert [(one.text, one.kind) for one in person.names] == [
        ("Omran Al-Nadir", NameKind.PRIMARY),
        ("عمران النادر", NameKind.SCRIPT),
        ("Omran Old", NameKind.FORMER),
        ("Talha", NameKind.WEAK),
    ]
    assert person.programmes == ("FIC-1",)
    assert person.listed_on == "2020-12-31"
    assert person.raw == "An invented person."
    assert [one.text for one in person.addresses] == ["Rue Nulle 1, Ariana, Tunisia"]
    assert person.references == ("un-900",)
    assert person.topics == ("sanction",)


def test_a_number_on_a_document_is_told_once_with_its_country() -> None:
    person = sample("ftm:test", "entities.ftm.json")["P1"]

    assert [(one.kind, one.number, one.country) for one in person.identifiers] == [
        (IdentifierKind.PASSPORT, "X000001", "tn")
    ]


def test_ties_carry_the_role_and_the_other_partys_name() -> None:
    assert sample("ftm:test", "entities.ftm.json")["P1"].links == (
        PartyLink(relation="trainer", name="Ficta Group", target="O1"),
    )


def test_what_is_no_party_is_left_out() -> None:
    assert sorted(sample("ftm:test", "entities.ftm.json")) == ["O1", "P1"]
