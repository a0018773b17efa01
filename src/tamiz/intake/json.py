"""JSON within limits: no double keys, no NaN, no bottomless nesting."""

import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake import limits


def json_file(path: Path) -> object:
    """The value of a whole JSON file."""
    size = path.stat().st_size
    if size > limits.JSON_BYTES:
        raise LimitExceeded(
            "bytes of one JSON document (JSON Lines may be longer)",
            allowed=limits.JSON_BYTES,
            found=size,
            where=path.name,
        )
    return json_value(path.read_bytes(), where=path.name)


def json_value(data: bytes, *, where: str) -> object:
    """The value of a JSON text; InputError says where it fails."""
    try:
        value: object = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_without_doubles,
            parse_constant=_refuse,
            parse_float=_finite,
            parse_int=_countable,
        )
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: not UTF-8 at byte {error.start}; JSON must be UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"{where}: not JSON at line {error.lineno}, column {error.colno}"
        ) from error
    except RecursionError as error:
        raise LimitExceeded(
            "levels of JSON", allowed=limits.JSON_DEPTH, found="far more", where=where
        ) from error
    except ValueError as error:
        raise InputError(f"{where}: {error}") from error
    _refuse_depth(value, where)
    return value


def jsonl_values(path: Path) -> Iterator[tuple[int, object, bytes]]:
    """Line number, value (or the InputError it gave) and bytes of each line that is not blank."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(limits.JSON_LINE_BYTES + 1):
            number += 1
            if len(line) > limits.JSON_LINE_BYTES:
                yield (
                    number,
                    LimitExceeded(
                        "bytes in a line",
                        allowed=limits.JSON_LINE_BYTES,
                        found="more",
                        where=f"{path.name} line {number}",
                    ),
                    line[: limits.KEPT_CHARACTERS],
                )
                while line and not line.endswith(b"\n"):
                    line = file.readline(limits.JSON_LINE_BYTES)
            elif line.strip():
                yield number, _value_or_error(line, f"{path.name} line {number}"), line


def _value_or_error(line: bytes, where: str) -> object:
    try:
        return json_value(line, where=where)
    except InputError as error:
        return error


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object; which is meant?")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON value")


def _finite(digits: str) -> float:
    """A number that a computer can hold; ``1e999`` would silently become infinite."""
    if not math.isfinite(number := float(digits)):
        raise ValueError("a number is too large to be held exactly")
    return number


def _countable(digits: str) -> int:
    """A whole number; thousands of digits would take time squared."""
    if len(digits) > limits.JSON_DIGITS:
        raise ValueError(f"a whole number of more than {limits.JSON_DIGITS} digits")
    return int(digits)


def _refuse_depth(value: object, where: str) -> None:
    """Measure the nesting level by level, without recursion."""
    level: list[object] = [value]
    for _ in range(limits.JSON_DEPTH):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return
    raise LimitExceeded("levels of JSON", allowed=limits.JSON_DEPTH, found="more", where=where)


def _inside(value: object) -> Iterable[object]:
    """The values directly inside an object or an array."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
