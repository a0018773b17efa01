"""What holds for every check: its words exist, and a fault of its own is never taken for clear."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tamiz.checks
from tamiz.checks import CHECKS, Check, Context, Thresholds, run_check
from tamiz.model import Dossier, Finding, Outcome
from tamiz.wording import Language, catalogue, say

NOTHING = Context(thresholds=Thresholds(), matcher=None)
_CODE = re.compile(r'code=f?"([a-z_]+\.[a-z_.]+)"|code = "([a-z_]+\.[a-z_.]+)"')


ROOM = Path(tamiz.checks.__file__).parent


def told(source: Path) -> Iterator[str]:
    """The codes that the source of a check writes out."""
    return (first or second for first, second in _CODE.findall(source.read_text(encoding="utf-8")))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_an_empty_dossier_without_lists_is_never_clear(check: Check) -> None:
    findings = run_check(check, Dossier(id="A1"), NOTHING)

    assert findings
    assert {f.outcome for f in findings} <= {Outcome.INDETERMINATE, Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
@pytest.mark.parametrize("language", Language)
def test_every_question_is_asked_in_every_language(check: Check, language: Language) -> None:
    assert say(f"question.{check.name}", language)


@pytest.mark.parametrize("source", sorted(ROOM.rglob("*.py")), ids=lambda path: path.stem)
def test_every_sentence_of_a_check_exists(source: Path) -> None:
    missing = [code for code in told(source) if code not in catalogue(Language.ENGLISH)]

    assert missing == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_check_names_its_version_and_basis(check: Check) -> None:
    assert check.version
    assert check.basis


def test_names_of_checks_are_unique() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def _broken(dossier: Dossier, context: Context) -> Iterator[Finding]:
    raise ZeroDivisionError(dossier.id, context)


def _silent(_dossier: Dossier, _context: Context) -> Iterator[Finding]:
    return iter(())


@pytest.mark.parametrize(
    ("run", "kind"), [(_broken, "ZeroDivisionError check.py:"), (_silent, "NoFinding")]
)
def test_a_check_that_breaks_or_says_nothing_is_indeterminate(run: object, kind: str) -> None:
    check = Check(name="watchlist_person", version="1", basis="b", run=run)  # type: ignore[arg-type]

    (finding,) = run_check(check, Dossier(id="A1"), NOTHING)

    assert finding.outcome is Outcome.INDETERMINATE
    assert finding.evidence[0].params["kind"].startswith(kind)


def test_what_broke_a_check_does_not_carry_personal_data() -> None:
    check = Check(name="watchlist_person", version="1", basis="b", run=_broken)

    (finding,) = run_check(check, Dossier(id="SECRET"), NOTHING)

    assert "SECRET" not in repr(finding)
