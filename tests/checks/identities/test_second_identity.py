"""Who tells two identities in two applications, and who is honest or is another person."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.identities.twice import ADDRESS, EMAIL, PHONE, mexican, one, said
from checks.links.tied import applicant, codes
from tamiz.checks import Context, Thresholds
from tamiz.checks.identities.second_identity import CHECK
from tamiz.model import Dossier, Finding, Nationality, Outcome, PastOutcome, Place, Sex

SALVADORAN = {"state": "sv", "nation": "sv", "passport": "A7654321"}
NEW_PAPER = {"passport": "G87654321"}


def told(folder: Path, *pair: Dossier) -> list[Finding]:
    return said(CHECK, folder, *pair)


TWO: dict[str, tuple[Dossier, Dossier, str]] = {
    "each hides the other's State": (
        mexican(email=EMAIL), mexican("B", email=EMAIL, **SALVADORAN), "identity.two.states",
    ),
    "each hides the other's State, and nothing else is told": (
        mexican(), mexican("B", "VILLASENOR QUINTANA ARTURO", **SALVADORAN), "identity.two.states",
    ),
    "the year altered by one, with new papers": (
        mexican(), mexican("B", born="1991-02-07", **NEW_PAPER), "identity.two.birth_date",
    ),
    "day and month exchanged, with new papers": (
        mexican(), mexican("B", born="1990-07-02", **NEW_PAPER), "identity.two.birth_date",
    ),
    "a digit altered, with new papers": (
        mexican(), mexican("B", born="1990-02-17", **NEW_PAPER), "identity.two.birth_date",
    ),
    "another date, and the mailbox of the same person": (
        mexican(email=EMAIL), mexican("B", born="1984-11-21", email=EMAIL, **NEW_PAPER),
        "identity.two.birth_date",
    ),
    "another day of one year under one full name, with new papers": (
        mexican(), mexican("B", born="1990-11-21", **NEW_PAPER), "identity.two.birth_date",
    ),
    "two numbers of one register": (
        one(personal="3184710691", state="ua", email=EMAIL),
        one("B", personal="2184710692", state="ua", email=EMAIL), "identity.two.register",
    ),
    "two sexes": (
        one(sex=Sex.MALE, email=EMAIL), one("B", sex=Sex.FEMALE, email=EMAIL), "identity.two.sex",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TWO.values(), ids=TWO)
def test_one_person_who_tells_two_identities_is_a_concern(
    tmp_path: Path, case: tuple[Dossier, Dossier, str]
) -> None:
    first, second, why = case

    (finding,) = told(tmp_path, first, second)

    assert (finding.outcome, finding.other) == (Outcome.CONCERN, "B")
    assert why in codes([finding])


def test_states_are_told_only_as_the_applications_claim_them(tmp_path: Path) -> None:
    (finding,) = told(tmp_path, mexican(), mexican("B", **SALVADORAN))

    (states,) = (each for each in finding.evidence if each.code == "identity.two.states")
    assert (states.applicant, states.other, states.bits) == ("MX", "SV", None)


def test_a_second_identity_has_its_probability_and_what_speaks_for_it(tmp_path: Path) -> None:
    (finding,) = told(tmp_path, mexican(email=EMAIL), mexican("B", email=EMAIL, **SALVADORAN))

    assert finding.probability is not None
    assert finding.probability > 0.9
    assert {"identity.name.same", "identity.email.same"} <= codes([finding])


def _dual(key: str, **told: str) -> Dossier:
    """Somebody who declares both nationalities, whichever passport is shown."""
    nations = tuple(Nationality(country=each, text=each) for each in ("mx", "sv"))
    dossier = mexican(key, **told)
    return replace(dossier, identity=replace(dossier.identity, nationalities=nations))


def _common(key: str, born: str, *, town: str = "Xalapa", **told: object) -> Dossier:
    """Juan Pérez Rojas, of a town: likelier one man than two, and not surely."""
    dossier = mexican(key, "Juan Pérez Rojas", born, **told)
    places = (Place(text=town),)
    return replace(dossier, identity=replace(dossier.identity, birth_places=places))


@pytest.mark.parametrize(
    ("outcome", "town", "asked"),
    [
        (PastOutcome.REFUSED, "Xalapa", Outcome.CONCERN),
        (PastOutcome.WITHDRAWN, "Xalapa", Outcome.CLEAR),
        (PastOutcome.REFUSED, "Mérida", Outcome.CLEAR),
    ],
)
def test_of_one_town_who_was_refused_need_only_be_likely(
    tmp_path: Path, outcome: PastOutcome, town: str, asked: Outcome
) -> None:
    before = _common("B", "1990-11-21", town=town, outcome=outcome, **NEW_PAPER)
    others = [_common(f"N{at}", f"19{60 + at}-03-04", passport=f"G999{at:05}") for at in range(3)]

    findings = said(CHECK, tmp_path, _common("A", "1990-02-07"), *others, earlier=[before])

    assert [one.outcome for one in findings] == [asked]


HONEST: dict[str, tuple[Dossier, Dossier]] = {
    "applied twice": (mexican(phone=PHONE), mexican("B", phone=PHONE)),
    "renewed the passport": (mexican(phone=PHONE), mexican("B", phone=PHONE, **NEW_PAPER)),
    "declares both nationalities": (
        _dual("A", email=EMAIL), _dual("B", email=EMAIL, passport="A7654321", state="sv"),
    ),
    "declares both nationalities once": (
        mexican(email=EMAIL), _dual("B", email=EMAIL, passport="A7654321", state="sv"),
    ),
    "a clerk exchanged day and month": (
        mexican(phone=PHONE), mexican("B", born="1990-07-02", phone=PHONE, **NEW_PAPER),
    ),
    "a date mistyped over one passport": (mexican(), mexican("B", born="1991-02-07")),
    "father and son of one name": (
        mexican(born="1960-05-17", phone=PHONE, address=ADDRESS, sex=Sex.MALE),
        mexican("B", phone=PHONE, address=ADDRESS, sex=Sex.MALE, **NEW_PAPER),
    ),
    "twins": (
        mexican(phone=PHONE, address=ADDRESS, sex=Sex.MALE),
        mexican("B", "Rodrigo Villaseñor Quintana", phone=PHONE, address=ADDRESS, sex=Sex.MALE,
                **NEW_PAPER),
    ),
    "brother and sister of one flat": (
        mexican(phone=PHONE, address=ADDRESS, sex=Sex.MALE),
        mexican("B", "Lucía Villaseñor Quintana", "1993-08-19", phone=PHONE, address=ADDRESS,
                sex=Sex.FEMALE, **NEW_PAPER),
    ),
    "cousins of one age, called after one grandfather": (
        mexican(name="Arturo Quintana"),
        mexican("B", "Arturo Quintana", born="1990-11-21", **NEW_PAPER),
    ),
    "a clerk wrote another day, and the phone is the same": (
        mexican(phone=PHONE), mexican("B", born="1990-11-21", phone=PHONE, **NEW_PAPER),
    ),
    "namesakes": (mexican(), mexican("B", born="1974-11-30", passport="G99912345")),
    "namesakes of two States": (mexican(), mexican("B", born="1974-11-30", **SALVADORAN)),
    "strangers born on one day": (mexican(), mexican("B", "Dragan Vukotić", **SALVADORAN)),
    "strangers of one passport office": (mexican(), mexican("B", "Aino Mäkelä", "1981-03-04",
                                                            passport="G12345679")),
    "empty dossiers": (Dossier(id="A"), Dossier(id="B")),
    "a name and nothing else": (applicant("A", "José García"), applicant("B", "Ana García")),
}  # fmt: skip


@pytest.mark.parametrize("pair", HONEST.values(), ids=HONEST)
def test_the_honest_are_clear_from_both_sides(
    tmp_path: Path, pair: tuple[Dossier, Dossier]
) -> None:
    for cohort in (pair, pair[::-1]):
        findings = told(tmp_path, *cohort)
        assert [each.outcome for each in findings] == [Outcome.CLEAR]


def test_common_namesakes_born_on_one_day_are_clear(tmp_path: Path) -> None:
    crowd = [
        applicant(f"N{at}", "José García", born=f"{1970 + at % 30}-05-{1 + at % 28:02}")
        for at in range(300)
    ]

    findings = told(tmp_path, *crowd)

    assert [each.outcome for each in findings] == [Outcome.CLEAR]


def test_a_second_identity_in_an_earlier_cohort_is_found(tmp_path: Path) -> None:
    earlier = [mexican("B", email=EMAIL, **SALVADORAN)]

    (finding,) = said(CHECK, tmp_path, mexican(email=EMAIL), earlier=earlier)

    assert (finding.outcome, finding.other) == (Outcome.CONCERN, "2025/B")


def test_of_three_applications_the_weakest_link_is_told(tmp_path: Path) -> None:
    cohort = [
        mexican(email=EMAIL, phone=PHONE), mexican("B", email=EMAIL, **SALVADORAN),
        mexican("C", phone=PHONE, **NEW_PAPER),
    ]  # fmt: skip

    (finding,) = told(tmp_path, *cohort)

    (cluster,) = (each for each in finding.evidence if each.code == "identity.cluster")
    assert cluster.params["count"] == "3"
    assert cluster.other == "A; B; C"
    assert {cluster.params["one"], cluster.params["other"]} < {"A", "B", "C"}
    assert float(cluster.params["bits"]) > 0


def test_a_pair_is_no_cluster(tmp_path: Path) -> None:
    findings = told(tmp_path, mexican(), mexican("B", **SALVADORAN))

    assert "identity.cluster" not in codes(findings)


def test_a_dossier_screened_alone_is_not_asked_for_an_identity() -> None:
    (finding,) = CHECK.run(mexican(), Context(thresholds=Thresholds(), matcher=None))

    assert finding.outcome is Outcome.NOT_APPLICABLE
