"""An invented run to render: every kind of finding, many scripts, and people who mean harm.

Nobody in here exists. ``sample_run`` and ``sample_assessments`` give the same values each time.
"""

from collections.abc import Iterator

from tamiz.model import Assessment, Edition, Evidence, Finding, Listed, OtherListing, Outcome, Queue
from tamiz.output.run import ListUsed, RunSummary

SCRIPT = "</span></script><script>alert(1)</script><img src=x onerror=alert(2)>"
OVERRIDE = "Ivan \u202egnitset\u202c Petrenko"
LONG_NAME = "Maximiliano" * 910  # 10 010 letters without a space
FORMULA = '=HYPERLINK("http://example.invalid";"x")'
TEMPLATE = "{{ 7 * 7 }} {% raw %} {applicant} %s"

# Applicant's name, listed name, birth dates on both sides, bits of the name, of the date.
_MATCHES = (
    ("Serhii Olehovych Vymyslenko", "Сергей ВЫМЫСЛЕНКО", "1988-04-12", "1988-04-12", 21.4, 13.5),
    ("Сергій Олегович Вимисленко", "VYMYSLENKO, Serhiy", "1988-04-12", "1988-04-12", 20.2, 13.5),
    ("سلمان بن عبد الرحمن الوهمي", "AL WAHMI, Salman bin Abdul", "1979-02", "1979", 19.0, 5.2),
    ("Juan de Dios Inventado", "INVENTADO QUIMERA, Juan", "1990-11-30", "1990-11-03", 22.6, 3.5),
    ("María Ficticia Imaginaria", "IMAGINARIA, Maria F.", "1985-07-01", "1985-01-07", 18.1, 8.0),
    ("Kim Cheol-su Gaong", "KIM, Chol Su", "1971", "1971", 15.5, 5.2),
    ("Ґанна Їжакевич-Примарна", "PRYMARNA, Hanna", "1993-03-03", "1992-03-03", 17.7, 6.5),
    ("Ashot Hnaryan", "HNARIAN, Ashod", "1966-09-09", "1966-09-09", 16.2, 13.5),
    ("גלעד בן־דמיון", "BEN DIMYON, Gilad", "1982-12-24", "1982-12-24", 17.4, 13.5),
    ("Nguyễn Văn Tưởng Tượng", "NGUYEN VAN TUONG TUONG", "1995-05-05", "", 12.3, 0.0),
    ("Zeynep Uydurmaoğlu", "UYDURMAOGLU, Zeynep", "1989-10-10", "1989-10-10", 20.8, 13.5),
    ("Jean-Baptiste de l'Invention", "L INVENTION, Jean Baptiste", "1977-06-15", "1977", 19.9, 5.2),
)  # fmt: skip
_HOSTILE = (SCRIPT, OVERRIDE, LONG_NAME, FORMULA, TEMPLATE, "A\x00\x1b[31mB\u200bC", "")
_PRIOR = -24.6


def sample_run() -> RunSummary:
    """The head of the invented run: one list too old, rejects, warnings."""
    return RunSummary(
        title="Invented programme, autumn 2026",
        cohort="applicants <autumn>.xlsx",
        cohort_sha256="3f" * 32,
        software="tamiz 0.1.0",
        policy="policy.toml",
        policy_version="2026.1",
        policy_sha256="a7" * 32,
        counts={Queue.ESCALATE: 14, Queue.REVIEW: 18, Queue.CLEAR: 1968},
        lists=(
            ListUsed(edition=_edition("us-ofac-sdn", "Office of Foreign Assets Control")),
            ListUsed(edition=_edition("un-sc", "United Nations Security Council")),
            ListUsed(edition=_edition("own:unit", "Vetting unit", date=""), stale=True),
        ),
        rejects=3,
        warnings=(
            "Column 'shoe size' is not understood; kept as it is. <b>",
            "Two rows are alike.",
        ),
        screened_on="2026-11-24",
        invented=True,
    )


def sample_assessments(times: int = 1) -> Iterator[Assessment]:
    """Thirty-four applicants, so often as asked with other ids; the clear ones come between."""
    for turn in range(times):
        yield from _matched(turn)
        yield from _hostile(turn)
        yield from _others(turn)


def clear_assessments(count: int) -> Iterator[Assessment]:
    """Applicants with nothing to look at."""
    for at in range(count):
        yield Assessment(
            id=f"C-{at:07d}",
            name=f"Clara Clear {at}",
            row=at + 2,
            queue=Queue.CLEAR,
            rule="no_concern",
            findings=(not_listed(),),
        )


def _matched(turn: int) -> Iterator[Assessment]:
    for at, (name, listed, born, other_born, name_bits, date_bits) in enumerate(_MATCHES):
        concern = watchlist_finding(
            name, listed, dates=(born, other_born), bits=(name_bits, date_bits), number=at
        )
        assert concern.probability is not None
        yield Assessment(
            id=f"A-{turn}{at:03d}",
            name=name,
            row=at + 2,
            queue=Queue.ESCALATE if concern.probability > 0.5 else Queue.REVIEW,
            rule="watchlist_likely" if concern.probability > 0.5 else "watchlist_possible",
            findings=(concern, not_listed("dates")) if at % 2 else (not_listed("dates"), concern),
        )


def _hostile(turn: int) -> Iterator[Assessment]:
    for at, text in enumerate(_HOSTILE):
        yield Assessment(
            id=f"H-{turn}{at:03d}{text[:40]}",
            name=text,
            row=40 + at,
            queue=Queue.REVIEW,
            rule=text or "rule",
            findings=(_hostile_finding(text),),
        )


def _others(turn: int) -> Iterator[Assessment]:
    for at in range(6):
        yield Assessment(
            id=f"S-{turn}{at:03d}",
            name=f"Pilar Prueba {at}",
            row=60 + at,
            queue=Queue.REVIEW,
            rule="shared_phone",
            findings=(shared_phone(f"S-{turn}{(at + 1) % 6:03d}"), not_listed()),
        )
    for at in range(5):
        yield Assessment(
            id=f"I-{turn}{at:03d}",
            name=f"Indira Incompleta {at}",
            row=70 + at,
            queue=Queue.CLEAR,
            rule="no_concern",
            findings=(unchecked(), not_listed()),
        )
    yield from (
        Assessment(
            id=f"Q-{turn}{at:03d}",
            name=f"Clara Clear {at}",
            row=80 + at,
            queue=Queue.CLEAR,
            rule="no_concern",
            findings=(not_listed(),),
        )
        for at in range(4)
    )


def watchlist_finding(
    name: str,
    listed: str,
    *,
    dates: tuple[str, str],
    bits: tuple[float, float],
    number: int = 0,
) -> Finding:
    """A likely match with a listed person, its evidence as the matcher words it."""
    words, others = name.split(), listed.replace(",", "").split()
    shared = [bits[0] * part for part in (0.6, 0.4)]
    evidence = (
        _prior(),
        Evidence(
            feature="name", code="name.kind.alias", applicant=name, other=listed, field="name"
        ),
        *(_word(a, b, worth) for a, b, worth in zip(words, others, shared, strict=False)),
        Evidence(feature="name", code="name.extra_applicant", bits=-1.2, applicant=words[-1]),
        _birth_date(dates, bits[1]),
        Evidence(
            feature="birth_place",
            code="birth_place.same_town",
            bits=4.5,
            applicant="Ciudad Invento",
            other="Ciudad Invento; Quimera",
            field="birth_place",
        ),
        Evidence(
            feature="nationality",
            code="nationality.different",
            bits=-1.0,
            applicant="Ruritania",
            other="Graustark",
            field="nationality",
        ),
    )
    total = sum(statement.bits or 0.0 for statement in evidence)
    return Finding(
        check="watchlist",
        version="1",
        question="Is this applicant the listed person?",
        outcome=Outcome.CONCERN,
        probability=1 / (1 + 2**-total),
        bits=total,
        evidence=evidence,
        basis="NATO AJP-2.1; the list's own designation",
        listed=_listed(listed, number),
    )


def not_listed(check: str = "watchlist") -> Finding:
    """A plain answer of no."""
    return Finding(
        check=check,
        version="1",
        question=f"Is there anything to the check {check}?",
        outcome=Outcome.CLEAR,
        probability=0.0001,
        evidence=(Evidence(feature="list", code="name.none"),),
        basis="the lists named in run.json",
    )


def shared_phone(other: str) -> Finding:
    """A tie between two applicants, without a probability."""
    return Finding(
        check="shared",
        version="2",
        question="Does this applicant share something with another one?",
        outcome=Outcome.CONCERN,
        evidence=(
            Evidence(
                feature="contact",
                code="contact.phone",
                applicant="+380 00 000 00 00",
                other="0380000000000",
                field="phone",
                other_field="phone",
            ),
        ),
        basis="house rule 4",
        other=other,
    )


def unchecked() -> Finding:
    """A check that could not give an answer."""
    return Finding(
        check="watchlist",
        version="1",
        question="Is this applicant the listed person?",
        outcome=Outcome.INDETERMINATE,
        evidence=(
            Evidence(feature="birth_date", code="birth_date.missing_applicant", field="birth_date"),
        ),
        basis="the lists named in run.json",
    )


def _hostile_finding(text: str) -> Finding:
    """The same text in every place that a stranger can fill."""
    return Finding(
        check="watchlist",
        version="1",
        question="Is this applicant the listed person?",
        outcome=Outcome.CONCERN,
        probability=0.31,
        bits=-1.15,
        evidence=(
            _prior(),
            Evidence(feature="name", code="name.kind.weak", applicant=text, other=text, field=text),
            Evidence(feature="name", code="name.conflict", bits=23.45, applicant=text, other=text),
        ),
        basis=text or "basis",
        listed=Listed(
            source="own:unit",
            id=text,
            name=text,
            programmes=(text,),
            linked_to=(text, text),
            publisher=text,
            content_date=text,
            url="javascript:alert(3)",
            line=text * 3,
            also=(
                OtherListing(
                    source="own:unit",
                    id=text,
                    name=text,
                    programmes=(text,),
                    linked_to=(text,),
                    publisher=text,
                    content_date=text,
                    url="javascript:alert(3)",
                    line=text,
                    by_reference_alone=True,
                ),
            ),
        ),
    )


def _listed(name: str, number: int) -> Listed:
    return Listed(
        source="us-ofac-sdn" if number % 3 else "un-sc",
        id=f"9{number:04d}",
        name=name,
        type="person",
        programmes=("SDNTK", "ILLICIT-DRUGS-EO14059"),
        linked_to=("CARTEL DE LA QUIMERA (FTO, SDGT)",) if number % 2 else (),
        publisher="Office of Foreign Assets Control",
        content_date="2026-08-14",
        sha256="c4" * 32,
        url=f"https://example.invalid/list?id=9{number:04d}",
        also=_other_lists(name, number) if number % 2 else (),
        line=f"{name}; DOB 12 Apr 1988; POB Ciudad Invento; alt. POB Quimera; "
        "nationality Graustark; Gender Male; Passport X0000000 (Graustark) (individual) [SDNTK] "
        "(Linked To: CARTEL DE LA QUIMERA).",
    )


def _other_lists(name: str, number: int) -> tuple[OtherListing, ...]:
    """The same person on four lists more, one of which has only another name."""
    dates = {"gb-fcdo": "2026-08-10", "au-dfat": "2026-08-02", "ca-sema": "2026-07-30"}
    found = [
        OtherListing(
            source=source,
            id=f"{source[:2].upper()}{number:04d}",
            name=name.upper(),
            programmes=("QUIMERA",) if source != "ca-sema" else (),
            publisher=f"Authority of {source}",
            content_date=date,
            url=f"https://example.invalid/{source}",
            line=f"{name} is associated with the Cartel de la Quimera.",
        )
        for source, date in dates.items()
    ]
    alias = OtherListing(
        source="gb-ofsi",
        id=f"1{number:04d}",
        name="EL CHUECO",
        linked_to=("CARTEL DE LA QUIMERA",),
        publisher="HM Treasury",
        by_reference_alone=True,
    )
    return (*found, alias)


def _edition(source: str, publisher: str, date: str = "2026-08-14") -> Edition:
    return Edition(
        source=source,
        publisher=publisher,
        licence="public domain",
        url="https://example.invalid/",
        content_date=date,
        retrieved_at="2026-08-15T06:00:00Z",
        sha256="c4" * 32,
        parties=17_432,
        persons=7_345,
        names=41_012,
    )


def _prior() -> Evidence:
    return Evidence(
        feature="prior",
        code="prior.person",
        bits=_PRIOR,
        params={"parties": "25 300", "one_in": "500"},
    )


def _word(applicant: str, other: str, bits: float) -> Evidence:
    code = "name.word.exact" if applicant.casefold() == other.casefold() else "name.word.sound"
    params = {"times": f"{2**bits:.0f}"}
    return Evidence(
        feature="name", code=code, bits=bits, applicant=applicant, other=other, params=params
    )


def _birth_date(dates: tuple[str, str], bits: float) -> Evidence:
    applicant, other = dates
    code = "birth_date.same_day" if applicant == other else "birth_date.swapped"
    return Evidence(
        feature="birth_date",
        code=code if other else "birth_date.missing_listed",
        bits=bits if other else None,
        applicant=applicant,
        other=other,
        field="birth_date",
    )
