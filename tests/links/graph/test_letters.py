"""Letters that were copied, and letters that many write."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tamiz.links.graph.letters import FEW, LetterCounts, Letters, told_by

OWN = (
    "Since my youth I have repaired the pumps of our cooperative beside the river, and what I"
    " learned there about current, wire and patience I would bring to your school in spring."
)
OTHER = (
    "My grandmother kept bees on the slope above the quarry; she taught me to move slowly and to"
    " count before I act, which is why the colonel of our village sent me to ask for a place."
)
TEMPLATE = (
    "I kindly ask to be admitted to the course because I want to help people in need and to serve"
    " wherever the organisation sends me, with discipline and an open heart for everybody."
)


def letters(folder: Path, texts: Sequence[str]) -> Letters:
    counts = LetterCounts()
    for text in texts:
        counts.add(text)
    counts.write(folder / "letters.npy")
    return Letters(folder / "letters.npy")


@pytest.mark.parametrize(
    "copy",
    [
        OWN,
        OWN.upper(),
        OWN.replace(",", " —"),
        OWN.replace("youth", "childhood").replace("spring", "autumn"),
        f"Dear Sirs! {OWN} Yours, Heberto.",
        f"{OWN} {TEMPLATE}",
    ],
    ids=["whole", "in capitals", "other signs", "two words", "with a greeting", "with a template"],
)
def test_a_copy_is_seen_through_changes(tmp_path: Path, copy: str) -> None:
    assert letters(tmp_path, [OWN, copy]).is_copy(told_by(OWN), told_by(copy))


@pytest.mark.parametrize(
    "other",
    ["", "I want to help.", OTHER, OWN[: len(OWN) // 6], " ".join(reversed(OWN.split()))],
    ids=["none", "a sentence", "another letter", "its beginning", "its words the other way"],
)
def test_another_letter_is_no_copy(tmp_path: Path, other: str) -> None:
    assert not letters(tmp_path, [OWN, other]).is_copy(told_by(OWN), told_by(other))


@pytest.mark.parametrize(("many", "is_copy"), [(2, True), (FEW, True), (FEW + 1, False)])
def test_a_template_that_many_use_is_nobodys_own(tmp_path: Path, many: int, is_copy: bool) -> None:
    assert (
        letters(tmp_path, [TEMPLATE] * many).is_copy(told_by(TEMPLATE), told_by(TEMPLATE))
        is is_copy
    )


def test_a_template_with_own_words_is_no_copy(tmp_path: Path) -> None:
    one, other = f"{TEMPLATE} {OWN}", f"{TEMPLATE} {OTHER}"

    assert not letters(tmp_path, [one, other, *[TEMPLATE] * FEW]).is_copy(
        told_by(one), told_by(other)
    )


def test_a_copy_within_a_template_is_still_seen(tmp_path: Path) -> None:
    one, other = f"{TEMPLATE} {OWN}", f"{OWN} {TEMPLATE}"

    assert letters(tmp_path, [one, other, *[TEMPLATE] * FEW]).is_copy(told_by(one), told_by(other))


def test_a_phrase_that_one_letter_repeats_counts_once(tmp_path: Path) -> None:
    text = " ".join([OWN] * 20)

    assert letters(tmp_path, [text, OWN]).is_copy(told_by(text), told_by(OWN))


def test_a_letter_of_a_hundred_thousand_words_is_bounded(tmp_path: Path) -> None:
    text = " ".join(f"palabra{at}" for at in range(100_000))

    found = letters(tmp_path, [text, text])

    assert len(found.rare(told_by(text))) < 2_000
    assert found.is_copy(told_by(text), told_by(text))
