"""The errors between words are those that RapidFuzz counts."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tamiz.matching.edits import LONGEST, _all_at_once, _pair_by_pair
from tamiz.matching.texts import Texts

LETTERS = st.text(alphabet="abcS", min_size=1, max_size=14)
LONG = st.text(alphabet="ab", min_size=LONGEST - 2, max_size=LONGEST)


@given(st.lists(st.tuples(LETTERS | LONG, LETTERS | LONG | st.just("")), max_size=20))
@example([("petrenko", "prtenko"), ("ca", "abc"), ("a" * LONGEST, "a" * LONGEST)])
def test_each_pair_has_as_many_errors_as_in_a_table(pairs: list[tuple[str, str]]) -> None:
    given_, words = Texts.of(one for one, _ in pairs), Texts.of(other for _, other in pairs)
    at = np.arange(len(pairs))

    counted = [OSA.distance(one, other) for one, other in pairs]

    assert _all_at_once(given_, at, words, at).tolist() == counted
    assert _pair_by_pair(given_, at, words, at).tolist() == counted
