"""What single numbers say. All are invented or specimens of python-stdnum's documentation."""

import pytest
from stdnum.bg import egn
from stdnum.do.cedula import whitelist
from stdnum.mx import curp
from stdnum.pl import pesel
from stdnum.ro import cnp
from stdnum.ua import rntrc

from tamiz.documents.numbers import CheckDigit, Fault, Origin, read_number
from tamiz.model import Sex


@pytest.mark.parametrize(
    ("scheme", "text", "dates", "sex"),
    [
        ("mx_curp", "BOXW310820HNERXN09", ["1931-08-20"], Sex.MALE),
        ("ua_rnokpp", "1759013776", ["1948-02-28"], Sex.MALE),
        ("ua_unzr", "19900101-00018", ["1990-01-01"], None),
        ("by_personal", "3010180A001PB8", ["1980-01-01"], Sex.MALE),
        ("cu_ni", "91021027775", ["1991-02-10"], Sex.FEMALE),
        ("pl_pesel", "44051401359", ["1944-05-14"], Sex.MALE),
        ("pl_pesel", "02270812350", ["2002-07-08"], Sex.MALE),
        ("ro_cnp", "1630615123457", ["1963-06-15"], Sex.MALE),
        ("bg_egn", "7523169263", ["1875-03-16"], Sex.MALE),
        ("bg_egn", "7542011030", ["2075-02-01"], Sex.FEMALE),
        ("ee_ik", "36805280109", ["1968-05-28"], Sex.MALE),
        ("lt_ak", "33309240064", ["1933-09-24"], Sex.MALE),
        ("lv_pk", "16117519997", ["1975-11-16"], None),
        ("co_tarjeta", "90050112345", ["1990-05-01"], None),
        ("co_cedula", "20000001", [], Sex.FEMALE),
        ("co_cedula", "19999999", [], Sex.MALE),
        ("co_cedula", "70000001", [], Sex.MALE),
        ("co_cedula", "1012345678", [], None),
        ("ar_cuil", "20055361682", [], Sex.MALE),
        ("ar_cuil", "23055361682", [], None),
    ],
)
def test_dates_and_sex(scheme: str, text: str, dates: list[str], sex: Sex | None) -> None:
    says = read_number(text, scheme).says
    told = [one.text() for one in says.birth_dates if not one.ambiguous or one.year < 2000]

    assert (told, says.sex) == (dates, sex)


@pytest.mark.parametrize(
    ("scheme", "text", "place", "region", "origin"),
    [
        ("mx_curp", "BOXW310820HNERXN09", "", "abroad", Origin.BORN_ABROAD),
        ("mx_curp", "EAAF900214MSLSRR03", "Sinaloa", "Sinaloa", Origin.BORN_IN_STATE),
        ("sv_nit", "12170101801015", "San Miguel", "San Miguel", Origin.BORN_IN_STATE),
        ("gt_cui", "1234567890920", "Coatepeque", "Quetzaltenango", None),
        ("hn_dni", "0801199012345", "Distrito Central", "Francisco Morazán", None),
        ("ni_cedula", "0011301800008B", "Managua", "Managua", None),
        ("ni_cedula", "8881301800008A", "", "abroad", Origin.BORN_ABROAD),
        ("pa_cedula", "13-12-1234", "Panamá Oeste", "Panamá Oeste", Origin.BORN_IN_STATE),
        ("pa_cedula", "08-123-456", "Panamá", "Panamá", Origin.BORN_IN_STATE),
        ("pa_cedula", "1AV-12-345", "Bocas del Toro", "Bocas del Toro", Origin.BORN_IN_STATE),
        ("cr_cedula", "01-1234-5678", "San José", "San José", Origin.BORN_IN_STATE),
        ("ec_cedula", "171430710-3", "Pichincha", "Pichincha", None),
        ("br_cpf", "39053344705", "Espírito Santo, Rio de Janeiro", "7ª região fiscal", None),
        ("by_personal", "3010180A001PB8", "Minsk", "Minsk", None),
        ("ro_cnp", "1630615123457", "Cluj", "Cluj", None),
        ("bo_ci", "1234567 SC", "Santa Cruz", "Santa Cruz", None),
    ],
)
def test_places(scheme: str, text: str, place: str, region: str, origin: Origin | None) -> None:
    says = read_number(text, scheme).says

    assert says.place is not None
    assert (says.place.name, says.place.region, says.origin) == (place, region, origin)


@pytest.mark.parametrize(
    ("scheme", "text", "origin"),
    [
        ("sv_nit", "9450-010180-101-5", Origin.FOREIGNER),
        ("pa_cedula", "PE-12-345", Origin.BORN_ABROAD),
        ("pa_cedula", "E-8-12345", Origin.FOREIGNER),
        ("pa_cedula", "N-12-345", Origin.NATURALISED),
        ("cr_cedula", "8-0123-4567", Origin.NATURALISED),
        ("cr_cedula", "9-0123-4567", None),
        ("ve_cedula", "E-81234567", Origin.FOREIGNER),
        ("ve_cedula", "V-12345678", None),
        ("es_nie", "X-2482300W", Origin.FOREIGNER),
        ("ro_cnp", "7900101123458", Origin.FOREIGNER),
    ],
)
def test_origin_without_a_place(scheme: str, text: str, origin: Origin | None) -> None:
    assert read_number(text, scheme).says.origin is origin


@pytest.mark.parametrize(
    ("scheme", "text", "fault"),
    [
        ("mx_curp", "BOXW310832HNERXN09", Fault.DATE),
        ("mx_curp", "BOXW310820HXXRXN09", Fault.PLACE_CODE),
        ("mx_curp", "CACA310820HNERXN09", Fault.NEVER_ISSUED),
        ("mx_curp", "BOXW310820ZNERXN09", Fault.SHAPE),
        ("mx_rfc", "CACA310820", Fault.NEVER_ISSUED),
        ("mx_rfc", "BOXW311320", Fault.DATE),
        ("sv_nit", "0699-050707-104-8", Fault.PLACE_CODE),
        ("sv_nit", "0614-320707-104-8", Fault.DATE),
        ("sv_nit", "2614-050707-104-8", Fault.SHAPE),
        ("gt_cui", "1234567892301", Fault.PLACE_CODE),
        ("gt_cui", "1234567890118", Fault.PLACE_CODE),
        ("hn_dni", "1901-1990-12345", Fault.PLACE_CODE),
        ("hn_dni", "0801-1890-12345", Fault.SHAPE),
        ("ni_cedula", "001-320180-0008W", Fault.DATE),
        ("ni_cedula", "001-130180-0008I", Fault.SHAPE),
        ("pa_cedula", "14-123-456", Fault.SHAPE),
        ("pa_cedula", "8123456", Fault.SHAPE),
        ("ec_cedula", "2514307103", Fault.PLACE_CODE),
        ("ro_cnp", "1630615993457", Fault.PLACE_CODE),
        ("ua_rnokpp", "0000012345", Fault.DATE),
        ("pl_pesel", "44059901359", Fault.DATE),
    ],
)
def test_faults(scheme: str, text: str, fault: Fault) -> None:
    assert read_number(text, scheme).says.fault is fault


def test_an_unknown_municipality_of_an_incomplete_table_is_no_fault() -> None:
    says = read_number("777-130180-0008A", "ni_cedula").says

    assert (says.fault, says.place) == (Fault.NONE, None)


def test_an_o_for_the_zero_of_the_century_keeps_both() -> None:
    """O and 0 weigh the same in the check digit of a CURP: it cannot tell them apart."""
    zero = read_number("BOXW310820HNERXN09", "mx_curp").says
    letter = read_number("BOXW310820HNERXNO9", "mx_curp").says

    assert letter.check_digit is zero.check_digit is CheckDigit.RIGHT
    assert [one.year for one in letter.birth_dates] == [1931, 2031]


def test_the_17th_character_of_a_curp_tells_the_century() -> None:
    assert read_number("BOXW050820HNERXNA9", "mx_curp").says.birth_dates[0].year == 2005
    assert read_number("BOXW050820HNERXN19", "mx_curp").says.birth_dates[0].year == 1905


def test_a_foreigners_nit_codes_no_municipality() -> None:
    assert read_number("9614-010180-101-5", "sv_nit").says.place is None


def test_a_latvian_code_of_the_new_form_says_nothing() -> None:
    says = read_number("328673-00679", "lv_pk").says

    assert says.birth_dates == ()
    assert says.check_digit is not CheckDigit.WRONG


def test_a_listed_old_dominican_number_is_not_checked() -> None:
    """Genuine numbers that do not fit the digit are in python-stdnum's list."""
    assert read_number(min(whitelist), "do_cedula").says.check_digit is CheckDigit.NOT_CHECKABLE


@pytest.mark.parametrize("serial", [f"{number:03d}" for number in range(0, 1000, 37)])
def test_own_check_digits_are_those_of_python_stdnum(serial: str) -> None:
    """The sums that are done here for speed, against the library's."""
    bodies = {
        "mx_curp": f"EAAF900214MSLSRR{serial[0]}",
        "ua_rnokpp": f"175901{serial}",
        "ro_cnp": f"163061512{serial}",
        "pl_pesel": f"4405140{serial}",
        "bg_egn": f"752316{serial}",
    }
    expected = {
        "mx_curp": curp.calc_check_digit(bodies["mx_curp"]),
        "ua_rnokpp": rntrc.calc_check_digit(bodies["ua_rnokpp"]),
        "ro_cnp": cnp.calc_check_digit(bodies["ro_cnp"]),
        "pl_pesel": pesel.calc_check_digit(bodies["pl_pesel"]),
        "bg_egn": egn.calc_check_digit(bodies["bg_egn"]),
    }

    for scheme, body in bodies.items():
        reading = read_number(body + expected[scheme], scheme)
        assert reading.says.check_digit is CheckDigit.RIGHT, scheme
