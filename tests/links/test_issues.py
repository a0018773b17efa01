"""The days on which documents of a cohort were issued, and who stands behind applicants."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tamiz.intake.evidence_files import Brought
from tamiz.links import CohortRegister, issues_of
from tamiz.links.behind import behind
from tamiz.links.issues import MOST_ON_A_DAY
from tamiz.model import (
    Contact,
    ContactKind,
    Dossier,
    IdentityEvidence,
    PartialDate,
    Relation,
    RelationKind,
)

EXACT = PartialDate(year=2023, month=5, day=16)


def holder(
    key: str, issued: PartialDate | None = EXACT, *, state: str | None = "pa", authority: str = ""
) -> Dossier:
    document = IdentityEvidence(
        code="P", number=f"N{key}", issuing_state=state, issued=issued, authority=authority
    )
    return Dossier(id=key, documents=(document,))


@pytest.fixture
def register(tmp_path: Path) -> Iterator[CohortRegister]:
    """Two hundred holders: one on each of 100 days around, the others on one day."""
    with CohortRegister(tmp_path / "register", is_new=True) as filled:
        for at in range(100):
            filled.add(
                Brought(
                    holder(f"D{at}", PartialDate(year=2023, month=1 + at // 25, day=2 + at % 25))
                )
            )
        for at in range(MOST_ON_A_DAY + 20):
            filled.add(Brought(holder(f"S{at}")))
        filled.add(Brought(holder("V1", state="ve")))
        filled.finish()
        yield filled


@pytest.mark.parametrize(
    "issued",
    [
        None, PartialDate(year=2023), PartialDate(year=2023, month=5),
        PartialDate(year=2023, month=1, day=1), PartialDate(year=2023, month=5, day=16, circa=True),
        PartialDate(year=2023, month=5, day=16, ambiguous=True),
        PartialDate(year=2023, month=5, day=16, until=2024),
    ],
)  # fmt: skip
def test_a_day_that_is_not_known_is_none(issued: PartialDate | None) -> None:
    assert issues_of(holder("A", issued)) == ()


def test_without_a_state_there_is_no_place() -> None:
    assert issues_of(holder("A", state=None)) == ()


@pytest.mark.parametrize("authority", ["Pasaportes Colón", "COLON: pasaportes"])
def test_an_authority_is_its_words_in_any_order(authority: str) -> None:
    (issue,) = issues_of(holder("A", authority=authority))

    assert issue.place == "pa colon pasaportes"


def test_counts_are_of_applicants(register: CohortRegister) -> None:
    (issue,) = issues_of(holder("A"))

    assert register.issues.count("pa") == 100 + MOST_ON_A_DAY + 20
    assert register.issues.count("ve") == 1
    assert len(register.issues.on_day(holder("S0"), issue)) == MOST_ON_A_DAY
    assert "S0" not in {one.id for one in register.issues.on_day(holder("S0"), issue)}


def test_a_season_leaves_the_day_itself_out(register: CohortRegister) -> None:
    (issue,) = issues_of(holder("A", PartialDate(year=2023, month=2, day=10)))

    assert register.issues.near(issue, 3) == 6


def test_an_empty_register_spreads_over_nothing(tmp_path: Path) -> None:
    with CohortRegister(tmp_path / "register", is_new=True) as empty:
        empty.finish()
        assert empty.issues.spread == 0
        assert empty.issues.share_behind("sponsor=x") == 0


def named(kind: RelationKind, name: str = "", number: str = "", phone: str = "") -> Dossier:
    contacts = (Contact(kind=ContactKind.PHONE, value=phone),) if phone else ()
    relation = Relation(kind=kind, name=name, number=number, contacts=contacts)
    return Dossier(id="A", relations=(relation,))


@pytest.mark.parametrize(
    ("dossier", "keys"),
    [
        (named(RelationKind.SPONSOR, "Altoverde, S.A."), {"sponsor=altoverde"}),
        (named(RelationKind.SPONSOR, "ESCOLTA ALTOVERDE"), {"sponsor=altoverde escolta"}),
        (named(RelationKind.SPONSOR, number="PA-77 31"), {"sponsor=PA7731"}),
        (named(RelationKind.REFERRED_BY, "Zenobio Tarqui"), {"referred_by=tarqui zenobio"}),
        (named(RelationKind.REFERRED_BY, "Facebook"), set()),
        (named(RelationKind.REFERRED_BY, phone="+507 6000 1122"), {"phone=+50760001122"}),
        (named(RelationKind.RELATIVE, "Ana Quilombera"), set()),
        (named(RelationKind.EMPLOYER, "Altoverde, S.A."), set()),
        (Dossier(id="A"), set()),
    ],
)
def test_who_stands_behind_is_a_key(dossier: Dossier, keys: set[str]) -> None:
    assert behind(dossier) == keys


def test_an_account_on_a_messenger_is_nobody_behind() -> None:
    handle = Contact(kind=ContactKind.HANDLE, value="@altoverde")

    assert behind(Dossier(id="A", contacts=(handle,))) == frozenset()
