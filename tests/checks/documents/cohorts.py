"""Cohorts, for the tests of rules that look at other applicants."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from checks.documents.applicants import NOBODY, answers
from tamiz.checks.documents.rule import Answer, Rule
from tamiz.intake.evidence_files import Brought
from tamiz.links import CohortRegister
from tamiz.model import Dossier


def numbered(dossiers: Sequence[Dossier], letter: str = "A") -> list[Dossier]:
    """The dossiers with ids ``A0``, ``A1`` and so on."""
    return [replace(one, id=f"{letter}{at}") for at, one in enumerate(dossiers)]


def asked(rule: Rule, folder: Path, dossiers: Sequence[Dossier], at: int = 0) -> list[Answer]:
    """What a rule says of one of a cohort."""
    with CohortRegister(folder / "register", is_new=True) as register:
        for dossier in dossiers:
            register.add(Brought(dossier))
        register.finish()
        return answers(rule, dossiers[at], replace(NOBODY, register=register))
