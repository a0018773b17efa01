"""Stays abroad against service, and where documents were issued."""

import pytest
from msgspec.structs import replace

from checks.background.stories import applicant, served, stay, told
from checks.documents.applicants import claim, paper
from tamiz.checks.background.presence import AUTHORITY, STAY

ARMY = served("Batallón de Infantería 12, cabo", "2014", "2019", country="co")


@pytest.mark.parametrize(
    ("text", "country", "start", "end", "expected"),
    [
        ("Panama", "pa", "2016-02", "2017-11", "concern B"),
        ("Panama", "pa", "2016-02", "2017-04", "concern C"),
        ("Panama", "pa", "2016-02", "2016-10", "concern C"),
        ("Panama", "pa", "2016-02", "2016-07", "clear"),
        ("peacekeeping mission, Egypt", "eg", "2016-02", "2017-11", "clear"),
        ("Cartagena", "co", "2016-02", "2017-11", "clear"),
        ("Panama", "pa", "2019-02", "2021-11", "clear"),
        ("Panama", "pa", "2016", "2017", "clear"),  # of bare years hardly a day is sure
    ],
)
def test_a_stay_in_service(text: str, country: str, start: str, end: str, expected: str) -> None:
    dossier = applicant(ARMY, stays=(stay(text, country, start, end),))

    assert [outcome for outcome, _ in told(STAY, dossier)] == [expected]


@pytest.mark.parametrize(
    "text",
    ["Türk Kara Kuvvetleri, corporal", "Exército Brasileiro", "Armée de terre", "95 ОДШБр, солдат",
     "срочная служба, мотострелковая часть", "Kenya Defence Forces", "12 Brygada Zmechanizowana",
     "servicio militar general, soldado", "Carabineros"],
)  # fmt: skip
@pytest.mark.parametrize("country", ["ru", "sy"])
def test_a_stay_in_the_service_of_any_force(text: str, country: str) -> None:
    dossier = applicant(
        served(text, "2016", "2019"), stays=(stay("x", country, "2016-09", "2018-12"),)
    )

    assert [outcome for outcome, _ in told(STAY, dossier)] == ["concern B"]


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ("Estuve en misión en Siria con mi batallón.", "clear"),
        ("Був у відрядженні в Сирії.", "clear"),
        ("Quiero ayudar en misión humanitaria.", "concern B"),
        ("He vivido en Siria.", "concern B"),
    ],
)
def test_a_letter_may_tell_of_a_mission_there(letter: str, expected: str) -> None:
    dossier = applicant(ARMY, stays=(stay("Siria", "sy", "2016-02", "2017-11"),))

    assert [outcome for outcome, _ in told(STAY, replace(dossier, motivation=letter))] == [expected]


def test_a_force_that_names_no_country_may_be_that_of_ones_own_state() -> None:
    army = served("army, corporal", "2014", "2019")
    stays = (stay("Turkey", "tr", "2016-02", "2017-11"),)
    dossier = applicant(army, stays=stays, identity=claim(nationality="tr"))

    assert [outcome for outcome, _ in told(STAY, dossier)] == ["clear"]


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("Hospital San Rafael, enfermero jefe", "2017-11", "concern B"),
        ("nurse, city hospital", "2017-11", "concern B"),
        ("учитель, школа № 4", "2017-11", "concern B"),
        ("Hospital San Rafael, enfermero jefe", "2017-06", "concern C"),
        ("Hospital San Rafael, enfermero jefe", "2017-01", "clear"),  # a year without pay
    ],
)
def test_work_that_is_done_on_the_spot(text: str, end: str, expected: str) -> None:
    work = served(text, "2014", "2019", country="co")
    dossier = applicant(work, stays=(stay("Russia", "ru", "2016-02", end),))

    assert [outcome for outcome, _ in told(STAY, dossier)] == [expected]


@pytest.mark.parametrize(
    "text", ["welder", "police reserve", "UN mission, army", "volunteer in a hospital"]
)
def test_what_is_no_full_service_leaves_time_to_travel(text: str) -> None:
    work = served(text, "2014", "2019", country="co")
    dossier = applicant(work, stays=(stay("Panama", "pa", "2016-02", "2017-11"),))

    assert [outcome for outcome, _ in told(STAY, dossier) if outcome.startswith("concern")] == []


@pytest.mark.parametrize(
    ("authority", "expected"),
    [
        ("Consulado en México", ["concern C"]),
        ("Consulado en Panamá", ["clear"]),
        ("Dirección General de Migración", []),
        ("Ministerio de El Salvador", ["clear"]),
    ],
)
def test_the_place_of_issue_against_stays(authority: str, expected: list[str]) -> None:
    document = paper(state="sv", authority=authority)
    dossier = replace(
        applicant(stays=(stay("Panama", "pa", "2020-02", "2020-04"),)), documents=(document,)
    )

    assert [outcome for outcome, _ in told(AUTHORITY, dossier)] == expected


def test_who_tells_of_no_stays_may_have_been_anywhere() -> None:
    document = paper(state="sv", authority="Consulado en México")

    assert told(AUTHORITY, replace(applicant(), documents=(document,))) == []
