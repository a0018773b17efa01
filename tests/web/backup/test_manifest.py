"""A file that is no backup, or not what it was when it was made, is refused whole."""

import tarfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from tamiz.errors import InputError
from tamiz.web.backup.manifest import MANIFEST, Manifest, Member, add, manifest_text, opened

MOMENT = datetime(2026, 11, 26, tzinfo=UTC)
DATA = b"what was kept"


def write(path: Path, change: Callable[[list[Member]], list[Member]] = lambda kept: kept) -> Path:
    """A backup of one file and no table; ``change`` is what its manifest says otherwise."""
    with tarfile.open(path, "w") as tar:
        members = change([add(tar, "files/one", DATA, MOMENT)])
        manifest = Manifest(
            software="tamiz", made_at=MOMENT, migrations={}, tables=(), entries=0, head="",
            has_keys=False, members=tuple(members),
        )  # fmt: skip
        add(tar, MANIFEST, manifest_text(manifest), MOMENT)
    return path


def refused(path: Path) -> str:
    """Why a file is refused."""
    with pytest.raises(InputError) as told, opened(path):
        pass
    return str(told.value)


def test_a_whole_one_opens(tmp_path: Path) -> None:
    with opened(write(tmp_path / "x")) as backup:
        assert backup.bytes_of("files/one") == DATA


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda _: [], "members"),
        (lambda kept: [*kept, Member(name="files/two", size=0, sha256="")], "members"),
        (lambda kept: [*kept, *kept], "members"),
        (lambda kept: [msgspec.structs.replace(kept[0], sha256="0" * 64)], "not what it was"),
        (lambda kept: [msgspec.structs.replace(kept[0], size=1)], "not what it was"),
    ],
)
def test_one_whose_manifest_tells_otherwise_is_refused(
    change: Callable[[list[Member]], list[Member]], why: str, tmp_path: Path
) -> None:
    assert why in refused(write(tmp_path / "x", change))


@pytest.mark.parametrize("at", [0, 100, 513, 1_030, 1_540, 1_700])
def test_a_changed_byte_is_found(at: int, tmp_path: Path) -> None:
    path = write(tmp_path / "x")
    data = bytearray(path.read_bytes())
    data[at] ^= 0x55
    path.write_bytes(data)

    assert refused(path)


@pytest.mark.parametrize("length", [0, 10, 512, 1_200, 1_700])
def test_one_that_is_cut_off_is_refused(length: int, tmp_path: Path) -> None:
    path = write(tmp_path / "x")
    path.write_bytes(path.read_bytes()[:length])

    assert "no backup, or cut off" in refused(path)


def test_a_link_is_no_member(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with tarfile.open(path, "w") as tar:
        link = tarfile.TarInfo("files/one")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
        manifest = Manifest(
            software="tamiz", made_at=MOMENT, migrations={}, tables=(), entries=0, head="",
            has_keys=False, members=(Member(name="files/one", size=0, sha256=""),),
        )  # fmt: skip
        add(tar, MANIFEST, manifest_text(manifest), MOMENT)

    assert "not what it was" in refused(path)
