"""Two identities field by field, and blind."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from tamiz.casework import Fields, Role, Sides
from tamiz.model import Evidence, Finding, Listed, Outcome
from tamiz.web import store
from tamiz.web.facing import Likeness, facing
from tamiz.web.models import Case, CaseSides, Officer, Programme
from tamiz.web.sides import packed
from web_world import Enter, Hire

PAIR = Finding(
    check="second_identity", version="1", question="?", outcome=Outcome.CONCERN, basis="b", other="B2",
    evidence=(
        Evidence(feature="name", code="name.kind.alias", applicant="Juan Perez", other="Хуан Перес"),
        Evidence(feature="name", code="name.same", bits=9.0, applicant="Juan", other="Хуан"),
        Evidence(feature="birth_date", code="birth_date.swapped", bits=4.0,
                 applicant="1988-04-12", other="1988-12-04"),
        Evidence(feature="nationality", code="nationality.different", bits=-1.0,
                 applicant="CO", other="VE"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "field", "row"),
    [
        ({}, {}, "names", ("Juan Perez", "Хуан Перес", Likeness.ALIKE)),
        ({}, {}, "birth_dates", ("1988-04-12", "1988-12-04", Likeness.ALIKE)),
        ({}, {}, "nationalities", ("CO", "VE", Likeness.DIFFERENT)),
        ({"documents": ("AV 99",)}, {"documents": ("av-99",)}, "documents",
         ("AV 99", "av-99", Likeness.SAME)),
        ({"contacts": ("+57 300 1",)}, {"contacts": ("0057-3001",)}, "contacts",
         ("+57 300 1", "0057-3001", Likeness.SAME)),
        ({"sex": ("male",)}, {}, "sex", ("male", "", Likeness.ONE_SIDED)),
        ({"birth_places": ("Cúcuta",)}, {"birth_places": ("Cali",)}, "birth_places",
         ("Cúcuta", "Cali", Likeness.DIFFERENT)),
        ({"names": ("Perez, Juan", "El Flaco")}, {"names": ("Juan PÉREZ",)}, "names",
         ("Juan Perez", "Juan PÉREZ", Likeness.SAME)),
        ({"names": ("Juan Perez", "Halcon 9")}, {"names": ("Хуан Перес", "Halcón Nueve")}, "names",
         ("Halcon 9", "Halcón Nueve", Likeness.ALIKE)),
        ({"names": ("Juan Perez", "Lobo 12")}, {"names": ("Хуан Перес", "Halcón Nueve")}, "names",
         ("Lobo 12", "Halcón Nueve", Likeness.DIFFERENT)),
        ({"nationalities": ("sv",)}, {"nationalities": ("Salvadoreña",)}, "nationalities",
         ("sv", "Salvadoreña", Likeness.SAME)),
    ],
)  # fmt: skip
def test_values_stand_next_to_what_they_agree_with(
    left: dict[str, tuple[str, ...]],
    right: dict[str, tuple[str, ...]],
    field: str,
    row: tuple[str, str, Likeness],
) -> None:
    rows = [one for one in facing(PAIR, Fields(**left), Fields(**right)) if one.field == field]

    assert row in [(one.left, one.right, one.likeness) for one in rows]


def test_no_value_is_lost_and_none_is_told_twice() -> None:
    left = Fields(names=("Juan Perez", "El Flaco", "Juan P."), addresses=("Calle 1",))
    rows = facing(PAIR, left, Fields(names=("Хуан Перес",)))

    assert sorted(one.left for one in rows if one.field == "names") == sorted(left.names)


def test_a_nationality_that_is_told_by_its_code_as_well_is_told_once() -> None:
    rows = facing(PAIR, Fields(nationalities=("co", "colombiana")), Fields())

    assert [one.left for one in rows if one.field == "nationalities"] == ["CO"]


TIE = Finding(
    check="watchlist_related", version="1", question="?", outcome=Outcome.CONCERN, basis="b",
    listed=Listed(source="s", id="1", name="Altoverde S.A.", programmes=()),
    evidence=(
        Evidence(feature="relation", code="related.sponsor", applicant="ALTOVERDE",
                 other="Altoverde S.A."),
        Evidence(feature="name", code="name.kind.primary", applicant="ALTOVERDE",
                 other="Altoverde S.A."),
        Evidence(feature="name", code="name.same", bits=9.0, applicant="altoverde",
                 other="altoverde"),
    ),
)  # fmt: skip


def test_whom_an_applicant_names_is_not_compared_by_what_the_applicant_says_of_themselves() -> None:
    own = Fields(names=("Anselmo Batista",), addresses=("Main St 61",))
    rows = facing(TIE, own, Fields(addresses=("Avenida Balboa 1147",)))

    assert [(one.field, one.left, one.likeness) for one in rows] == [
        ("names", "ALTOVERDE", Likeness.ALIKE), ("addresses", "", Likeness.ONE_SIDED),
    ]  # fmt: skip


@pytest.fixture
def officer(hire: Hire, enter: Enter, north: Programme) -> Client:
    return enter(hire("compares", Role.OFFICER, programmes=(north,)))


@pytest.fixture
def shared(north: Programme) -> Case:
    """A case about another applicant, whose both sides are known as written."""
    row = Case.objects.get(programme=north, applicant="S-0000")
    other = Fields(
        names=("Zoraida Pruebas",), birth_dates=("1990-01-02",), addresses=("Calle Falsa 1",)
    )
    CaseSides.objects.filter(case=row).update(
        written=packed(Sides(
            applicant=Fields(
                names=("Pilar Prueba 0",), birth_dates=("1990-01-02",), sex=("female",)
            ),
            listed={"applicant/S-0001": other},
        ))
    )  # fmt: skip
    return row


def page(client: Client, row: Case, query: str = "") -> str:
    answer = client.get(f"{reverse('compare', args=[row.pk])}{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_both_sides_stand_next_to_each_other(officer: Client, shared: Case) -> None:
    text = page(officer, shared)

    assert "Pilar Prueba 0" in text
    assert "Zoraida Pruebas" in text
    assert "≠ different" in text


def test_codes_are_told_in_the_readers_language(officer: Client, shared: Case) -> None:
    Officer.objects.update(language="uk")

    assert "жіноча" in page(officer, shared)


def test_blind_says_whether_it_agrees_and_nothing_of_where_somebody_is_from(
    officer: Client, shared: Case
) -> None:
    text = page(officer, shared, "?blind=1")

    assert not [one for one in ("Pilar", "Zoraida", "Calle", "+380") if one in text]
    assert text.count("1990-01-02") == 2
    assert "≠ different" in text


def test_a_pair_that_is_not_of_the_case_is_not_there(officer: Client, shared: Case) -> None:
    where = reverse("compare", args=[shared.pk])

    assert officer.get(f"{where}?pair=0123456789abcdef").status_code == 404


def test_a_case_without_a_pair_says_so(officer: Client, north: Programme) -> None:
    row = Case.objects.get(programme=north, applicant="I-0000")

    assert "about two identities" in page(officer, row)


def test_comparing_is_logged_as_reading(officer: Client, shared: Case) -> None:
    page(officer, shared)

    assert len(store.load(shared).readings) == 1


def test_a_verdict_can_be_given_where_the_pair_is_compared(officer: Client, shared: Case) -> None:
    found = html.fromstring(page(officer, shared)).xpath("//form[@data-verdicts]/@action")

    assert found == [reverse("verdict", args=[shared.pk])]


def test_the_page_of_the_case_leads_to_the_comparison(officer: Client, shared: Case) -> None:
    text = officer.get(reverse("case", args=[shared.pk])).content.decode()

    assert f"{reverse('compare', args=[shared.pk])}?pair=" in text
