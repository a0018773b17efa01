"""Nationality, ethnicity, religion and language are refused as reasons, whatever they are called."""

import pytest

from tamiz.errors import PolicyError
from tamiz.screening.fairness import is_protected
from tamiz.screening.policy import read_policy

RULE = 'version = "1"\n[[rule]]\nname = "all"\nqueue = "review"\n[[rule]]\nname = "x"\nqueue = "escalate"\n'


@pytest.mark.parametrize(
    "condition",
    [
        'feature = "nationality"',
        'feature = "birth_place"',
        'field = "nationalities"\ncontains = ["x"]',
        'field = "birth_country"\ncontains = ["x"]',
        'nationality = "co"',
        'religion = ["x"]',
        'ethnicity = "x"',
        'language = "x"',
        'field = "motivation"\ncontains = ["Colombian"]',
        'field = "motivation"\ncontains = ["colombiano"]',
        'field = "motivation"\ncontains = ["help", "Islam"]',
        'field = "motivation"\ncontains = ["мусульманин"]',
        'field = "occupation"\ncontains = ["громадянство"]',
        'field = "motivation"\ncontains = ["speaks the language"]',
        'feature = "sex"',
        *(
            f'field = "motivation"\ncontains = ["{word}"]'
            for word in (
                "árabe",
                "kurdo",
                "negro",
                "hispanohablante",
                "mezquita",
                "росіяни",
                "шиїт",
                "rusos",
                "русский",
                "Russians",
                "Kurdish",
                "gitano",
                "циган",
                "Chechen",
                "tatar",
                "sunni",
                "Protestant",
                "mosque",
                "російськомовний",
                "foreigner",
                "refugee",
                "судді-росіянина",
            )
        ),
        'when = { origin = { country = "ve" } }',
    ],
)
def test_a_rule_with_a_protected_ground_is_refused(condition: str) -> None:
    with pytest.raises(PolicyError, match=r"never a reason for suspicion|feature 'sex'"):
        read_policy((RULE + condition).encode(), name="p")


@pytest.mark.parametrize(
    "text",
    ["drone", "FPV", "tribunal", "racecar driver", "name", "identifier", "birth_date", "vigilante",
     "security guard", "дрон", "охоронець", "paisajista", "phone", "in", "latin dance",
     "marina", "escolta privada", "servicio militar", "снайпер"],
)  # fmt: skip
def test_other_words_are_no_protected_ground(text: str) -> None:
    assert not is_protected(text)


def test_what_a_rule_is_called_is_no_reason() -> None:
    text = RULE.replace('"x"', '"citizenship ceremony volunteers"') + 'check = "shared_document"'

    assert read_policy(text.encode(), name="p").policy.rule[1].check == "shared_document"
