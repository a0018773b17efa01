"""Names as numbers of their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.links.graph.name_words import Borne, NameWords

NAMES = [["ana", "bo"], ["ana", "ces"], ["dil"], [], ["ana", "bo", "ces"], ["ana", "eva"]]


def told(borne: Borne) -> list[list[str]]:
    names: list[list[str]] = [[] for _ in range(len(borne))]
    for of, word in zip(borne.of.tolist(), borne.word.tolist(), strict=True):
        names[of].append(borne.words[word])
    return names


def test_words_that_enough_names_have_stand_in_names_that_have_two_of_them() -> None:
    borne = NameWords(NAMES).borne(2)

    assert told(borne) == [["ana", "bo"], ["ana", "ces"], ["ana", "bo", "ces"]]
    assert dict(zip(borne.words, borne.bearers.tolist(), strict=True)) == {
        "ana": 3,
        "bo": 2,
        "ces": 2,
    }


@pytest.mark.parametrize(
    ("first", "last", "step", "found"),
    [
        (0, 3, 1, [["ana", "bo"], ["ana", "ces"], ["ana", "bo", "ces"]]),
        (1, 3, 1, [["ana", "ces"], ["ana", "bo", "ces"]]),
        (0, 3, 2, [["ana", "bo"], ["ana", "bo", "ces"]]),
        (3, 9, 1, []),
    ],
)
def test_some_of_the_names(first: int, last: int, step: int, found: list[list[str]]) -> None:
    assert told(NameWords(NAMES).borne(2).some(first, last, step)) == found


@given(st.lists(st.lists(st.sampled_from("abcde"), unique=True)), st.integers(1, 4))
def test_nobody_is_lost_who_has_two_common_words(names: list[list[str]], fewest: int) -> None:
    counts = {word: sum(word in name for name in names) for word in "abcde"}
    common = [[word for word in name if counts[word] >= fewest] for name in names]

    assert told(NameWords(names).borne(fewest)) == [name for name in common if len(name) > 1]
