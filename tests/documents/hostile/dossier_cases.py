"""Hostile documents within a dossier, through ``tamiz.check_documents``."""

from functools import partial

from documents.hostile.case import Answer, Case, Desk, Kind
from documents.hostile.dossiers_asked import APPLICANT, checked

CLEAR, CONCERN, OPEN, REFUSED = (
    (Kind.CLEAR,), (Kind.CONCERN,), (Kind.INDETERMINATE,), (Kind.REFUSED,),
)  # fmt: skip
# Salvadoran passports were valid for six years until 2021, nine since.
GOOD = {
    "type": "passport", "number": "A01234567", "country": "SV",
    "issued": "2022-01-10", "expires": "2027-01-10",
}  # fmt: skip
Document = dict[str, object]


def _asked(documents: object, more: Document, desk: Desk) -> Answer:
    return checked(desk, {**APPLICANT, **more, "documents": documents})


def _case(
    name: str, documents: object, kinds: tuple[Kind, ...], says: str = "", **more: object
) -> Case:
    return Case("dossier", name, kinds, partial(_asked, documents, dict(more)), says)


def _with(**changes: object) -> list[Document]:
    return [{**GOOD, **changes}]


_MANY = (
    _case("a good document, to compare with", [GOOD], CLEAR),
    _case("2,000 documents", [{**GOOD, "number": f"A{n:08}"} for n in range(2_000)], REFUSED,
          "is this one applicant?"),
    _case("the same document twenty times", [GOOD] * 20, CLEAR),
    _case("90 documents under as many numbers",
          [{**GOOD, "number": f"A{n:08}"} for n in range(90)], CLEAR),
    _case("90 documents, each of another bearer", [
        {**GOOD, "birth_date": f"19{n:02}-05-05"} for n in range(10, 90)], CONCERN),
    _case("no documents", [], (Kind.NOT_VERIFIABLE,), "nothing to check"),
    _case("a document that is empty", [{}], (Kind.NOT_VERIFIABLE,)),
    _case("a text for documents", "passport A01234567", REFUSED, "expected objects"),
    _case("documents within documents", _with(number={"number": {"number": "A1"}}), REFUSED),
    _case("documents 60 levels deep", [{"x": [[[[[[]]]]]]}], (
        Kind.NOT_VERIFIABLE, Kind.REFUSED)),
)  # fmt: skip
_DATES = (
    _case("expires before it was issued", _with(expires="2021-01-10"), CONCERN),
    _case("issued after the application", _with(issued="2026-05-01", expires="2031-05-01"), CONCERN),
    _case("valid for 60 years", _with(expires="2082-01-10"), CONCERN),
    _case("valid for 100 years", _with(expires="2122-01-10"), OPEN),
    _case("issued 00/00/0000", _with(issued="00/00/0000"), OPEN),
    _case("expires on 31 February", _with(expires="31/02/2027"), OPEN),
    _case("expires in the year 9999", _with(expires="9999-12-31"), OPEN),
    _case("issued in the year 1", _with(issued="0001-01-01"), (Kind.CONCERN, Kind.INDETERMINATE)),
    _case("a date of 10,000 digits", _with(expires="2" * 10_000),
          (Kind.INDETERMINATE, Kind.REFUSED)),
    _case("a date in Arabic digits", _with(expires="٢٠٢٧-٠١-١٠"),
          (Kind.CLEAR, Kind.INDETERMINATE)),
    _case("dates in words", _with(expires="when the war is over"), OPEN),
    _case("a formula for a date", _with(expires="=TODAY()+3650"), OPEN),
    _case("born after it was issued", _with(birth_date="2023-05-05"), CONCERN),
)  # fmt: skip
_TEXTS = (
    _case("the State Atlantis", _with(country="Atlantis"), (Kind.INDETERMINATE, Kind.CONCERN)),
    _case("a type of 🙂", _with(type="🙂"), CLEAR),
    _case("a number of 10,000 signs", _with(number="A" * 10_000), OPEN),
    _case("a number turned by a right-to-left override", _with(number="A0123\u202e4567"), CONCERN),
    _case("a number with Cyrillic А", _with(number="А01234567"), CLEAR),
    _case("a number with a zero-width space", _with(number="A0123\u200b4567"), CONCERN),
    _case("a script for the authority", _with(authority="<script>alert(1)</script>"), CLEAR),
    _case("a million letters for the authority", _with(authority="A" * 1_000_000),
          (Kind.CLEAR, Kind.INDETERMINATE, Kind.REFUSED)),
    _case("NUL in the number", _with(number="A0\x001234567"), (Kind.CONCERN, Kind.INDETERMINATE)),
    _case("half a surrogate pair in the number", _with(number="A0\ud800"), REFUSED, "surrogate"),
    _case("files that lead out of the folder", _with(files=["../../../etc/passwd"]), CLEAR),
    _case("sex 'yes'", _with(sex="yes"), OPEN),
    _case("null for everything", _with(number=None, issued=None, expires=None, country=None),
          (Kind.NOT_VERIFIABLE,)),
    _case("true for a number", _with(number=True), REFUSED),
)  # fmt: skip
_BEARERS = (
    _case("of another birth date than claimed", _with(birth_date="1990-05-05"), CONCERN,
          birth_date="1991-05-05"),
    _case("a zone of rubbish", _with(mrz="rubbish"), OPEN),
    _case("a zone of fillers", _with(mrz="<" * 44 + "|" + "<" * 44), OPEN),
    _case("a zone of a million signs", _with(mrz="<" * 1_000_000),
          (Kind.INDETERMINATE, Kind.REFUSED)),
    _case("a zone of another person", _with(mrz="P<SLVKOVALENKO<<IVAN".ljust(44, "<")
          + "|A012345674SLV8001014M2701107<<<<<<<<<<<<<<00"), CONCERN),
    _case("a DUI with a wrong digit: its rule is a guess, a hint alone",
          _with(personal_number="01234567-0"), CLEAR),
    _case("a CURP with a wrong digit", _with(personal_number="BOXW310820HNERXN08", country="MX"),
          CONCERN),
    _case("a CURP of 31 February", _with(personal_number="BOXW310231HNERXN09", country="MX"),
          CONCERN),
    _case("a personal number of no kind that is read", _with(personal_number="rubbish"), CLEAR),
    _case("a personal number of 10,000 digits", _with(personal_number="1" * 10_000), OPEN),
)  # fmt: skip
DOSSIERS = (*_MANY, *_DATES, *_TEXTS, *_BEARERS)
