"""What holds for the repository as a whole: nothing leaks, nothing is undocumented."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click import Group

from tamiz.checks import CHECKS
from tamiz.cli import commands
from tamiz.screening.policy import ListPolicy, Policy, Prior, Rule

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("dev", "run", "bench", "ocr", "face", "web")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# Packages whose import has another name, and packages that are programs or plug-ins.
IMPORTS = {
    "django-allauth": "allauth",
    "django-csp": "csp",
    "dlib-bin": "dlib",
    "python-calamine": "python_calamine",
    "python-stdnum": "stdnum",
    "charset-normalizer": "charset_normalizer",
    "opencv-python-headless": "cv2",
    "pillow": "PIL",
    "pyjwt": "jwt",
    "zxing-cpp": "zxingcpp",
}
_ADDRESS = re.compile(r"://|--(extra-)?index-url|--find-links|^\s*/|file:", re.MULTILINE)
_PLACE = re.compile(r"(?<![\w.])/(work|root)/")


def tracked() -> list[Path]:
    """The files that git tracks; without git, all that are not built."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("git is not on this machine, or this is no checkout")
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).exists()]


# What an extra needs and we never import: a library's own need, models, and what Django loads by
# its name in a setting.
RUNNERS = {"onnxruntime", "face-recognition-models", "django-htmx", "whitenoise", "psycopg"}
EXTRAS = ("ocr", "face", "web", "postgresql")


def dependencies(extra: str | None = None) -> set[str]:
    """The names of the packages that the product, or an extra of it, needs."""
    wanted = PROJECT["dependencies"] if extra is None else PROJECT["optional-dependencies"][extra]
    return {re.split(r"[\[<>=~!; ]", one)[0].lower() for one in wanted}


def imported() -> Iterator[str]:
    """The packages outside the standard library that the product imports."""
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            yield from (name.partition(".")[0] for name in names)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_address(lock: str) -> None:
    assert _ADDRESS.search((ROOT / "lock" / f"{lock}.txt").read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes(lock: str) -> None:
    text = (ROOT / "lock" / f"{lock}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    packages = [line for line in text.splitlines() if "==" in line]

    assert packages
    assert [line for line in packages if "--hash=sha256:" not in line] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    told = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        told += [path.name for line in text.splitlines() if _PLACE.search(line)]

    assert [name for name in told if name != Path(__file__).name] == []


def test_what_is_imported_is_what_is_declared() -> None:
    outside = {n for n in imported() if n not in sys.stdlib_module_names} - {"tamiz", "markupsafe"}

    needed = dependencies() | (set().union(*map(dependencies, EXTRAS)) - RUNNERS)
    assert outside == {IMPORTS.get(name, name) for name in needed}


def test_every_dependency_is_explained() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    told = {word for line in text.splitlines() if line.startswith("| ")
            for word in line.split("|")[1].replace(",", " ").split()}  # fmt: skip

    extras = set().union(*map(dependencies, ("dev", "bench", *EXTRAS)))
    assert (dependencies() | extras) - told == set()


def locked(lock: str) -> dict[str, set[str]]:
    """The versions of each package in a lock; more than one where Python's version decides."""
    versions: dict[str, set[str]] = {}
    for line in (ROOT / "lock" / f"{lock}.txt").read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([\w.-]+)==([^ ;]+)", line):
            versions.setdefault(found[1], set()).add(found[2])
    return versions


@pytest.mark.parametrize("lock", ["dev", "bench"])
def test_every_environment_has_the_versions_that_the_product_runs_with(lock: str) -> None:
    here, product = locked(lock), locked("run")

    assert {name: here.get(name) for name in product} == product


def test_a_peer_never_enters_the_products_environment() -> None:
    peers = dependencies("bench") - {
        "pyyaml"
    }  # which reads peers' test cases, and our own tests' specs

    assert peers
    assert peers & (locked("run").keys() | locked("dev").keys()) == set()


def test_every_check_is_documented() -> None:
    text = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")

    assert [check.name for check in CHECKS if f"`{check.name}`" not in text] == []


def test_every_key_of_a_policy_is_documented() -> None:
    text = (ROOT / "docs" / "policy.md").read_text(encoding="utf-8")
    keys = [
        *(f"lists.{name}" for name in ListPolicy.__struct_fields__),
        *(f"prior.{name}" for name in Prior.__struct_fields__),
        *(f"thresholds.{name}" for name in type(Policy(version="1").thresholds).__struct_fields__),
        *Rule.__struct_fields__,
    ]

    assert [key for key in keys if f"`{key}`" not in text] == []


def test_every_command_is_documented() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))
    text += (ROOT / "README.md").read_text(encoding="utf-8")
    lists = commands.commands["lists"]
    assert isinstance(lists, Group)
    names = [*(f"tamiz {n}" for n in commands.commands), *(f"lists {n}" for n in lists.commands)]

    assert [name for name in names if name not in text] == []


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{page.name}: {target}"
        for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert broken == []
