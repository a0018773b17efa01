"""What contradicts a claim, and what does not. All persons are invented."""

import pytest

from tamiz.documents.numbers import (
    Confidence,
    Conflict,
    Grade,
    Part,
    conflicts,
    read_number,
    said_by,
)
from tamiz.model import IdentityClaim, Name, NameKind, Nationality, PartialDate, Place, Sex
from tamiz.normalise.countries import country_code
from tamiz.normalise.dates import read_dates

CURP = "EAAF900214MSLSRR03"  # María Fernanda Escamilla Arroyo, 14 February 1990, Sinaloa
NIT = "0614-140290-101-7"  # San Salvador, 14 February 1990
FOREIGN_NIT = "9450-140290-101-0"
HONESTLY = {"name": "María Fernanda Escamilla Arroyo", "born": "14.02.1990", "sex": Sex.FEMALE}


def claim(
    *,
    name: str = "",
    born: str = "",
    sex: Sex | None = None,
    place: str = "",
    country: str | None = "",
    nationality: str = "",
) -> IdentityClaim:
    """A claim; the country of a place is read from its last word unless it is given."""
    code = country_code(place.rsplit(",", 1)[-1].strip()) if country == "" else country
    return IdentityClaim(
        names=(Name(text=name, field="name"),) if name else (),
        birth_dates=read_dates(born, field="birth_date", day_first=True) if born else (),
        birth_places=(Place(text=place, country=code, field="birth_place"),) if place else (),
        sex=sex,
        nationalities=(Nationality(country=nationality, field="nationality"),)
        if nationality
        else (),
    )


def told(number: str, kind: str, claims: IdentityClaim) -> list[tuple[Part, str, Grade]]:
    """Part, detail and strength of every conflict."""
    found = conflicts(read_number(number, kind), claims)
    return [(one.part, one.detail, one.strength) for one in found]


def test_who_tells_the_truth_contradicts_nothing() -> None:
    honest = claim(
        name="María Fernanda Escamilla Arroyo",
        born="14.02.1990",
        sex=Sex.FEMALE,
        place="Culiacán, Sinaloa, México",
        nationality="mx",
    )

    assert told(CURP, "mx", honest) == []


def test_a_conflict_has_both_values_the_source_and_the_place_of_the_claim() -> None:
    found = conflicts(read_number(CURP, "mx"), claim(born="03.05.1985"))

    assert found == (
        Conflict(
            scheme="mx_curp",
            part=Part.BIRTH_DATE,
            detail="other_date",
            number="1990-02-14",
            claimed="1985-05-03",
            strength=Grade.A,
            confidence=Confidence.OFFICIAL,
            source="Instructivo Normativo para la Asignación de la CURP, DOF 18 October 2021",
            field="birth_date",
        ),
    )


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("14.02.1990", []),
        ("1990", []),
        ("02/1990", []),
        ("about 1993", []),
        ("1988-1991", []),
        ("1991", ["other_date"]),
        ("03/1990", ["other_date"]),
        ("about 1996", ["other_date"]),
        ("15.02.1990", ["one_digit"]),
        ("14.02.1980", ["one_digit"]),
        ("27.11.1990", ["other_date"]),
        ("", []),
    ],
)
def test_birth_dates(born: str, expected: list[str]) -> None:
    assert [detail for _, detail, _ in told(CURP, "mx", claim(born=born))] == expected


def test_day_and_month_may_be_swapped() -> None:
    number = "EAAF900205MSLSRR04"  # 5 February 1990

    assert told(number, "mx_curp", claim(born="02.05.1990"))[0][1] == "day_and_month_swapped"


def test_of_several_claimed_dates_one_is_enough() -> None:
    both = IdentityClaim(birth_dates=(*read_dates("1985"), *read_dates("1990")))

    assert told(CURP, "mx", both) == []


def test_both_centuries_of_two_digits_are_right() -> None:
    assert told(NIT, "sv", claim(born="14.02.1990")) == []
    assert told("0614-140207-104-9", "sv_nit", claim(born="14.02.2007")) == []


def test_the_other_sex_is_a_conflict_and_an_unspecified_one_none() -> None:
    assert told(CURP, "mx", claim(sex=Sex.MALE)) == [(Part.SEX, "other_sex", Grade.B)]
    assert told(CURP, "mx", claim(sex=Sex.UNSPECIFIED)) == []
    assert told("1012345678", "co", claim(sex=Sex.MALE)) == []
    assert told("20123456", "co", claim(sex=Sex.MALE)) == [(Part.SEX, "other_sex", Grade.B)]


@pytest.mark.parametrize(
    ("number", "kind", "place", "expected"),
    [
        (CURP, "mx", "Sinaloa", []),
        (CURP, "mx", "Culiacán, SINALOA, Mexico", []),
        (CURP, "mx", "Estado de Sinaloa, Mexico", []),
        (CURP, "mx", "Mexico", []),  # the country, not the State of Mexico
        (CURP, "mx", "Culiacán", []),  # a town that the table does not know
        (CURP, "mx", "Tijuana, Baja California, Mexico", ["other_region"]),
        (CURP, "mx", "Toluca, Estado de México, Mexico", ["other_region"]),
        (CURP, "mx", "Ciudad de México", ["other_region"]),
        (CURP, "mx", "Mexico City, Mexico", ["other_region"]),
        (CURP, "mx", "D.F., Mexico", []),
        (NIT, "sv", "San Salvador, El Salvador", []),
        (NIT, "sv", "San Salvador", []),
        (NIT, "sv", "Departamento de San Salvador", []),
        (NIT, "sv", "Soyapango, San Salvador, El Salvador", ["other_municipality"]),
        (NIT, "sv", "Soyapango, El Salvador", ["other_municipality"]),
        (NIT, "sv", "Santa Ana, El Salvador", ["other_region"]),
        (NIT, "sv", "Chalchuapa", ["other_region"]),
        (NIT, "sv", "El Rosario, El Salvador", ["other_region"]),
        ("1234567890920", "gt", "Coatepeque, Guatemala", []),
        ("1234567890920", "gt", "Guatemala", []),
        ("1234567890920", "gt", "Quetzaltenango, Guatemala", []),
        ("1234567890920", "gt", "Culiacán, Mexico", []),  # where foreigners are registered
        ("0801199012345", "hn", "Tegucigalpa, Honduras", []),
        ("0801199012345", "hn", "Tela, Atlántida, Honduras", ["other_region"]),
        ("8-123-456", "pa", "Colón, Panama", ["other_region"]),
        ("8-123-456", "pa", "Panama", []),
        ("171430710-3", "ec", "Quito, Pichincha, Ecuador", []),
        ("171430710-3", "ec", "Guayaquil, Guayas, Ecuador", ["other_region"]),
        ("1630615123457", "ro", "Cluj, Romania", []),
        ("1630615123457", "ro", "Iași, Romania", ["other_region"]),
    ],
)
def test_places(number: str, kind: str, place: str, expected: list[str]) -> None:
    claims = claim(place=place, country=kind if "," not in place else "")
    assert [d for p, d, _ in told(number, kind, claims) if p is Part.BIRTH_PLACE] == expected


def test_a_rule_found_in_numbers_makes_a_hint_only() -> None:
    """The province of an Ecuadorian cédula is that of issue."""
    found = told("171430710-3", "ec", claim(place="Guayas, Ecuador"))

    assert found == [(Part.BIRTH_PLACE, "other_region", Grade.C)]


def test_a_wrong_check_digit_makes_a_conflict_weaker() -> None:
    wrong = CURP[:-1] + str((int(CURP[-1]) + 1) % 10)

    assert told(wrong, "mx", claim(born="1985")) == [(Part.BIRTH_DATE, "other_date", Grade.B)]


def test_a_faulty_number_is_compared_with_nothing() -> None:
    assert told("0699-140290-101-0", "sv_nit", claim(born="1985")) == []


@pytest.mark.parametrize(
    ("number", "kind", "claims", "expected"),
    [
        # A Mexican who says that he was born in San Salvador and shows a foreigner's number.
        (FOREIGN_NIT, "sv", claim(place="San Salvador, El Salvador"), "claims_birth_in_state"),
        (FOREIGN_NIT, "sv", claim(nationality="sv"), "claims_nationality"),
        # One who was naturalised, and says so.
        (FOREIGN_NIT, "sv", claim(place="Tapachula, Mexico", nationality="sv"), ""),
        (FOREIGN_NIT, "sv", claim(nationality="mx"), ""),
        (NIT, "sv", claim(place="Tapachula, Mexico"), "claims_birth_abroad"),
        (CURP, "mx", claim(place="Houston, United States"), "claims_birth_abroad"),
        ("BOXW310820HNERXN09", "mx", claim(place="Houston, United States"), ""),
        ("BOXW310820HNERXN09", "mx", claim(place="Sonora, Mexico"), "claims_birth_in_state"),
        ("PE-12-345", "pa", claim(place="Colón, Panama"), "claims_birth_in_state"),
        ("N-12-345", "pa", claim(place="Colón, Panama"), "claims_birth_in_state"),
        ("N-12-345", "pa", claim(place="Cali, Colombia", nationality="pa"), ""),
        ("8-123-456", "pa", claim(place="Cali, Colombia"), "claims_birth_abroad"),
        ("8-123-456", "pa", claim(place="somewhere", country=None), ""),
        ("E-81234567", "ve", claim(nationality="ve"), "claims_nationality"),
        ("V-12345678", "ve", claim(place="Cali, Colombia", nationality="ve"), ""),
    ],
)
def test_origin(number: str, kind: str, claims: IdentityClaim, expected: str) -> None:
    found = [detail for part, detail, _ in told(number, kind, claims) if part is Part.ORIGIN]

    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("1990", []),
        ("1989", []),  # entered in the year after
        ("1991", [(Part.REGISTRATION, "born_after_registration", Grade.A)]),
        ("1985", [(Part.REGISTRATION, "registered_late", Grade.C)]),
        ("about 1994", []),
    ],
)
def test_the_year_of_a_honduran_number(born: str, expected: list[tuple[Part, str, Grade]]) -> None:
    assert told("0801199012345", "hn", claim(born=born)) == expected


@pytest.mark.parametrize(
    ("number", "kind", "born", "expected"),
    [
        ("V-4123456", "ve", "1954", []),
        ("V-4123456", "ve", "1990", ["born_after_number"]),
        ("V-28123456", "ve", "1964", []),  # naturalised or registered late
        ("20123456", "co", "1999", ["born_after_number"]),
        ("1012345678", "co", "1999", []),
    ],
)
def test_nobody_young_has_an_old_number(
    number: str, kind: str, born: str, expected: list[str]
) -> None:
    assert [detail for _, detail, _ in told(number, kind, claim(born=born))] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("María Fernanda Escamilla Arroyo", []),
        ("ESCAMILLA ARROYO, Maria Fernanda", []),
        ("ESCAMILLA ARROYO MARIA FERNANDA", []),
        ("Fernanda Escamilla Arroyo", []),
        ("Fernanda Escamilla", [(Part.NAME, "maternal", Grade.C)]),
        ("María Fernanda Escamilla de Gómez", [(Part.NAME, "maternal", Grade.C)]),
        ("Lucía Escamilla Arroyo", [(Part.NAME, "given", Grade.C)]),
        ("María Fernanda Robles Arroyo", [(Part.NAME, "paternal", Grade.B)]),
        ("María Fernanda Ezcamilla Arroyo", [(Part.NAME, "paternal_spelling", Grade.C)]),
        ("José Pérez Gómez", [(Part.NAME, "paternal_and_maternal_and_given", Grade.A)]),
        ("Фернанда Эскамилья", []),  # the rules know Latin letters only
        ("Fernanda", []),
    ],
)
def test_names(name: str, expected: list[tuple[Part, str, Grade]]) -> None:
    assert told(CURP, "mx", claim(name=name)) == expected


def test_an_n_may_be_an_enye_where_the_name_has_none() -> None:
    """Machine-readable zones write N for Ñ; who writes Ñ once means every N."""
    number = "MUXP900214HSLXYD05"  # Muñoz Ñ…, Pedro: X for each Ñ

    assert told(number, "mx_curp", claim(name="MUNOZ NYLO, Pedro")) == []
    assert told(number, "mx_curp", claim(name="MUÑOZ NYLO, Pedro"))[0][1] == "maternal"


def test_a_nickname_is_not_held_against_the_letters() -> None:
    nickname = Name(text="El Mencho Verde", kind=NameKind.CODE)

    assert told(CURP, "mx", IdentityClaim(names=(nickname,))) == []


def test_of_several_names_one_is_enough() -> None:
    names = (Name(text="José Pérez Gómez"), Name(text="Fernanda Escamilla Arroyo"))

    assert told(CURP, "mx", IdentityClaim(names=names)) == []


def test_one_number_can_be_held_against_another() -> None:
    """A CURP and a Salvadoran NIT of one bearer: born in two states."""
    found = told(CURP, "mx", said_by(read_number(NIT, "sv")))

    assert [(part, detail) for part, detail, _ in found] == [(Part.ORIGIN, "claims_birth_abroad")]
    assert said_by(read_number("no number", "sv")) == IdentityClaim()


def test_an_empty_claim_contradicts_nothing() -> None:
    for number, kind in ((CURP, "mx"), (NIT, "sv"), (FOREIGN_NIT, "sv"), ("0801199012345", "hn")):
        assert told(number, kind, IdentityClaim()) == []


def test_a_partial_date_without_a_day_is_compared_as_far_as_it_goes() -> None:
    month = IdentityClaim(birth_dates=(PartialDate(year=1990, month=2),))

    assert told(CURP, "mx", month) == []
