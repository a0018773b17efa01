"""Misspelt words find each other: all of them, and no others."""

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tamiz.matching.deletions import deletion_table, edits_allowed
from tamiz.matching.spelling import Spellings

WORDS = st.text(alphabet="abcde", min_size=1, max_size=11)


@given(st.lists(WORDS, max_size=30, unique=True), WORDS, st.sampled_from([1, 2]))
@example(["petrenko"], "prtenko", 2)
@example(["aaaaaaab"], "baaaaaa", 2)
def test_the_same_words_are_found_as_by_comparing_with_every_one(
    words: list[str], word: str, table: int
) -> None:
    most = min(edits_allowed(len(word)), table)
    found = Spellings(words, *deletion_table(words, table)).within(word, most)

    expected = [
        [at for at, other in enumerate(words) if OSA.distance(word, other) == edits]
        for edits in range(1, most + 1)
    ]
    assert [sorted(numbers) for numbers in found] == expected
