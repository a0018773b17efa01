"""A cleared pair stays quiet over imports until a side changes, and then says what changed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import reverse
from msgspec.structs import replace

from output.sample_run import sample_run
from tamiz.casework import Role
from tamiz.model import Assessment, Evidence, Queue
from tamiz.output.findings import finding_line, read_findings
from tamiz.output.folder import FINDINGS, RUN
from tamiz.output.run import run_json
from tamiz.web import imports, store
from tamiz.web.clearing import sides_of
from tamiz.web.models import Case, CaseSides, Programme
from tamiz.web.sides import packed, unpacked
from web_world import MOMENT, Enter, Hire

Change = Callable[[Assessment], Assessment]


@pytest.fixture
def row(north: Programme) -> Case:
    """A case with a listed party."""
    return Case.objects.filter(
        programme=north, queue=Queue.REVIEW.value, findings__listed__gt=""
    ).order_by("id")[0]


@pytest.fixture
def finding(row: Case, north: Programme, hire: Hire, enter: Enter) -> None:
    """Its finding, which an officer told apart and keeps quiet."""
    client = enter(hire("clears", Role.OFFICER, programmes=(north,)))
    key = next(k for k, one in store.load(row).to_judge.items() if one.listed is not None)
    client.get(reverse("case", args=[row.pk]))
    client.post(reverse("read", args=[row.pk]), {"finding": key})
    client.post(
        reverse("verdict", args=[row.pk]),
        {
            "finding": key,
            "verdict": "different",
            "reason": "another father's name",
            "quiet": sides_of(row),
        },
    )


def again(results: Path, programme: Programme, row: Case, change: Change) -> None:
    """Take the results in once more, after something changed."""
    later = results.parent / "later"
    later.mkdir()
    found = (
        change(one) if one.id == row.applicant else one for one in read_findings(results / FINDINGS)
    )
    (later / FINDINGS).write_bytes(b"".join(map(finding_line, found)))
    (later / RUN).write_bytes(run_json(sample_run(), started=MOMENT, finished=MOMENT))
    imports.take_in(later, programme)


def with_evidence(*told: Evidence) -> Change:
    """The assessment whose first finding quotes these as well."""

    def change(one: Assessment) -> Assessment:
        first = one.findings[0]
        return replace(
            one, findings=(replace(first, evidence=(*first.evidence, *told)), *one.findings[1:])
        )

    return change


@pytest.mark.usefixtures("finding")
def test_a_cleared_pair_is_quiet_after_the_next_screening(
    row: Case, north: Programme, results: Path
) -> None:
    again(results, north, row, lambda one: replace(one, row=one.row + 1))

    case = store.load(row)
    assert case.judged.clearances
    assert not case.changed


@pytest.mark.usefixtures("finding")
def test_a_new_alias_of_the_listed_party_brings_it_back(
    row: Case, north: Programme, results: Path
) -> None:
    alias = Evidence(feature="name", code="name.word.same", applicant="x", other="Chapo Ejemplar")

    again(results, north, row, with_evidence(alias))

    (lapsed,) = store.load(row).changed.values()
    told = {(change.side.value, change.field, *change.added) for change in lapsed.changes}
    assert ("listed", "names", "chapo ejemplar") in told


@pytest.mark.usefixtures("finding")
def test_what_changed_is_told_on_the_page(
    row: Case, north: Programme, results: Path, hire: Hire, enter: Enter
) -> None:
    alias = Evidence(feature="name", code="name.word.same", applicant="x", other="Chapo Ejemplar")
    again(results, north, row, with_evidence(alias))
    client = enter(hire("looks", Role.OFFICER, programmes=(north,)))

    page = client.get(reverse("case", args=[row.pk])).content.decode()

    assert "chapo ejemplar" in page
    assert "Something changed that the clearance rested on." in page


def test_a_verdict_alone_keeps_nothing_quiet(
    row: Case, north: Programme, hire: Hire, enter: Enter
) -> None:
    client = enter(hire("judges", Role.OFFICER, programmes=(north,)))
    key = next(iter(store.load(row).to_judge))
    client.get(reverse("case", args=[row.pk]))
    client.post(reverse("read", args=[row.pk]), {"finding": key})

    client.post(
        reverse("verdict", args=[row.pk]),
        {"finding": key, "verdict": "different", "reason": "another father's name"},
    )

    case = store.load(row)
    assert case.dispositions
    assert not case.judged.clearances


@pytest.mark.usefixtures("finding")
def test_an_officer_ends_what_keeps_a_pair_quiet(
    row: Case, north: Programme, hire: Hire, enter: Enter
) -> None:
    client = enter(hire("doubts", Role.OFFICER, programmes=(north,)))
    (clearance,) = store.load(row).judged.clearances
    page = client.get(reverse("case", args=[row.pk])).content.decode()

    client.post(reverse("withdraw", args=[row.pk]), {"clearance": clearance.id})

    case = store.load(row)
    assert f'value="{clearance.id}"' in page
    assert (case.judged.clearances, case.quiet) == ((), {})


@pytest.mark.parametrize("said", ["different", "not_a_concern"])
def test_a_pair_is_kept_quiet_that_is_another_or_no_concern(
    said: str, row: Case, north: Programme, hire: Hire, enter: Enter
) -> None:
    client = enter(hire("judges", Role.OFFICER, programmes=(north,)))
    key = next(k for k, one in store.load(row).to_judge.items() if one.listed is not None)
    client.get(reverse("case", args=[row.pk]))
    client.post(reverse("read", args=[row.pk]), {"finding": key})

    client.post(
        reverse("verdict", args=[row.pk]),
        {
            "finding": key,
            "verdict": said,
            "reason": "another father's name",
            "quiet": sides_of(row),
        },
    )

    assert len(store.load(row).judged.clearances) == 1


@pytest.mark.parametrize("page", ["case", "compare"])
def test_a_pair_rests_on_what_its_officer_saw_of_both_sides(
    page: str, row: Case, north: Programme, hire: Hire, enter: Enter
) -> None:
    """An import that changes no finding, between page and verdict, tells a document more."""
    client = enter(hire("judges", Role.OFFICER, programmes=(north,)))
    key = next(k for k, one in store.load(row).to_judge.items() if one.listed is not None)
    drawn = client.get(reverse(page, args=[row.pk])).content.decode()
    client.post(reverse("read", args=[row.pk]), {"finding": key})
    found = re.search(r'name="quiet" value="(\w+)"', drawn)
    assert found is not None
    told = {"finding": key, "verdict": "different", "reason": "another father's name"}
    kept = CaseSides.objects.get(case=row)
    sides = unpacked(kept.sides)
    more = replace(sides, applicant=replace(sides.applicant, documents=("av9",)))
    CaseSides.objects.filter(case=row).update(sides=packed(more))

    client.post(reverse("verdict", args=[row.pk]), told | {"quiet": found[1]})
    stale = store.load(row)
    client.post(reverse("verdict", args=[row.pk]), told | {"quiet": sides_of(row)})

    assert (stale.dispositions, stale.judged.clearances) == ({}, ())
    (clearance,) = store.load(row).judged.clearances
    assert clearance.applicant_fields.documents == ("av9",)
