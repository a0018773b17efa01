"""Every scheme of the registry, and what any text does to it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tamiz.documents.numbers import (
    SCHEMES,
    CheckDigit,
    Fault,
    Part,
    Scheme,
    read_number,
    readings,
)
from tamiz.documents.numbers.registry import read_identifier
from tamiz.model import Identifier, IdentifierKind

# Invented, or specimens of issuers and of python-stdnum's documentation.
SPECIMENS = {
    "mx_curp": "BOXW310820HNERXN09",
    "mx_rfc": "GODE 561231 GR8",
    "sv_nit": "0614-050707-104-8",
    "sv_dui": "12345678-4",
    "gt_cui": "1234 56789 0101",
    "hn_dni": "0801-1990-12345",
    "ni_cedula": "001-130180-0008B",
    "pa_cedula": "8-123-456",
    "cr_cedula": "1-1234-5678",
    "cu_ni": "91021027775",
    "do_cedula": "001-1391820-5",
    "co_cedula": "12.345.678",
    "co_tarjeta": "90050112345",
    "ve_cedula": "V-12345678",
    "ve_rif": "V-11470283-4",
    "ec_cedula": "171430710-3",
    "pe_dni": "10117410-2",
    "bo_ci": "1234567 LP",
    "cl_run": "12.531.909-2",
    "ar_cuil": "20-05536168-2",
    "ar_dni": "20.123.456",
    "uy_ci": "1.234.567-2",
    "py_ruc": "1234567-9",
    "py_ci": "1.234.567",
    "br_cpf": "390.533.447-05",
    "es_dni": "54362315-K",
    "es_nie": "X-2482300W",
    "ua_rnokpp": "1759013776",
    "ua_unzr": "19900101-00018",
    "ua_edrpou": "32855961",
    "by_personal": "3010180A001PB8",
    "pl_pesel": "44051401359",
    "ro_cnp": "1630615123457",
    "bg_egn": "752316 926 3",
    "bg_lnch": "7111042925",
    "ee_ik": "36805280109",
    "lt_ak": "33309240064",
    "lv_pk": "161175-19997",
    "md_idnp": "1008600038413",
    "ge_personal": "01001234567",
    "ru_inn": "500100732259",
}


def test_every_scheme_has_a_specimen() -> None:
    """So that no scheme is added without being read here."""
    assert set(SPECIMENS) == {scheme.key for scheme in SCHEMES}


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.key)
def test_a_specimen_is_read_by_its_scheme_and_by_its_state(scheme: Scheme) -> None:
    text = SPECIMENS[scheme.key]

    reading = read_number(text, scheme.key)

    assert reading.has_right_shape, reading.says.fault
    assert reading.says.check_digit is not CheckDigit.WRONG
    assert read_number(text, scheme.state).has_right_shape


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.key)
def test_whatever_is_read_has_a_rule_with_a_source(scheme: Scheme) -> None:
    says = read_number(SPECIMENS[scheme.key], scheme.key).says
    told = {
        Part.SHAPE: True,
        Part.CHECK_DIGIT: says.check_digit is not CheckDigit.NOT_CHECKABLE,
        Part.BIRTH_DATE: bool(says.birth_dates),
        Part.SEX: says.sex is not None,
        Part.ORIGIN: says.origin is not None,
        Part.NAME: says.letters is not None,
        Part.BIRTH_PLACE: says.place is not None and says.place_is_birth,
        Part.REGISTRATION: says.year_given is not None or says.latest_birth_year is not None,
    }

    assert {part for part, is_told in told.items() if is_told} <= {r.part for r in scheme.rules}
    assert all(rule.source for rule in scheme.rules)


CHECKED = [one for one in SCHEMES if any(rule.part is Part.CHECK_DIGIT for rule in one.rules)]


@pytest.mark.parametrize("scheme", CHECKED, ids=lambda scheme: scheme.key)
def test_a_check_digit_that_is_checked_can_be_wrong(scheme: Scheme) -> None:
    """Of all last characters at most two are right: some rules give one number two."""
    key = read_number(SPECIMENS[scheme.key], scheme.key).key
    at = 8 if scheme.key == "gt_cui" else len(key) - 1
    texts = [key[:at] + char + key[at + 1 :] for char in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"]

    digits = [read_number(text, scheme.key).says.check_digit for text in texts]

    assert 1 <= digits.count(CheckDigit.RIGHT) <= 2
    assert CheckDigit.WRONG in digits


def test_keys_are_given_once() -> None:
    keys = [scheme.key for scheme in SCHEMES]

    assert len(keys) == len(set(keys))


@settings(max_examples=300)
@given(text=st.text(max_size=60), scheme=st.sampled_from(SCHEMES))
def test_no_text_raises(text: str, scheme: Scheme) -> None:
    reading = read_number(text, scheme.key, today=date(2026, 1, 1))

    assert reading.scheme == scheme.key


@settings(max_examples=300)
@given(data=st.data(), scheme=st.sampled_from(SCHEMES))
def test_no_text_of_the_right_shape_raises(data: st.DataObject, scheme: Scheme) -> None:
    """And what it says does not hang on how it is written: the key reads the same."""
    text = data.draw(st.from_regex(scheme.pattern, fullmatch=True))

    reading = read_number(text, scheme.key)

    assert read_number(reading.key, scheme.key).says == reading.says


@pytest.mark.parametrize(
    "text", ["", " ", "-", "000000000", "sin número", "١٢٣٤٥٦٧٨٩", "9" * 5_000, "１２３４５６７８"]
)
def test_what_is_no_number_has_a_fault(text: str) -> None:
    assert read_number(text, "sv_dui").says.fault is Fault.SHAPE


def test_full_width_digits_are_digits() -> None:
    assert read_number("１２３４５６７８４", "sv_dui").says.check_digit is CheckDigit.RIGHT


def test_cyrillic_letters_that_look_latin_are_read() -> None:
    assert read_number("3010180А001РВ8", "by_personal").key == "3010180A001PB8"


def test_an_unknown_state_is_said() -> None:
    assert read_number("123456", "aq").says.fault is Fault.UNKNOWN_STATE


def test_birth_dates_that_have_not_come_are_left_out() -> None:
    """The years 1930 and 2030 of a two-digit year, and a number of the future."""
    today = date(2026, 1, 1)

    older = read_number("0614-050730-104-8", "sv_nit", today=today).says.birth_dates
    future = read_number("5005011234", "ua_rnokpp", today=today)

    assert [(one.text(), one.ambiguous) for one in older] == [("1930-07-05", False)]
    assert future.says.fault is Fault.FUTURE_DATE
    assert future.says.birth_dates == ()


def test_without_a_day_both_centuries_stay() -> None:
    dates = read_number("0614-050707-104-8", "sv").says.birth_dates

    assert [(one.text(), one.ambiguous) for one in dates] == [
        ("1907-07-05", True),
        ("2007-07-05", True),
    ]


def test_of_a_state_the_scheme_that_fits_is_taken() -> None:
    assert read_number("7111042925", "bg").scheme == "bg_lnch"
    assert read_number("752316 926 3", "bg").scheme == "bg_egn"
    assert read_number("19900101-00018", "ua").scheme == "ua_unzr"


def test_a_wrong_check_digit_does_not_hide_the_scheme() -> None:
    reading = read_number("BOXW310820HNERXN08", "mx")

    assert (reading.scheme, reading.says.check_digit) == ("mx_curp", CheckDigit.WRONG)
    assert reading.says.birth_dates


def test_a_passport_number_is_no_personal_number() -> None:
    passport = Identifier(kind=IdentifierKind.PASSPORT, number="12345678-4", country="sv")
    card = Identifier(kind=IdentifierKind.NATIONAL, number="12345678-4", country="sv")
    unread = Identifier(kind=IdentifierKind.NATIONAL, number="12345678-4", country="aq")

    assert read_identifier(passport) is None
    assert read_identifier(unread) is None
    read = read_identifier(card)
    assert read is not None
    assert read.scheme == "sv_dui"


def test_a_number_that_only_one_state_gives_needs_no_country() -> None:
    """Lists write the name of a number without its country."""
    curp = Identifier(kind=IdentifierKind.NATIONAL, number="BOXW310820HNERXN09", scheme="curp")
    short = Identifier(kind=IdentifierKind.NATIONAL, number="BOXW31082HNERXN09", scheme="curp")

    read, unread = read_identifier(curp), read_identifier(short)

    assert read is not None
    assert unread is not None
    assert (read.scheme, read.has_right_shape) == ("mx_curp", True)
    assert (unread.scheme, unread.says.fault) == ("mx_curp", Fault.SHAPE)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.key)
def test_a_number_is_read_as_every_kind_whose_shape_it_has(scheme: Scheme) -> None:
    text = SPECIMENS[scheme.key]

    assert read_number(text, scheme.key) in readings(text)
