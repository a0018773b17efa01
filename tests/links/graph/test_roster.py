"""The dossiers of a cohort on disk, read again as they were."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.links.tied import PHONE, applicant, party, sponsor
from tamiz.errors import InputError
from tamiz.links import names_heard
from tamiz.links.graph import values_of
from tamiz.links.graph.kin import kin_of
from tamiz.links.graph.packed import pack
from tamiz.links.graph.roster import Roster, RosterWriter, Told
from tamiz.model import Dossier, PastOutcome, RelationKind, Sex

FULL = applicant(
    "Ж-1", "Олена Коваль", born="1990-02-07", sex=Sex.FEMALE, nation="ua", passport="FA123456",
    state="ua", phone=PHONE, letter="Хочу вчитися.", course="first aid", applied="2026-01-02",
    outcome=PastOutcome.WITHDRAWN,
    relations=[sponsor("Захист", founded="2020"), party(RelationKind.RELATIVE, "Петро Коваль")],
)  # fmt: skip


def roster(folder: Path, dossiers: Sequence[Dossier], earlier: Sequence[Dossier] = ()) -> Roster:
    place = folder / f"roster{len(list(folder.iterdir()))}"
    with RosterWriter(place) as writer:
        for one in earlier:
            writer.add(pack(one), values_of(one), is_earlier=True)
        for one in dossiers:
            writer.add(pack(one), values_of(one))
    return Roster(place)


def test_numbers_count_from_nought(tmp_path: Path) -> None:
    with RosterWriter(tmp_path / "roster") as writer:
        assert [writer.add(pack(Dossier(id=key))) for key in "ABC"] == [0, 1, 2]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.text(), st.text()), max_size=8, unique_by=lambda one: one[0]))
def test_every_dossier_comes_back_as_it_was(tmp_path: Path, told: list[tuple[str, str]]) -> None:
    dossiers = [FULL, *(applicant(f"D{key}", name, letter=name) for key, name in told)]

    with roster(tmp_path, dossiers) as kept:
        assert [kept.dossier(at) for at in range(len(kept))] == dossiers
        assert [kept.number_of(one.id) for one in dossiers] == list(range(len(dossiers)))


@pytest.mark.parametrize("key", ["", "Z", "ж-1", "Ж-1 "])
def test_an_unknown_id_has_no_number(tmp_path: Path, key: str) -> None:
    with roster(tmp_path, [FULL]) as kept:
        assert kept.number_of(key) is None


@pytest.mark.parametrize("outcome", [None, *PastOutcome])
def test_an_outcome_is_known_without_reading(tmp_path: Path, outcome: PastOutcome | None) -> None:
    with roster(tmp_path, [Dossier(id="A", outcome=outcome)]) as kept:
        assert kept.outcome(0) is outcome


def test_earlier_people_are_told_from_this_cohorts(tmp_path: Path) -> None:
    with roster(tmp_path, [Dossier(id="A")], earlier=[Dossier(id="2025/A")]) as kept:
        assert [kept.is_earlier(at) for at in range(len(kept))] == [True, False]


def test_what_is_compared_is_what_the_dossier_tells(tmp_path: Path) -> None:
    with roster(tmp_path, [FULL]) as kept:
        assert kept.told(0) == Told(FULL.id, values_of(FULL), kin_of(FULL), names_heard(FULL))


def test_a_roster_of_nobody_can_be_opened(tmp_path: Path) -> None:
    with roster(tmp_path, []) as kept:
        assert (len(kept), kept.number_of("A")) == (0, None)


def test_others_may_not_read_the_roster(tmp_path: Path) -> None:
    with roster(tmp_path, [FULL]):
        (folder,) = tmp_path.iterdir()

    assert folder.stat().st_mode & 0o077 == 0


def test_closing_twice_writes_once(tmp_path: Path) -> None:
    writer = RosterWriter(tmp_path / "roster")
    writer.add(pack(FULL))
    writer.close()
    writer.close()

    with Roster(tmp_path / "roster") as kept:
        assert len(kept) == 1


def test_a_full_disk_is_told_without_personal_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        def write(self, _data: bytes) -> None:
            raise OSError(28, "No space left on device")

    with RosterWriter(tmp_path / "roster") as writer, monkeypatch.context() as patched:
        patched.setattr(writer, "_file", Full())
        with pytest.raises(InputError, match="No space left on device") as caught:
            writer.add(pack(FULL))

    assert "Коваль" not in str(caught.value)
