"""Stays, references, what sponsors are reached by, and what became known after the application."""

from pathlib import Path

import pytest

from intake.reading import one, one_json
from tamiz.model import ContactKind, PastOutcome, ReferenceKind


@pytest.mark.parametrize(
    ("written", "country", "start", "end"),
    [
        ("2024-05 - 2024-07 Panama", "pa", "2024-05", "2024-07"),
        ("2025-01 MX", "mx", "2025-01", None),
        ("03.2024-05.2024, Colón, Panamá", "pa", "2024-03", "2024-05"),
        ("2019-now Ukraine", "ua", "2019", None),
        ("2016-09 - 2018-12 Syria, Idlib", "sy", "2016-09", "2018-12"),
        ("2016-09 - 2018-12 Idlib (Syria)", "sy", "2016-09", "2018-12"),
        ("2016-09 - 2018-12 Сирія (Ідліб)", "sy", "2016-09", "2018-12"),
        ("2016-09 - 2018-12 Syria – Idlib", "sy", "2016-09", "2018-12"),
        ("Panama", "pa", None, None),
        ("a long journey", None, None, None),
    ],
)
def test_a_stay_has_a_country_and_its_dates(
    tmp_path: Path, written: str, country: str | None, start: str | None, end: str | None
) -> None:
    (stay,) = one(tmp_path, travel=written).stays

    told = [edge and edge.text() for edge in (stay.start, stay.end)]
    assert (stay.text, stay.country, *told) == (written, country, start, end)


def test_several_stays_stand_in_one_cell(tmp_path: Path) -> None:
    stays = one(tmp_path, travel="2024-05 PA; 2025-01 MX").stays

    assert [stay.country for stay in stays] == ["pa", "mx"]


def test_references_keep_what_was_written(tmp_path: Path) -> None:
    found = one(tmp_path, iban="ES00 0000", booking="QX7PLM").references

    assert {one.kind: one.value for one in found} == {
        ReferenceKind.PAYMENT: "ES00 0000",
        ReferenceKind.TRAVEL: "QX7PLM",
    }


@pytest.mark.parametrize(
    ("written", "day", "text"),
    [
        ("2026-05-03 instructor: flies like an expert", "2026-05-03", "instructor: flies like an expert"),
        ("03.05.2026 – знає схему", "2026-05-03", "знає схему"),
        ("asks about fuses", None, "asks about fuses"),
    ],
)  # fmt: skip
def test_an_observation_has_the_day_that_stands_in_front(
    tmp_path: Path, written: str, day: str | None, text: str
) -> None:
    (found,) = one(tmp_path, observations=written).observations

    assert (found.day and found.day.text(), found.text) == (day, text)


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        ("Refused", PastOutcome.REFUSED),
        ("RECHAZADO", PastOutcome.REFUSED),
        ("відмовлено", PastOutcome.REFUSED),
        ("withdrawn", PastOutcome.WITHDRAWN),
        ("egresado", PastOutcome.TRAINED),
        ("accepted.", PastOutcome.ACCEPTED),
        ("pending", None),
        ("", None),
    ],
)
def test_an_outcome_is_told_in_three_languages(
    tmp_path: Path, word: str, outcome: PastOutcome | None
) -> None:
    dossier = one(tmp_path, outcome=word)

    assert (dossier.outcome, dossier.notes) == (outcome, ())


def test_an_outcome_that_nobody_knows_is_kept_and_holds_nobody_up(tmp_path: Path) -> None:
    dossier = one(tmp_path, outcome="see file")

    assert dossier.outcome is None
    assert dossier.notes == ("outcome:unknown",)
    assert dossier.extra == (("outcome", "see file"),)


def test_what_belongs_to_a_sponsor_stands_at_its_place(tmp_path: Path) -> None:
    dossier = one(
        tmp_path, sponsor="A Ltd; B Ltd", sponsor_address=";Calle 1, Panama",
        sponsor_contact="+507 6000 0001, info@a.example, www.a.example;", sponsor_founded="2019;2026-01",
    )  # fmt: skip

    first, second = dossier.relations
    assert [(one.kind, one.value) for one in first.contacts] == [
        (ContactKind.EMAIL, "info@a.example"),
        (ContactKind.PHONE, "+507 6000 0001"),
        (ContactKind.WEBSITE, "www.a.example"),
    ]
    assert [one.text for one in second.addresses] == ["Calle 1, Panama"]
    assert [one.founded and one.founded.text() for one in (first, second)] == ["2019", "2026-01"]


def test_a_single_sponsor_has_all_contacts_and_addresses(tmp_path: Path) -> None:
    dossier = one(
        tmp_path, sponsor="A Ltd", sponsor_contact="+507 6000 0001; info@a.example",
        sponsor_address="Calle 1, Panama; Calle 2, Colón",
    )  # fmt: skip

    (sponsor,) = dossier.relations
    assert {one.value for one in sponsor.contacts} == {"+507 6000 0001", "info@a.example"}
    assert [one.text for one in sponsor.addresses] == ["Calle 1, Panama", "Calle 2, Colón"]


def test_a_sponsor_of_json_keeps_all_that_belongs_to_it(tmp_path: Path) -> None:
    told = {"name": "A", "address": {"street": "Calle 1", "city": "Colón"}, "founded": "2020"}

    (sponsor,) = one_json(tmp_path, sponsor=told).relations

    assert [one.text for one in sponsor.addresses] == ["Calle 1, Colón"]
    assert sponsor.founded is not None
