"""Which companies are laid together as one house."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from checks.links.tied import STRANGERS, applicant, graph_of, party, sponsor
from tamiz.links.graph import company_values
from tamiz.links.graph.houses import MOST_NAMES, MOST_PEOPLE, house_of
from tamiz.model import Dossier, Relation, RelationKind

PHONE = "+57 310 345 7820"
SITE = "altoverde.example"


def names(folder: Path, *sent: Sequence[Relation]) -> list[str]:
    """The names of the house of the first one's sponsor."""
    cohort = [_applicant(at, relations) for at, relations in enumerate(sent)]
    with graph_of(folder, cohort) as graph:
        company, _ = next(company_values(cohort[0]))
        return [one.text for one in house_of(graph.roster, graph.table, company)]


def _applicant(at: int, relations: Sequence[Relation]) -> Dossier:
    return applicant(f"A{at}", STRANGERS[at % len(STRANGERS)], relations=relations)


def vouching(kind: RelationKind) -> Relation:
    return party(kind, "Rafael Campos Valdez", phone=PHONE)


LEADS = party(RelationKind.DIRECTOR, "Rafael Campos Valdez", is_organisation=False)
VOUCHES = party(RelationKind.REFEREE, "Campos Valdez, Rafael")
SHORT = party(RelationKind.DIRECTOR, "Ivan Petrenko", is_organisation=False)
ALTO, CUARZO = "Altoverde Escolta", "Vigilancia Cuarzo"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([sponsor(ALTO, site=SITE)], [sponsor(CUARZO, email=f"info@{SITE}")], [CUARZO]),
        ([sponsor(ALTO, phone=PHONE)], [sponsor(CUARZO, phone=PHONE)], [CUARZO]),
        ([sponsor(ALTO, address="Calle Roble 12")], [sponsor(CUARZO, address="Calle Roble 12")], []),
        ([sponsor(ALTO), vouching(RelationKind.REFEREE)], [sponsor(CUARZO, phone=PHONE)], [CUARZO]),
        ([sponsor(CUARZO, phone=PHONE)], [sponsor(ALTO), vouching(RelationKind.ASSOCIATE)], [ALTO]),
        ([sponsor(ALTO), vouching(RelationKind.REFERRED_BY)], [sponsor(CUARZO, phone=PHONE)], []),
        ([sponsor(ALTO, phone=PHONE)], [sponsor(ALTO, phone=PHONE)], []),
        ([sponsor(ALTO), LEADS], [sponsor(CUARZO), LEADS], [CUARZO]),
        ([sponsor(ALTO), LEADS], [sponsor(CUARZO), VOUCHES], [CUARZO]),
        ([sponsor(ALTO), VOUCHES], [sponsor(CUARZO), LEADS], [CUARZO]),
        ([sponsor(ALTO), VOUCHES], [sponsor(CUARZO), VOUCHES], []),
        ([sponsor(ALTO), SHORT], [sponsor(CUARZO), SHORT], []),
    ],
    ids=["domain", "phone", "address", "voucher", "vouches", "recruiter", "one company",
         "one director", "a director who vouches", "vouched for by a director", "one referee",
         "a name of two words"],
)  # fmt: skip
def test_an_office_or_somebody_who_vouches_ties_two_names(
    tmp_path: Path, one: list[Relation], other: list[Relation], expected: list[str]
) -> None:
    assert names(tmp_path, one, other) == expected


def test_a_house_goes_on_from_name_to_name(tmp_path: Path) -> None:
    third = sponsor("Custodia Sauce", phone=PHONE)

    found = names(tmp_path, [sponsor(ALTO, site=SITE)], [sponsor(CUARZO, site=SITE, phone=PHONE)],
                  [third])  # fmt: skip

    assert found == [CUARZO, "Custodia Sauce"]


def test_what_more_names_share_is_no_house(tmp_path: Path) -> None:
    sent = [
        [sponsor(f"Cuar{chr(97 + at)}zo Vigilancia", phone=PHONE)] for at in range(MOST_NAMES + 1)
    ]

    assert names(tmp_path, *sent) == []


def test_a_company_of_many_is_looked_at_by_itself(tmp_path: Path) -> None:
    many = [[sponsor(CUARZO, site=SITE)]] * (MOST_PEOPLE + 1)

    assert names(tmp_path, *many, [sponsor(ALTO, site=SITE)]) == []
