"""Hostile personal numbers. Only the right shape and the right check digit count as read."""

from datetime import date
from functools import partial

from documents.hostile.case import Answer, Case, Desk, Kind
from tamiz.documents.numbers import CheckDigit, Fault, read_number

TODAY = date(2026, 11, 25)
READ, FAILED, REFUSED, OPEN = (
    (Kind.READ,), (Kind.FAILED,), (Kind.REFUSED,), (Kind.INDETERMINATE,),
)  # fmt: skip
_OF_DIGIT = {
    CheckDigit.RIGHT: Kind.READ,
    CheckDigit.WRONG: Kind.FAILED,
    CheckDigit.NOT_CHECKABLE: Kind.INDETERMINATE,
}


def _asked(text: str, kind: str, desk: Desk) -> Answer:
    assert desk
    reading = read_number(text, kind, today=TODAY)
    if reading.says.fault is not Fault.NONE:
        return Answer(Kind.REFUSED, f"{reading.name or reading.state}: {reading.says.fault.value}")
    born = ", ".join(day.text() for day in reading.says.birth_dates)
    told = f"{reading.name}: check digit {reading.says.check_digit.value}"
    return Answer(_OF_DIGIT[reading.says.check_digit], f"{told}; born {born}" if born else told)


def _case(name: str, text: str, kind: str, kinds: tuple[Kind, ...], says: str = "") -> Case:
    return Case("number", name, kinds, partial(_asked, text, kind), says)


CURP = "BOXW310820HNERXN09"  # the example of the official instruction: nobody's
NUMBERS = (
    _case("a good CURP, to compare with", CURP, "mx", READ, "1931-08-20"),
    _case("in small letters with hyphens", "boxw-310820-hnerxn-09", "mx", READ),
    _case("in letters and digits of full width",
          CURP.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)}), "mx", READ),
    _case("in mathematical bold", "".join(chr(0x1D7CE + int(one)) if one.isdigit() else one
          for one in CURP), "mx", READ),
    _case("a CURP with a wrong digit", CURP[:-1] + "8", "mx", FAILED),
    _case("a CURP with O for 0", CURP.replace("08", "O8"), "mx_curp", REFUSED, "shape"),
    _case("a CURP of 31 February", "BOXW310231HNERXN09", "mx_curp", REFUSED, "date"),
    _case("a CURP of month 00", "BOXW310020HNERXN09", "mx_curp", REFUSED, "date"),
    _case("a CURP of a State that is none", "BOXW310820HXXRXN09", "mx_curp", REFUSED, "place_code"),
    _case("a CURP of sex Q", "BOXW310820QNERXN09", "mx_curp", REFUSED, "shape"),
    _case("a CURP with Cyrillic letters", CURP.replace("BOX", "ВОХ"), "mx_curp",
          (Kind.READ, Kind.REFUSED)),
    _case("Arabic digits", "٠١٢٣٤٥٦٧٨", "sv", REFUSED),
    _case("nothing", "", "sv", REFUSED, "shape"),
    _case("blanks", " \t\n", "sv", REFUSED, "shape"),
    _case("10,000 digits", "1" * 10_000, "sv", REFUSED, "shape"),
    _case("a million letters", "A" * 1_000_000, "mx", REFUSED, "shape"),
    _case("noughts only", "00000000-0", "sv", REFUSED, "shape"),
    _case("a DUI with a wrong digit", "01234567-0", "sv_dui", FAILED),
    _case("a number within a sentence", "my number is 01234567-8, call me", "sv_dui", REFUSED),
    _case("NUL within", "0123\x004567-8", "sv_dui", (Kind.READ, Kind.FAILED, Kind.REFUSED)),
    _case("a formula", "=1+1", "sv", REFUSED, "shape"),
    _case("a script", "<script>alert(1)</script>", "mx", REFUSED, "shape"),
    _case("emoji", "🙂" * 9, "sv", REFUSED, "shape"),
    _case("a State that is not known", "12345678", "xx", REFUSED, "unknown_state"),
    _case("a kind of number that is not known", "12345678", "../../etc/passwd", REFUSED,
          "unknown_state"),
    _case("born after today", "BOXW270820HNERXNA0", "mx_curp", REFUSED, "future_date"),
    _case("a Ukrainian number born in 2079", "6550000000", "ua", REFUSED, "future_date"),
    _case("half a surrogate pair", "BOXW\ud800", "mx", REFUSED, "shape"),
)  # fmt: skip
