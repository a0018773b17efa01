"""The same numbers read by ``idnumbers`` (MIT), an independent library: an oracle, no more.

Numbers are drawn at random in the shape of each kind; half get the check digit that Tamiz asks
for, so that both verdicts occur. What the two judge differently is counted by reason.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from importlib import import_module
from typing import NamedTuple, Protocol

from tamiz.documents.numbers import CheckDigit, NumberReading, read_number
from tamiz.documents.numbers.places import place_table

PER_KIND = 6_000
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FIRST = date(1930, 1, 1)
_DAYS = 30_000  # to 2012


class Kind(NamedTuple):
    """A scheme, its counterpart in idnumbers, how to draw a body and which endings it has."""

    scheme: str
    oracle: str
    body: Callable[[random.Random], str]
    endings: tuple[str, ...]


class Oracle(Protocol):
    """A kind of number in idnumbers; some only judge the form and have no ``parse``."""

    def validate(self, id_number: str) -> bool:
        """Whether the number is right."""

    def parse(self, id_number: str) -> dict[str, object] | None:
        """What stands in it."""


class CrossRun(NamedTuple):
    """How many numbers both judge alike, and why the others are judged differently."""

    scheme: str
    numbers: int
    alike: int
    explained: Counter[str]
    unexplained: Counter[str]


def cross_run(seed: int = 4, per_kind: int = PER_KIND) -> Iterator[CrossRun]:
    """Every kind in turn; raises ImportError without idnumbers."""
    for kind in KINDS:
        state, name = kind.oracle.split(".")
        oracle = getattr(import_module(f"idnumbers.nationalid.{state}"), name)
        draw = random.Random(f"{seed}{kind.scheme}")
        told = Counter(
            (known, text)
            for number in (_number(kind, draw) for _ in range(per_kind))
            for known, text in _reason(read_number(number, kind.scheme), number, oracle)
        )
        yield CrossRun(
            kind.scheme,
            per_kind,
            per_kind - told.total(),
            Counter({text: count for (known, text), count in told.items() if known}),
            Counter({text: count for (known, text), count in told.items() if not known}),
        )


def _number(kind: Kind, draw: random.Random) -> str:
    """A number that is right half the time, as far as its check digit goes."""
    body = kind.body(draw)
    if draw.random() < 0.5:
        for ending in kind.endings:
            if read_number(body + ending, kind.scheme).says.check_digit is CheckDigit.RIGHT:
                return body + ending
    return body + draw.choice(kind.endings)


def is_accepted(reading: NumberReading) -> bool:
    """Whether Tamiz finds nothing wrong with the number itself."""
    return reading.has_right_shape and reading.says.check_digit is not CheckDigit.WRONG


def _reason(reading: NumberReading, text: str, oracle: Oracle) -> Iterator[tuple[bool, str]]:
    """Why the two differ, and whether it is understood; nothing where they agree.

    They agree if the verdict is the same and so is every date and sex that both tell.
    """
    theirs = bool(oracle.validate(text))
    if theirs is not is_accepted(reading):
        fault = reading.says.fault or f"check digit {reading.says.check_digit}"
        plain = f"idnumbers says {theirs}, Tamiz {fault}"
        known = next((why for scheme, is_so, why in KNOWN if _is_so(scheme, is_so, reading)), "")
        yield bool(known), known or plain
    elif theirs and hasattr(oracle, "parse"):
        content = _other_content(reading, oracle.parse(text) or {})
        yield from ((False, one) for one in content)


def _is_so(scheme: str, is_so: Callable[[str], bool], reading: NumberReading) -> bool:
    return reading.scheme == scheme and is_so(reading.key)


def _other_content(reading: NumberReading, told: dict[str, object]) -> Iterator[str]:
    """The dates or the sex that both read and that are not the same."""
    born, sex = told.get("yyyymmdd"), getattr(told.get("gender"), "value", None)
    dates = {one.text() for one in reading.says.birth_dates}
    if isinstance(born, date) and dates and born.isoformat() not in dates:
        yield "another birth date"
    if reading.says.sex and sex and reading.says.sex.value != sex:
        yield "another sex"


def _day(draw: random.Random) -> date:
    return _FIRST + timedelta(days=draw.randrange(_DAYS))


def _digits(draw: random.Random, count: int) -> str:
    return "".join(draw.choices("0123456789", k=count))


def _place(draw: random.Random, table: str) -> str:
    return draw.choice([*place_table(table)])


def _curp(draw: random.Random) -> str:
    born = _day(draw)
    letters = "".join(draw.choices(_LETTERS, k=7))
    mark = draw.choice("0123456789") if born.year < 2000 else draw.choice("ABCDEFGHIJ")
    place = _place(draw, "mx_states")
    return f"{letters[:4]}{born:%y%m%d}{draw.choice('HM')}{place}{letters[4:]}{mark}"


def _pesel(draw: random.Random) -> str:
    born = _day(draw)
    month = born.month + (20 if born.year >= 2000 else 0)
    return f"{born:%y}{month:02d}{born:%d}{_digits(draw, 4)}"


def _egn(draw: random.Random) -> str:
    born = _day(draw)
    month = born.month + (40 if born.year >= 2000 else 0)
    return f"{born:%y}{month:02d}{born:%d}{_digits(draw, 3)}"


def _sexed(draw: random.Random, middle: str, tail: int) -> str:
    """A code that begins with century and sex, as in Estonia, Lithuania and Romania."""
    born = _day(draw)
    first = draw.choice("56" if born.year >= 2000 else middle)
    return f"{first}{born:%y%m%d}{_digits(draw, tail)}"


def _cnp(draw: random.Random) -> str:
    return _sexed(draw, "12", 0) + _place(draw, "ro_counties") + _digits(draw, 3)


def _latvian(draw: random.Random) -> str:
    born = _day(draw)
    return f"{born:%d%m%y}{born.year // 100 - 18}{_digits(draw, 3)}"


def _rnokpp(draw: random.Random) -> str:
    return f"{(_day(draw) - date(1899, 12, 31)).days:05d}{_digits(draw, 4)}"


def _cui(draw: random.Random) -> str:
    return _digits(draw, 8)


def _ecuador(draw: random.Random) -> str:
    return f"{draw.randrange(1, 25):02d}{draw.randrange(6)}{_digits(draw, 6)}"


_TEN = tuple("0123456789")
_GT_TAILS = tuple(f"{digit}{place}" for digit in _TEN for place in ("0101", "0920", "1331", "2217"))

KINDS = (
    Kind("mx_curp", "MEX.CURP", _curp, _TEN),
    Kind("pl_pesel", "POL.PESEL", _pesel, _TEN),
    Kind("bg_egn", "BGR.UniformCivilNumber", _egn, _TEN),
    Kind("ee_ik", "EST.PersonalID", lambda draw: _sexed(draw, "34", 3), _TEN),
    Kind("lt_ak", "LTU.PersonalCode", lambda draw: _sexed(draw, "34", 3), _TEN),
    Kind("lv_pk", "LVA.OldPersonalCode", _latvian, _TEN),
    Kind("ro_cnp", "ROU.PersonalNumericalCode", _cnp, _TEN),
    Kind("ua_rnokpp", "UKR.TaxpayerIDNumber", _rnokpp, _TEN),
    Kind("ua_edrpou", "UKR.EntityIDNumber", lambda draw: _digits(draw, 7), _TEN),
    Kind("gt_cui", "GTM.DPI", _cui, _GT_TAILS),
    Kind("ec_cedula", "ECU.NationalID", _ecuador, _TEN),
    Kind("do_cedula", "DOM.NationalID", lambda draw: _digits(draw, 10), _TEN),
    Kind("cr_cedula", "CRI.NationalID", lambda draw: _digits(draw, 8), _TEN),
    Kind("br_cpf", "BRA.CPFNumber", lambda draw: _digits(draw, 10), _TEN),
    Kind("es_dni", "ESP.DNI", lambda draw: _digits(draw, 8), tuple("TRWAGMYFPDXBNJZSQVHLCKE")),
    Kind("ve_rif", "VEN.FiscalInformationNumber", lambda draw: "V" + _digits(draw, 8), _TEN),
)

# Differences that were looked into: scheme, which numbers, why.
KNOWN: tuple[tuple[str, Callable[[str], bool], str], ...] = (
    (
        "ro_cnp",
        lambda key: key[7:9] in {"70", "80", "81", "82", "83"},
        "idnumbers has no county codes 70 and 80-83, python-stdnum has them; 70 is given since 2024",
    ),
    (
        "ua_edrpou",
        lambda key: key[0] == "6",
        "python-stdnum changes the weights back at 6, idnumbers after it; no known code begins with 6",
    ),
    (
        "gt_cui",
        lambda _: True,
        "idnumbers looks at the form only; the check digit fits all CUI of the OFAC list",
    ),
)
