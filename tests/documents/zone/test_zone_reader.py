"""What is read of zones, format by format."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.zone.zones import ALL, FRA, RUS, TD1, TD3, read
from tamiz.documents.zone import (
    Check,
    NoZone,
    NumberVariant,
    Oddity,
    Part,
    Span,
    Tidied,
    Zone,
    ZoneFormat,
    cyrillic_of,
    read_zone,
)


@pytest.mark.parametrize("kind", list(ALL))
def test_every_format_is_told_and_its_check_digits_hold(kind: ZoneFormat) -> None:
    zone = read(*ALL[kind])

    assert zone.format is kind
    assert zone.is_consistent
    assert zone.lines == ALL[kind]


@pytest.mark.parametrize(
    ("kind", "number", "nationality", "born", "expires"),
    [
        (ZoneFormat.TD1, "D23145890", "UTO", "740812", "120415"),
        (ZoneFormat.TD2, "D23145890", "UTO", "740812", "120415"),
        (ZoneFormat.TD3, "L898902C3", "UTO", "740812", "120415"),
        (ZoneFormat.MRVA, "L8988901C", "XXX", "400907", "961210"),
        (ZoneFormat.MRVB, "L8988901C", "XXX", "400907", "961210"),
        (ZoneFormat.FRA_ID_1988, "900175100001", "FRA", "700101", ""),
        (ZoneFormat.RUS_PN, "450812345", "RUS", "700101", "<<<<<<"),
        (ZoneFormat.LICENCE_1, "13AA00002", "", "", "181231"),
        (ZoneFormat.CHE_LICENCE, "305142128", "", "800126", ""),
        (ZoneFormat.SVK_ID_34, "AA123456", "SVK", "800101", "100101"),
    ],
)
def test_the_parts_of_every_format(
    kind: ZoneFormat, number: str, nationality: str, born: str, expires: str
) -> None:
    zone = read(*ALL[kind])

    told = [zone.value(part) for part in (Part.NUMBER, Part.NATIONALITY)]
    dates = [zone.value(part) for part in (Part.BIRTH_DATE, Part.EXPIRY_DATE)]
    assert told == [number, nationality]
    assert dates == [born, expires]


@pytest.mark.parametrize("kind", list(ALL))
def test_every_part_says_where_it_stands(kind: ZoneFormat) -> None:
    zone = read(*ALL[kind])

    for field in zone.fields():
        text = "".join(zone.lines[line][start:end] for line, start, end in field.spans)
        assert text == field.raw


def test_a_part_has_its_raw_text_its_value_and_its_check_digit() -> None:
    number = read(*TD3).number

    assert number is not None
    assert (number.raw, number.value) == ("L898902C3", "L898902C3")
    assert (number.check, number.digit, number.expected) == (Check.HOLDS, "6", "6")
    assert number.spans == (Span(line=1, start=0, end=9),)


def test_a_wrong_check_digit_is_told_beside_the_computed_one() -> None:
    zone = read(TD3[0], TD3[1].replace("7408122", "7408123"))

    assert zone.birth_date is not None
    assert (zone.birth_date.check, zone.birth_date.expected) == (Check.FAILS, "2")
    assert zone.failing == (Part.BIRTH_DATE, Part.COMPOSITE)
    assert not zone.is_consistent


def test_a_filler_may_be_the_check_digit_of_no_optional_data() -> None:
    zone = read(
        "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<",
        "C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0",
    )

    assert zone.optional is not None
    assert zone.optional.check is Check.FILLER
    assert zone.is_consistent


# Invented numbers on the two kinds of Belgian cards; the last digit as either rule computes it.
@pytest.mark.parametrize(
    ("first", "number", "variant", "holds"),
    [
        ("IDBEL600001795<0152<<<<<<<<<<<", "600001795015", NumberVariant.LONG, True),
        ("IDBEL000590240<6013<<<<<<<<<<<", "000590240601", NumberVariant.LONG_FILLER_COUNTED, True),
        ("IDBEL000590240<6016<<<<<<<<<<<", "000590240601", NumberVariant.LONG, False),
        ("IDBEL000590240<<<<<<<<<<<<<<<<", "000590240", NumberVariant.SHORT, False),
    ],
)  # fmt: skip
def test_a_long_number_goes_on_in_the_optional_data(
    first: str, number: str, variant: NumberVariant, *, holds: bool
) -> None:
    zone = read(first, *TD1[1:])

    assert (zone.value(Part.NUMBER), zone.number_variant) == (number, variant)
    assert (Part.NUMBER not in zone.failing) is holds
    assert zone.has(Oddity.FILLER_COUNTED) is (variant is NumberVariant.LONG_FILLER_COUNTED)


def test_optional_data_go_on_behind_a_long_number() -> None:
    zone = read("I<NLD123456789<010<OHDA1<<<<<<", *TD1[1:])

    assert zone.number is not None
    assert (zone.number.value, zone.value(Part.OPTIONAL)) == ("12345678901", "OHDA1")
    assert zone.number.spans == (Span(0, 5, 14), Span(0, 15, 17))


def test_the_dutch_personal_number_has_a_check_digit_of_its_own() -> None:
    zone = read("I<NLDSPECI20142999999990<<<<<8", "6503101F2403096NLD<<<<<<<<<<<8", TD1[2])

    field = zone.field(Part.PERSONAL_NUMBER)
    assert field is not None
    assert (field.value, field.check) == ("999999990", Check.HOLDS)


def test_a_dutch_personal_number_without_a_check_digit_has_none_that_fails() -> None:
    zone = read("I<NLDSPECI20142999999990<<<<<<", "6503101F2403096NLD<<<<<<<<<<<0", TD1[2])

    field = zone.field(Part.PERSONAL_NUMBER)
    assert field is not None
    assert (field.value, field.check) == ("999999990", Check.NONE)


def test_a_french_card_tells_when_and_where_it_was_issued() -> None:
    zone = read(*FRA)

    assert (zone.value(Part.ISSUE_DATE), zone.value(Part.AUTHORITY)) == ("9001", "751")
    assert (zone.primary_identifier, zone.secondary_identifier) == ("MOREL", "ANNE MARIE")


def test_a_russian_internal_passport_tells_its_series_and_its_name_in_cyrillic() -> None:
    zone = read(*RUS)

    assert zone.name is not None
    assert cyrillic_of(zone.secondary_identifier) == "ЮРИЙ ИЛЬИЧ"
    assert zone.value(Part.SERIES_END) == "1"
    assert (zone.value(Part.ISSUE_DATE), zone.value(Part.AUTHORITY)) == ("151231", "770001")
    assert not zone.has(Oddity.DIGIT_IN_NAME)


@pytest.mark.parametrize(
    ("field", "is_cut"),
    [
        ("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K", True),
        ("PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR", True),
        ("UNITED<KINGDOM<TWENTY<SIX<<JODIE<PIPPA<", False),
    ],
)
def test_a_name_that_fills_its_field_is_taken_as_cut(field: str, *, is_cut: bool) -> None:
    assert read("P<UTO" + field, TD3[1]).is_name_cut is is_cut


@pytest.mark.parametrize(
    ("lines", "tidied"),
    [
        (("\ufeff" + TD3[0], TD3[1]), set()),  # as some editors begin a file
        ((TD3[0].lower(), TD3[1].lower()), {Tidied.CASE}),
        (("".join(TD3),), {Tidied.LINES_CUT}),
        ((" ".join(TD3),), {Tidied.BLANKS, Tidied.LINES_CUT}),
        ((TD3[0].rstrip("<"), TD3[1]), {Tidied.FILLERS}),
        ((TD3[0], TD3[1].replace("<<<<<", "<<<<")), {Tidied.FILLERS}),
        ((TD3[0].replace("<", "«"), TD3[1]), {Tidied.FILLER_SIGNS}),
        ((TD3[0].replace("A", "А"), TD3[1]), {Tidied.LOOKALIKES}),
    ],
)
def test_a_zone_is_read_as_people_type_it(lines: tuple[str, ...], tidied: set[Tidied]) -> None:
    zone = read(*lines)

    assert zone.lines == TD3
    assert set(zone.tidied) == tidied


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ((), NoZone.EMPTY),
        (("", " "), NoZone.EMPTY),
        ((TD3[1],), NoZone.LENGTH),
        ((TD3[0], TD3[1][:40]), NoZone.LENGTH),
        ((TD3[0], TD3[1].replace("7408122", "7408123")[:-1]), NoZone.LENGTH),
        # Cut in its fillers it has the widths of no format, though a shorter one would fit.
        (
            ("P<SLVPEREZ<<ANA".ljust(44, "<"), "A000000000SLV8501019M3001019".ljust(40, "<")),
            NoZone.LENGTH,
        ),
        (("не маю",), NoZone.CHARACTERS),
        (("*" * 44, "*" * 40), NoZone.CHARACTERS),
    ],
)
def test_what_is_no_zone_says_why(lines: tuple[str, ...], fault: NoZone) -> None:
    assert read_zone(lines) is fault


def test_a_sign_without_value_makes_its_check_digit_unreadable_and_no_other() -> None:
    zone = read(TD3[0], TD3[1].replace("L898", "L8*8"))

    assert zone.number is not None
    assert zone.birth_date is not None
    assert zone.number.check is Check.UNREADABLE
    assert zone.birth_date.check is Check.HOLDS
    assert zone.has(Oddity.FOREIGN_SIGN, Part.NUMBER)
    assert not zone.is_consistent


_SIGNS = st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<<<<<<<<<<<<Ñ*", max_size=46)


@settings(max_examples=2_000)
@given(st.lists(st.one_of(_SIGNS, st.text(max_size=100)), max_size=4))
def test_any_text_is_a_zone_or_a_fault(lines: list[str]) -> None:
    assert isinstance(read_zone(lines), Zone | NoZone)


# Licences are told by how they begin, all others by their widths.
_BY_WIDTH = sorted({*ALL} - {ZoneFormat.LICENCE_1, ZoneFormat.CHE_LICENCE})


@given(st.sampled_from(_BY_WIDTH), st.data())
def test_a_zone_with_any_one_sign_changed_is_still_read(
    kind: ZoneFormat, data: st.DataObject
) -> None:
    lines = list(ALL[kind])
    line = data.draw(st.integers(0, len(lines) - 1))
    at = data.draw(st.integers(0, len(lines[line]) - 1))
    sign = data.draw(st.sampled_from("ABDFPVZ0123456789<Ñ*"))
    lines[line] = lines[line][:at] + sign + lines[line][at + 1 :]

    assert isinstance(read_zone(lines), Zone)


@given(st.sampled_from([ZoneFormat.TD1, ZoneFormat.TD2, ZoneFormat.TD3]), st.data())
def test_one_wrong_digit_of_a_date_is_noticed(kind: ZoneFormat, data: st.DataObject) -> None:
    lines = list(ALL[kind])
    line, start = (1, 0) if kind is ZoneFormat.TD1 else (1, 13)
    at = data.draw(st.integers(start, start + 5))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda one: one != lines[line][at]))
    lines[line] = lines[line][:at] + digit + lines[line][at + 1 :]

    assert Part.BIRTH_DATE in read(*lines).failing


@pytest.mark.parametrize(
    ("field", "primary", "secondary"),
    [
        ("ERIKSSON<<ANNA<MARIA<<<", "ERIKSSON", "ANNA MARIA"),
        ("ARKFREITH<<<", "ARKFREITH", ""),
        ("<<ANNA<MARIA<<<", "", "ANNA MARIA"),
        ("<ERIKSSON<<ANNA<<<", "ERIKSSON", "ANNA"),
        ("ERIKSSON<<<ANNA<<MARIA<<<", "ERIKSSON", "ANNA MARIA"),
        ("<<<<<<", "", ""),
    ],
)
def test_a_name_field_is_parted_at_its_first_two_fillers(
    field: str, primary: str, secondary: str
) -> None:
    zone = read("P<UTO" + field.ljust(39, "<"), TD3[1])

    assert (zone.primary_identifier, zone.secondary_identifier) == (primary, secondary)
