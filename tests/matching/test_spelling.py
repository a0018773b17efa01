"""Misspelt words find each other: all of them, and no others."""

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tamiz.matching.deletions import deletion_table, edits_allowed
from tamiz.matching.spelling import Spellings
from tamiz.matching.texts import Texts

WORDS = st.text(alphabet="abcde", min_size=1, max_size=11)


@given(
    st.lists(WORDS, max_size=30, unique=True), st.lists(WORDS, max_size=4), st.sampled_from([1, 2])
)
@example(["petrenko"], ["prtenko"], 2)
@example(["aaaaaaab"], ["baaaaaa"], 2)
def test_the_same_words_are_found_as_by_comparing_with_every_one(
    words: list[str], given_words: list[str], table: int
) -> None:
    most = [min(edits_allowed(len(word)), table) for word in given_words]
    found = Spellings(Texts.of(words), *deletion_table(words, table)).near(given_words, most)

    expected = {
        (one, at, edits)
        for one, word in enumerate(given_words)
        for at, other in enumerate(words)
        if 0 < (edits := OSA.distance(word, other)) <= most[one]
    }
    assert set(zip(*(column.tolist() for column in found), strict=True)) == expected
