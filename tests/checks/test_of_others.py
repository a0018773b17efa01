"""Whichever question looks at other applicants stands in the list of these."""

import importlib
import pkgutil
import re
from pathlib import Path

import tamiz.checks
from tamiz.checks.check import Asked
from tamiz.checks.of_others import OF_OTHERS

LOOKS = re.compile(r"in_cohort\(|context\.(register|graph)\b")
# Ask nobody else: they weigh what others found, draw it, or only count how many give a value.
HELPS = {"check", "named_by_many", "common_names", "links.drawn", "background.own_referee"}


def test_every_question_that_looks_at_other_applicants_is_listed() -> None:
    listed, found = set(OF_OTHERS), set()
    for module in pkgutil.walk_packages(tamiz.checks.__path__, "tamiz.checks."):
        here = importlib.import_module(module.name)
        text = Path(str(here.__file__)).read_text(encoding="utf-8")
        name = module.name.removeprefix("tamiz.checks.")
        if LOOKS.search(text) and name not in HELPS:
            asked = {one for one in vars(here).values() if isinstance(one, Asked)}
            assert asked, name
            found |= asked

    assert {one.name for one in found} == {one.name for one in listed}
