"""A party whom many applicants name is asked about once, unless more than its name speaks."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from checks.links.tied import applicant, asked, codes, party, strangers
from tamiz.checks.named_by_many import CROWD
from tamiz.checks.watchlist_related import CHECK
from tamiz.matching import Index, Matcher
from tamiz.model import Dossier, Finding, Outcome, Relation, RelationKind
from worlds import company, person, store_with

# So common that the name alone leaves it open who he is; Batres is not.
COMMON = person("P-1", "Juan Pérez Gómez", birthDate="1971-02-03", phone="+502 5123 4567")
RARE = person("P-2", "Rosendo Quiñónez Batres", birthDate="1984-11-07")
FRONT = company("C-1", "Altoverde Escolta S.A.", registrationNumber="PA-7731-402188")
RECRUITER = party(RelationKind.REFERRED_BY, "Juan Pérez Gómez", is_organisation=False)
MANY = 6  # as the policy has it


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    store = store_with(tmp_path_factory.mktemp("lists"), (COMMON, RARE, FRONT))
    return Matcher(Index.open(store.index_path()))


def sent_by(recruiter: Relation, count: int) -> list[Dossier]:
    """Strangers A, B, C …, all sent by one recruiter."""
    return strangers(*[applicant("", relations=(recruiter,))] * count)


def found(
    folder: Path, matcher: Matcher, cohort: list[Dossier], at: int = -1, *, old: int = 0
) -> list[Finding]:
    """What is found of one of a cohort, of whom the first ``old`` applied in an earlier year."""
    now = cohort[old:]
    return asked(CHECK, folder, cohort[at], earlier=cohort[:old], matcher=matcher, in_order=now)


def test_the_first_who_names_the_party_carries_the_question(
    tmp_path: Path, matcher: Matcher
) -> None:
    (finding,) = found(tmp_path, matcher, sent_by(RECRUITER, MANY), at=0)

    assert finding.outcome is Outcome.CONCERN
    assert finding.evidence[-1].params == {"count": str(MANY), "party": "Juan Pérez Gómez"}


def test_the_others_are_told_where_it_stands(tmp_path: Path, matcher: Matcher) -> None:
    findings = found(tmp_path, matcher, sent_by(RECRUITER, MANY))

    assert [one.outcome for one in findings] == [Outcome.NOT_APPLICABLE]
    assert findings[0].evidence[0].params["id"] == "A"


def test_a_party_whom_few_name_is_asked_of_each(tmp_path: Path, matcher: Matcher) -> None:
    (finding,) = found(tmp_path, matcher, sent_by(RECRUITER, MANY - 1))

    assert (finding.outcome, "related.of_many" in codes([finding])) == (Outcome.CONCERN, False)


def test_who_named_it_in_an_earlier_year_does_not_carry_it(
    tmp_path: Path, matcher: Matcher
) -> None:
    findings = found(tmp_path, matcher, sent_by(RECRUITER, MANY + 2), old=2)

    assert findings[0].evidence[0].params == {
        "id": "C", "count": str(MANY + 2), "party": "Juan Pérez Gómez",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("recruiter", "why"),
    [
        (party(RelationKind.REFERRED_BY, "Rosendo Quiñónez Batres"), "surer than even"),
        (party(RelationKind.SPONSOR, "Altoverde Escolta S.A.", number="PA-7731-402188"), "number"),
        (party(RelationKind.REFEREE, "Juan Pérez Gómez", phone="+502 5123 4567"), "phone"),
    ],
)
def test_what_is_more_than_a_common_name_is_asked_of_all(
    tmp_path: Path, matcher: Matcher, recruiter: Relation, why: str
) -> None:
    findings = found(tmp_path, matcher, sent_by(recruiter, MANY))

    assert {one.outcome for one in findings} == {Outcome.CONCERN}, why


def test_who_writes_of_it_otherwise_is_asked_for_themselves(
    tmp_path: Path, matcher: Matcher
) -> None:
    *others, last = sent_by(RECRUITER, MANY + 1)
    alone = replace(last, relations=(replace(RECRUITER, name="Juan Perez Gomez"),))

    (finding,) = found(tmp_path, matcher, [*others, alone])

    assert finding.outcome is Outcome.CONCERN


def test_whatever_a_party_is_called_the_question_stands_with_the_first(
    tmp_path: Path, matcher: Matcher
) -> None:
    kinds = [(RelationKind.SPONSOR, True), (RelationKind.SPONSOR, None)] + [
        (RelationKind.REFERRED_BY, False)
    ] * (MANY - 2)
    cohort = strangers(*[
        applicant("", relations=(replace(RECRUITER, kind=kind, is_organisation=what),))
        for kind, what in kinds
    ])  # fmt: skip

    first = found(tmp_path, matcher, cohort, at=0)
    others = [one for at in range(1, MANY) for one in found(tmp_path, matcher, cohort, at=at)]

    assert "related.of_many" in codes(first)
    assert {one.evidence[0].params["id"] for one in others} == {"A"}


def test_a_crowd_is_not_held_up_by_a_name_however_rare(tmp_path: Path, matcher: Matcher) -> None:
    recruiter = party(RelationKind.REFERRED_BY, "Rosendo Quiñónez Batres")

    findings = found(tmp_path, matcher, sent_by(recruiter, CROWD))

    assert [one.outcome for one in findings] == [Outcome.NOT_APPLICABLE]


def test_a_crowd_is_asked_for_a_number(tmp_path: Path, matcher: Matcher) -> None:
    recruiter = party(RelationKind.SPONSOR, "Altoverde Escolta S.A.", number="PA-7731-402188")

    findings = found(tmp_path, matcher, sent_by(recruiter, CROWD))

    assert {one.outcome for one in findings} == {Outcome.CONCERN}
