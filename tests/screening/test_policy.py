"""A policy is read strictly: what it may not say, or says wrongly, is refused with a reason."""

from pathlib import Path

import pytest

from tamiz.checks import Thresholds
from tamiz.errors import PolicyError
from tamiz.model import Dossier, Queue
from tamiz.screening.policy import (
    POLICY_BYTES,
    Policy,
    default_policy_text,
    load_policy,
    read_policy,
)

CATCH_ALL = """
[[rule]]
name = "concern"
queue = "review"
outcome = "concern"
[[rule]]
name = "unchecked"
queue = "review"
outcome = "indeterminate"
"""


def policy(text: str) -> Policy:
    return read_policy(f'version = "1"\n{text}\n{CATCH_ALL}'.encode(), name="p.toml").policy


def test_the_default_file_says_what_the_code_assumes() -> None:
    default = load_policy().policy

    assert default.thresholds == Thresholds()
    assert default.prior == Policy(version="1").prior


def test_every_number_of_the_default_file_has_a_comment() -> None:
    lines = [line for line in default_policy_text().splitlines() if line[:1].isalpha()]
    numbers = [line for line in lines if line.partition("= ")[2][:1].isdigit()]
    thresholds = [line for line in numbers if not line.startswith("probability_from")]

    assert thresholds
    assert all("#" in line for line in thresholds)


def test_a_file_has_its_name_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "unit.toml"
    path.write_text(default_policy_text(), encoding="utf-8")

    loaded = load_policy(path)

    assert loaded.name == "unit.toml"
    assert loaded.sha256 == load_policy().sha256
    assert load_policy().name == "default"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[thresholds]\nreview = 1.5", "thresholds.review is 1.5"),
        ("[thresholds]\nreview = 0.0", "thresholds.review is 0"),
        ("[thresholds]\nshown = 0.5", "thresholds.shown is above thresholds.review"),
        ("[thresholds]\nmost_matches = 0", "most_matches"),
        ("[thresholds]\ncommon_from = 2", "common_from"),
        ("[lists.max_age_days]\nun-cs = 3", "un-cs"),
        ("[prior]\none_in = inf", "one_in"),
        ("[[rule]]\nname = 'a'\nqueue = 'review'\nfeature = 'identifer'", "identifer"),
        ("[[rule]]\nname = 'a'\nqueue = 'review'\nfeature = 'sex'", "sex"),
        ("[thresholds]\nreviw = 0.1", "reviw"),
        ("[lists]\nwhen_stale = 'perhaps'", "perhaps"),
        ("[lists]\nwhen_missing = 'warn'", "when_missing"),
        ("[lists]\nuse = ['un-sc']\nrequired = ['eu-fsf']", "eu-fsf"),
        ("[lists.max_age_days]\nun-sc = -1", "max_age_days"),
        ("[prior]\none_in = 1", "one_in"),
        ("[[rule]]\nname = 'a'\nqueue = 'clear'", "queue is clear"),
        ("[[rule]]\nname = 'a'\nqueue = 'jail'", "jail"),
        ("[[rule]]\nname = 'a'\nqueue = 'review'\ncheck = 'palmistry'", "palmistry"),
        ("[[rule]]\nname = 'a'\nqueue = 'review'\noutcome = 'clear'", "outcome is clear"),
        ("[[rule]]\nname = 'a'\nqueue = 'review'\nfield = 'course'", "go together"),
        ("[[rule]]\nname = 'a'\nqueue = 'review'\nfield = 'id'\ncontains = ['7']", "'id'"),
        ("[[rule]]\nname = 'concern'\nqueue = 'review'", "stands twice"),
        ("[[rule]]\nname = ''\nqueue = 'review'", "name"),
        ("this is no TOML", "p.toml"),
        ("[thresholds]\nreview_high = 0.0", "thresholds.review_high is 0"),
        ("[thresholds]\nshown = 0.02", "thresholds.shown is above thresholds.review_high"),
        ("[[course]]\ncontains = ['FPV']\nsensitivity = 'extreme'", "extreme"),
        ("[[course]]\ncontains = []\nsensitivity = 'high'", "contains"),
        ("[[course]]\ncontains = ['']\nsensitivity = 'high'", "contains"),
        ("[[course]]\nsensitivity = 'high'", "contains"),
        ("[[course]]\ncontains = ['a']\nsensitivity = 'high'\nsex = 'x'", "sex"),
        ("[[course]]\ncontains = ['Mexican']\nsensitivity = 'high'", "never a reason"),
        (
            "[[thresholds.courses]]\ncontains = ['a']\nsensitivity = 'high'",
            "thresholds.courses is read from [[course]]",
        ),
    ],
)
def test_what_is_wrong_is_named(text: str, said: str) -> None:
    with pytest.raises(PolicyError) as refused:
        policy(text)

    assert said in str(refused.value).replace("`", "'")
    assert str(refused.value).startswith("p.toml: ")


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(PolicyError, match=r"most_matches.*queue is clear"):
        policy("[thresholds]\nmost_matches = 0\n[[rule]]\nname='a'\nqueue='clear'")


@pytest.mark.parametrize("outcome", ["concern", "indeterminate"])
def test_a_policy_that_lets_something_pass_unseen_is_refused(outcome: str) -> None:
    kept = "indeterminate" if outcome == "concern" else "concern"
    text = f'version = "1"\n[[rule]]\nname = "a"\nqueue = "review"\noutcome = "{kept}"'

    with pytest.raises(PolicyError, match=f"outcome '{outcome}' to a person"):
        read_policy(text.encode(), name="p")


def test_one_rule_without_conditions_sends_everything_to_a_person() -> None:
    text = 'version = "1"\n[[rule]]\nname = "all"\nqueue = "review"'

    assert read_policy(text.encode(), name="p").policy.rule[0].queue is Queue.REVIEW


def test_a_policy_needs_a_version() -> None:
    with pytest.raises(PolicyError, match="version"):
        read_policy(b"", name="p")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(PolicyError):
        read_policy(b"\xff\xfe\x00", name="p")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes(b"#" * (POLICY_BYTES + 1))

    with pytest.raises(PolicyError, match="at most"):
        load_policy(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="absent"):
        load_policy(tmp_path / "absent.toml")


def test_courses_of_a_policy_are_among_what_checks_see() -> None:
    told = policy("[[course]]\ncontains = ['mortero']\nsensitivity = 'high'")

    assert told.thresholds.is_high(Dossier(id="A1", course="Curso de mortero"))


def test_a_rule_may_be_about_one_rule_of_the_background() -> None:
    rule = "[[rule]]\nname = 'a'\nqueue = 'escalate'\ncheck = 'background_age'\nstrength = 'A'"

    assert policy(rule).rule[0].check == "background_age"
