"""The published cases hold to their own page: rules explained, one answer each, no pair twice."""

import re
import unicodedata
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from msgspec import Struct
from rapidfuzz.distance import OSA

from tamiz.intake.tables import table_rows

CASES = Path(__file__).resolve().parents[1] / "bench" / "cases"
WANTED = {"hispanic": 420, "ukrainian": 220}
_RULE = re.compile(r"^\| `([a-z0-9-]+)` \| (true|false) \|", re.MULTILINE)

# Cabinet of Ministers Resolution 55 (2010), written down again apart from the product's own table.
_ANYWHERE = dict(
    zip(
        "абвгґдежзиіклмнопрстуфхцчшщ",
        "a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch".split(),
        strict=True,
    )
)
_FIRST = dict(zip("єїйюя", "ye yi y yu ya".split(), strict=True))
_LATER = dict(zip("єїйюя", "ie i i iu ia".split(), strict=True))
_ALIKE = str.maketrans("АВЕІКМНОРСТХаеіорсух", "ABEIKMHOPCTXaeiopcyx")


class Case(Struct, frozen=True):
    """One row of a set."""

    id: str
    left: str
    right: str
    match: str
    rule: str
    note: str = ""


def read(name: str) -> list[Case]:
    """The cases of a set, through the reader that an applicants' table goes through."""
    head, *rows = table_rows(CASES / f"{name}.csv")
    assert tuple(head.cells) == Case.__struct_fields__
    assert [row.number for row in rows if row.problem] == []
    return [Case(*row.cells) for row in rows]


SETS = {name: read(name) for name in WANTED}
ALL = tuple(chain.from_iterable(SETS.values()))
PAGE = (CASES / "README.md").read_text(encoding="utf-8")
EXPLAINED = _RULE.findall(PAGE)


def folded(text: str) -> str:
    """Letters and digits alone, without accents and case."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in apart if letter.isalnum())


def words(text: str) -> Counter[str]:
    """The words of a name, folded, in no order."""
    return Counter(folded(word) for word in re.split(r"[\s,<]+", text) if word)


def under(rule: str) -> list[Case]:
    """The cases that a rule decides."""
    return [case for case in ALL if case.rule == rule]


def romanised(word: str) -> str:
    """A Ukrainian word in Latin letters, by Resolution 55."""
    letters = re.sub("['’ь]", "", word.casefold()).replace("зг", "зґг")  # зг is zgh
    shown = [
        (_LATER if place else _FIRST).get(letter) or _ANYWHERE[letter]
        for place, letter in enumerate(letters)
    ]
    return "".join(shown)


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(case.id for case in ALL).items() if count > 1] == []


def test_every_case_has_two_different_names_and_an_answer() -> None:
    faulty = [
        case.id
        for case in ALL
        if not (case.left.strip() and case.right.strip() and case.rule)
        or case.left == case.right
        or case.match not in {"true", "false"}
    ]

    assert faulty == []


def test_no_pair_stands_twice_in_either_order() -> None:
    seen = Counter(frozenset((folded(case.left), folded(case.right))) for case in ALL)

    assert [pair for pair, count in seen.items() if count > 1] == []


def test_every_rule_is_explained_once_and_has_two_cases() -> None:
    rules = [rule for rule, _ in EXPLAINED]
    used = Counter(case.rule for case in ALL)

    assert len(rules) == len(set(rules))
    assert set(rules) == set(used)
    assert [rule for rule, count in used.items() if count < 2] == []


def test_a_case_has_the_answer_of_its_rule() -> None:
    answers = dict(EXPLAINED)

    assert [case.id for case in ALL if case.match != answers[case.rule]] == []


@pytest.mark.parametrize("name", WANTED)
def test_a_set_is_large_balanced_and_counted_on_its_page(name: str) -> None:
    matches = sum(case.match == "true" for case in SETS[name])

    assert len(SETS[name]) >= WANTED[name]
    assert 0.4 <= matches / len(SETS[name]) <= 0.6
    assert f"| `{name}.csv` | {len(SETS[name])} | {matches} |" in PAGE


@pytest.mark.parametrize("case", under("romanised-2010"), ids=lambda case: case.id)
def test_an_official_romanisation_is_that_of_the_resolution(case: Case) -> None:
    cyrillic, latin = sorted((case.left, case.right), key=str.isascii)

    told = Counter(romanised(word) for word in re.split(r"[\s-]+", cyrillic))

    assert told == Counter(re.findall("[a-z]+", latin.casefold()))


@pytest.mark.parametrize("case", under("typing-error"), ids=lambda case: case.id)
def test_a_typing_error_is_one_slip_in_one_long_word(case: Case) -> None:
    left, right = words(case.left), words(case.right)
    (wrong,), (meant,) = (left - right).elements(), (right - left).elements()

    assert OSA.distance(wrong, meant) == 1
    assert min(len(wrong), len(meant)) >= 7


@pytest.mark.parametrize("rule", ["accents", "hyphens"])
def test_such_a_case_differs_in_nothing_else(rule: str) -> None:
    differing = [
        case.id for case in under(rule) if sorted(folded(case.left)) != sorted(folded(case.right))
    ]

    assert differing == []


def test_swapped_surnames_are_the_same_words() -> None:
    cases = [(words(c.left.replace("-", " ")), words(c.right.replace("-", " ")), c.id)
             for c in under("surnames-swapped")]  # fmt: skip

    assert [name for left, right, name in cases if left != right] == []


def test_letters_of_the_other_script_look_the_same() -> None:
    cases = [(c.left.translate(_ALIKE), c.right.translate(_ALIKE), c.id)
             for c in under("mixed-script")]  # fmt: skip

    assert [name for left, right, name in cases if left != right] == []
