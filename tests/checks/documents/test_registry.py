"""The rules about documents, all told."""

import pytest

from tamiz.checks.documents.brought import PARTS
from tamiz.checks.documents.registry import RULES, rules_for
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


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_reads_parts_that_can_be_brought(rule: Rule) -> None:
    assert set(rule.reads) <= set(PARTS)


def test_of_a_number_alone_no_rule_about_zones_pictures_or_dates_is_asked() -> None:
    assert {rule.name.removeprefix("document_") for rule in rules_for(frozenset())} == {
        "specimen", "number_form", "number_unlike", "number_digit", "number_says", "number_state",
        "run_of_blanks", "stop_list",
    }  # fmt: skip
