"""The values by which applicants are tied, as keys that meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.links.tied import PHONE, applicant, party, sponsor
from tamiz.links.graph import Role, ValueKind, company_values, values_of
from tamiz.links.graph.values import company_key, company_of, person_key
from tamiz.model import (
    Contact,
    ContactKind,
    Dossier,
    IdentityClaim,
    Name,
    NameKind,
    Relation,
    RelationKind,
)
from tamiz.normalise.domains import PUBLIC_HOSTS

REFEREE = RelationKind.REFEREE


def found(dossier: Dossier) -> set[tuple[str, Role]]:
    return {(value.node, value.role) for value in values_of(dossier)}


@pytest.mark.parametrize(
    ("dossier", "node"),
    [
        (applicant("A", phone="0057 300 1234567"), "phone=+573001234567"),
        (applicant("A", email="Q7X+a@Post.example"), "email=q7x@post.example"),
        (applicant("A", handle="https://t.me/Q7X"), "handle=q7x"),
        (
            applicant("A", "Ana Luna", email="Chacal.Prieto-84@post.example"),
            "account_name=chacalprieto84",
        ),
        (applicant("A", payment="PA12 0001 2233"), "payment=PA1200012233"),
        (applicant("A", travel="xk7-q2p9"), "travel=XK7Q2P9"),
        (applicant("A", passport="AZ 418877"), "number=AZ418877"),
        (applicant("A", passport="A825O205"), "number=A8250205"),
        (applicant("A", unit="Batallón 3"), "unit=3 batallon"),
        (applicant("A", course="Drone pilot"), "course=drone pilot"),
        (applicant("A", address="с. Судак, Київ"), "village=kiv sudak"),
        (applicant("A", address="Calle Roble 12, Soná, Encinos"), "address=12 insinus rubli suna"),
    ],
)
def test_ones_own_value_is_a_node(dossier: Dossier, node: str) -> None:
    assert (node, Role.OWN) in found(dossier)


@pytest.mark.parametrize(
    "dossier",
    [
        Dossier(id="A"),
        applicant("A", phone="000 000 000", email="none", handle="-", payment="N/A", travel="-",
                  passport="0000000", address="Soná", letter="I want to help.", unit="Ejército"),
        applicant("A", relations=[party(REFEREE, "", phone="N/A", site="n/a", number="-")]),
        applicant("A", relations=[Relation(kind=RelationKind.SERVED_WITH, name="Batallón 3 Colón")]),
        applicant("A", "Rosendo"),
    ],
    ids=["nothing", "words that say nothing", "a party without a word", "a unit as party", "one word"],
)  # fmt: skip
def test_what_says_nothing_is_no_node(dossier: Dossier) -> None:
    assert found(dossier) == set()


def called(text: str, kind: NameKind = NameKind.CODE) -> Dossier:
    return Dossier(id="A", identity=IdentityClaim(names=(Name(text=text, kind=kind),)))


@pytest.mark.parametrize(
    ("dossier", "nodes"),
    [
        (called("Tecolotillo-8"), {"call_sign=tikulutilu 8", "call_word=tikulutilu"}),
        (called("Tecolotillo Ocho", NameKind.ALIAS), {"call_sign=tikulutilu 8", "call_word=tikulutilu"}),
        (called("Теколотілло-8"), {"call_sign=tikulutilu 8", "call_word=tikulutilu"}),
        (applicant("A", letter="Me dicen Tecolotillo-8."),
         {"call_sign=tikulutilu 8", "call_word=tikulutilu"}),
        (called("Tecolotillo"), {"call_word=tikulutilu"}),
        (called("Ana Luna", NameKind.ALIAS), set()),
        (called("Tecolotillo 8", NameKind.PRIMARY), set()),
    ],
)  # fmt: skip
def test_a_call_sign_is_a_node_and_its_word_another(dossier: Dossier, nodes: set[str]) -> None:
    assert {node for node, _ in found(dossier) if node.startswith("call_")} == nodes


@pytest.mark.parametrize("host", sorted(PUBLIC_HOSTS))
def test_a_host_of_everybodys_mail_ties_nobody(host: str) -> None:
    site = Contact(kind=ContactKind.WEBSITE, value=f"https://www.{host.upper()}/somebody")

    assert values_of(Dossier(id="A", contacts=(site,))) == ()


def test_the_value_of_a_party_is_theirs_and_says_whose() -> None:
    (phone,) = (
        value
        for value in values_of(applicant("A", relations=[party(REFEREE, "Ana Luna", phone=PHONE)]))
        if value.kind is ValueKind.PHONE
    )

    assert (phone.role, phone.party, phone.field) == (
        Role.REFEREE, "Ana Luna", "referee_contact",
    )  # fmt: skip


def phones(dossier: Dossier) -> list[tuple[str, Role]]:
    kind = ValueKind.PHONE
    return [(one.text, one.role) for one in values_of(dossier) if one.kind is kind]


def test_a_phone_in_the_letter_is_told_by_it() -> None:
    dossier = applicant("A", letter="In trouble call my brother Kamal on +90 533 067 8928, please.")

    assert phones(dossier) == [("+90 533 067 8928", Role.LETTER)]


def test_ones_own_phone_in_the_letter_is_told_once() -> None:
    assert phones(applicant("A", phone=PHONE, letter=f"Call me: {PHONE}")) == [(PHONE, Role.OWN)]


def test_each_value_stands_once_in_each_role() -> None:
    twice = party(REFEREE, "Ana Luna", phone=PHONE)
    dossier = applicant("A", phone=PHONE, relations=[twice, twice])

    roles = [value.role for value in values_of(dossier) if value.kind is ValueKind.PHONE]

    assert roles == [Role.OWN, Role.REFEREE]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Altoverde Escolta, S.A.", "ALTOVERDE ESCOLTA"),
        ("Escolta Altoverde", "Altoverde Escolta S. A."),
        ("ТОВ «Ясень»", "Ясень"),
    ],
)
def test_a_company_is_its_words_without_its_legal_form(one: str, other: str) -> None:
    assert company_key(one) == company_key(other) != ""


@pytest.mark.parametrize(
    "relation",
    [
        sponsor(""), sponsor("Army"), sponsor("ФОП Коваленко Олена"),
        party(RelationKind.EMPLOYER, "self-employed"), party(REFEREE, "Altoverde Escolta S.A."),
    ],
    ids=["no name", "an army", "a trader", "oneself", "a referee"],
)  # fmt: skip
def test_these_are_no_company(relation: Relation) -> None:
    assert company_of(relation) is None


def test_a_company_comes_with_what_is_told_of_it() -> None:
    told = sponsor("Altoverde Escolta", phone=PHONE, number="PA-7731-402188")

    ((company, values),) = company_values(applicant("A", relations=[told]))

    assert company.node == "company=altoverde escolta"
    assert {value.kind for value in values} == {ValueKind.PHONE, ValueKind.NUMBER}


def test_an_organisation_is_no_person() -> None:
    kinds = {value.kind for value in values_of(applicant("A", relations=[sponsor("Cruz Blanca")]))}

    assert ValueKind.PERSON not in kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zenobio Tarqui", "TARQUI, Zenobio"),
        ("Сергій Мельник", "Serhii Melnyk"),
        ("Zenobio Tarqui", "Senobio Tarki"),
    ],
)
def test_a_person_is_a_name_as_it_sounds(one: str, other: str) -> None:
    assert person_key(Name(text=one)) == person_key(Name(text=other)) != ""


def test_the_word_for_a_relative_is_no_part_of_the_name() -> None:
    told, bare = (
        {node for node, _ in found(applicant("A", relations=[party(RelationKind.RELATIVE, name)]))}
        for name in ("Bob Reyes, brother", "Bob Reyes")
    )

    assert told == bare


@given(st.text(max_size=400), st.sampled_from(sorted(RelationKind)))
def test_any_text_has_a_key_or_none(text: str, kind: RelationKind) -> None:
    dossier = applicant(
        "A", text, phone=text, email=text, handle=text, payment=text, travel=text, letter=text,
        address=text, unit=text, course=text, passport=text,
        relations=[party(kind, text, phone=text, site=text, address=text, number=text)],
    )  # fmt: skip

    assert all(value.key for value in values_of(dossier))


def test_a_name_of_five_hundred_words_is_bounded() -> None:
    name = " ".join(f"nadie{at}" for at in range(500))

    values = values_of(applicant("A", name, relations=[sponsor(name), party(REFEREE, name)]))

    assert len(values) <= 6
