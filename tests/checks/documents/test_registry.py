"""The rules about documents, all told."""

import pytest

from tamiz.checks.documents.registry import RULES
from tamiz.checks.documents.rule import Rule
from tamiz.wording import Language, catalogue


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("language", Language)
def test_every_rule_has_its_sentences(rule: Rule, language: Language) -> None:
    needed = {f"{kind}.{rule.name}" for kind in ("question", "label", "next")}

    assert needed <= set(catalogue(language))


def test_no_two_rules_have_one_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_says_where_it_comes_from_and_how_often_it_errs(rule: Rule) -> None:
    assert rule.basis
    assert rule.needs
    assert rule.false_alarms
