"""Reads the expectations in Moov Watchman's own tests from a checkout of its repository.

They are what Watchman says, not what is so, and stay outside this repository (Apache-2.0). Rows
that need Watchman's copy of a list (``similarity_ofac_test.go``) or are not about names (dates,
addresses, telephones, Soundex) are not read.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from peers.watchman_score import words

_CALL = r'(?:\w+\.(\w+)\()?"((?:[^"\\]|\\.)*)"\)?'  # a text, perhaps inside a call
_ROW = re.compile(r"\{\s*" + _CALL + r",\s*" + _CALL + r",\s*(\d*\.?\d+),?\s*\}")
_SCORE = re.compile(r"(?:queryName|name):.*?expectedScore:\s*(\d*\.?\d+)", re.DOTALL)
_NAME = re.compile(r'\b(?:Name|Value|queryName):\s*"([^"]*)"')
_INDEX = re.compile(r"\bindex(?=: Entity)|\bindex(?=Name:)")  # where the listed side begins
_LISTS = re.compile(r"AltNames:\s*\[\]string\{([^}]*)\}")
_TEXT = re.compile(r'"([^"]*)"')
_COMMENT = re.compile(r"(?:^|\s)//.*$", re.MULTILINE)


class Row(Struct, frozen=True, kw_only=True):
    """A query, the names that a party is listed under, and the score that Watchman expects.

    ``joins`` says whether short words were also tried together. ``at_least`` marks scores that
    are only a lower bound.
    """

    table: str
    query: str
    listed: tuple[str, ...]
    score: float
    joins: bool = True
    at_least: bool = False


def watchman_rows(checkout: Path) -> list[Row]:
    """All rows; a file that is missing is named."""
    rows: list[Row] = []
    for path, read in _READERS.items():
        where = checkout / path
        if where.exists():
            rows += read(where.read_text(encoding="utf-8"))
        else:
            print(f"watchman: {path} is not in the checkout")
    return rows


def word_rows(text: str) -> Iterator[Row]:
    """``{indexed, search, score}`` in the tests of Jaro-Winkler on words."""
    for part in re.split(r"^func ", text, flags=re.MULTILINE):
        function = part.partition("(")[0]
        if function not in {"TestJaroWinkler", "TestBestPairCombinationJaroWinkler"}:
            continue
        for listed_call, listed, query_call, query, score in _ROW.findall(_COMMENT.sub("", part)):
            yield Row(
                table="words",
                query=_called(query_call, query),
                listed=(_called(listed_call, listed),),
                score=float(score),
                joins=function != "TestJaroWinkler",
            )


def _called(call: str, text: str) -> str:
    """What the test's call makes of the text."""
    text = json.loads(f'"{text}"')
    if call == "LowerAndRemovePunctuation":
        return b" ".join(words(text)).decode()
    return text.lower() if call == "ToLower" else text


def _name_rows(text: str) -> Iterator[Row]:
    """Names of a query and of a party, and an expected score."""
    for part in re.split(r"^func ", text, flags=re.MULTILINE):
        if part.startswith(("TestCompareName(", "TestCalculateNameScore(")):
            for found in _SCORE.finditer(_COMMENT.sub("", part)):
                yield from _named(found[0], float(found[1]))


def _named(text: str, score: float) -> Iterator[Row]:
    query, _, listed = _INDEX.sub("\0", text, count=1).partition("\0")
    asked = _NAME.findall(query)
    names = _NAME.findall(listed) + [
        name for group in _LISTS.findall(listed) for name in _TEXT.findall(group)
    ]
    if asked and asked[0] and names:
        yield Row(table="names", query=asked[0], listed=tuple(dict.fromkeys(names)), score=score)


def _script_rows(text: str) -> Iterator[Row]:
    """Names in another script, which an embedding finds with at least this score."""
    for line in text.splitlines():
        if line and not line.startswith("#"):
            query, listed, score, _ = line.split(",", 3)
            yield Row(
                table="scripts", query=query, listed=(listed,), score=float(score), at_least=True
            )


_READERS = {
    "internal/stringscore/jaro_winkler_test.go": word_rows,
    "pkg/search/similarity_fuzzy_test.go": _name_rows,
    "internal/embeddings/testdata/cross_script_pairs.csv": _script_rows,
}
