"""Pieces of a cohort come back in the order of the file, whoever screened them."""

from pathlib import Path

import pytest

from tamiz.errors import TamizError
from tamiz.intake.evidence_files import Brought
from tamiz.model import Assessment, Dossier, IdentityClaim, Name
from tamiz.screening.spool import PER_PIECE, Spool, read_piece
from tamiz.screening.workers import screen_spool
from worlds import setup_for, store_with


def ids(assessments: tuple[Assessment, ...]) -> tuple[str, ...]:
    return tuple(one.id for one in assessments)


def die(_assessments: tuple[Assessment, ...]) -> None:
    import os  # noqa: PLC0415 - in another process

    os._exit(7)


def spooled(path: Path, count: int) -> Spool:
    spool = Spool(path)
    for at in range(count):
        claim = IdentityClaim(names=(Name(text=f"Nadie Conocido {'abc'[at % 3]}"),))
        spool.add(Brought(Dossier(id=f"A{at}", identity=claim)))
    spool.finish()
    return spool


@pytest.mark.parametrize("count", [0, 1, PER_PIECE, PER_PIECE + 1])
def test_a_spool_gives_back_what_went_in(tmp_path: Path, count: int) -> None:
    spool = spooled(tmp_path / "spool", count)

    found = [one.dossier.id for piece in spool.pieces for one in read_piece(spool.path, piece)]

    assert found == [f"A{at}" for at in range(count)]
    assert spool.count == count


def test_others_may_not_read_the_spool(tmp_path: Path) -> None:
    assert spooled(tmp_path / "spool", 1).path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_order_is_that_of_the_file(tmp_path: Path, jobs: int) -> None:
    spool = spooled(tmp_path / "spool", 2 * PER_PIECE + 3)

    found = screen_spool(spool, setup_for(store_with(tmp_path)), ids, jobs=jobs)

    assert [one for piece in found for one in piece] == [f"A{at}" for at in range(spool.count)]


def test_a_worker_that_dies_ends_the_run_with_a_reason(tmp_path: Path) -> None:
    spool = spooled(tmp_path / "spool", PER_PIECE + 1)

    with pytest.raises(TamizError, match="--jobs 1"):
        list(screen_spool(spool, setup_for(store_with(tmp_path)), die, jobs=2))
