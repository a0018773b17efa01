"""JSON within limits: no double keys, no NaN, no bottomless nesting."""

import json
import math
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from tamiz.errors import InputError, LimitExceeded
from tamiz.intake import limits

Text = TypeVar("Text")  # what the decoder hands to a hook: digits, a constant, pairs


class Fault(Struct, frozen=True):
    """What stands in a value where the text has something that JSON does not allow."""

    message: str
    raw: object


def json_file(path: Path) -> object:
    """The value of a whole JSON file; InputError says where it fails."""
    value = _parsed_file(path)
    _refuse_faults(value, path.name)
    return value


def json_value(data: bytes, *, where: str) -> object:
    """The value of a JSON text; InputError says where it fails."""
    try:
        return _faultless(data, where=where)
    except (ValueError, RecursionError):  # read again with care, to say what is wrong and where
        value = _parsed(data, where=where)
        _refuse_faults(value, where)
        return value


def json_items(path: Path, key: str) -> Iterator[tuple[object, str]]:
    """The entries of a whole JSON document: an array, one object, or an array under ``key``.

    Each comes with its text; of one with a fault, the InputError that it gave.
    """
    value = _parsed_file(path)
    if isinstance(value, dict):
        value = value[key] if isinstance(value.get(key), list) else [value]
    if not isinstance(value, list):
        _refuse_faults(value, path.name)
        raise InputError(f"{path.name}: expected a list of objects, found a single value")
    for number, item in enumerate(value, start=1):
        fault = _fault_in(item)
        text = json_text(item)
        yield InputError(f"entry {number}: {fault.message}") if fault else item, text


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


def json_text(value: object) -> str:
    """A value as JSON on one line; a fault as what stood there."""
    return json.dumps(value, ensure_ascii=False, default=_raw)


def _raw(fault: object) -> object:
    return fault.raw if isinstance(fault, Fault) else str(fault)


def _parsed_file(path: Path) -> object:
    size = path.stat().st_size
    if size > limits.JSON_BYTES:
        raise LimitExceeded(
            "bytes of one JSON document (JSON Lines may be longer)",
            allowed=limits.JSON_BYTES,
            found=size,
            where=path.name,
        )
    return _parsed(path.read_bytes(), where=path.name)


def _faultless(data: bytes, *, where: str) -> object:
    """The value of a JSON text that is all that it should be; ValueError if it is not.

    Lists come as millions of short lines: their values need not be walked, for the decoder stops
    at a fault, and with so few brackets they cannot be too deep.
    """
    value: object = _STRICT.decode(data.decode("utf-8-sig"))
    if data.count(b"[") + data.count(b"{") > limits.JSON_DEPTH:
        _refuse_depth(value, where)
    return value


def _parsed(data: bytes, *, where: str) -> object:
    """The value of a JSON text, with a Fault for each thing in it that JSON does not allow."""
    try:
        value: object = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_without_doubles,
            parse_constant=_no_value,
            parse_float=_finite,
            parse_int=_countable,
        )
    except UnicodeDecodeError as error:
        raise InputError(
            f"{where}: not UTF-8 at byte {error.start}; JSON must be: save it so"
        ) from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"{where}: not JSON at line {error.lineno}, column {error.colno}: "
            f"{error.msg}; correct it there, or send the file again if it was cut off"
        ) from error
    except RecursionError as error:
        raise LimitExceeded(
            "levels of JSON", allowed=limits.JSON_DEPTH, found="far more", where=where
        ) from error
    _refuse_depth(value, where)
    return value


def _value_or_error(line: bytes, where: str) -> object:
    try:
        return json_value(line, where=where)
    except InputError as error:
        return error


def _without_doubles(pairs: list[tuple[str, object]]) -> object:
    found = dict(pairs)
    if len(found) < len(pairs):
        return Fault("a key stands twice in one object; which is meant?", pairs)
    return found


def _no_value(constant: str) -> Fault:
    return Fault(f"{constant} is no JSON value; write null for what is not known", constant)


def _finite(digits: str) -> float | Fault:
    if not math.isfinite(number := float(digits)):
        return Fault("a number is too large to be held exactly", digits)
    return number


def _countable(digits: str) -> int | Fault:
    """A whole number; thousands of digits would take time squared."""
    if len(digits) > limits.JSON_DIGITS:
        return Fault(f"a whole number of more than {limits.JSON_DIGITS} digits", digits)
    return int(digits)


def _strictly(hook: Callable[[Text], object]) -> Callable[[Text], object]:
    """The hook, with ValueError in place of a fault."""

    def strict(text: Text) -> object:
        value = hook(text)
        if isinstance(value, Fault):
            raise ValueError(value.message)  # noqa: TRY004 - of the text, not of the program
        return value

    return strict


_STRICT = json.JSONDecoder(
    object_pairs_hook=_strictly(_without_doubles),
    parse_constant=_strictly(_no_value),
    parse_float=_strictly(_finite),
    parse_int=_strictly(_countable),
)


def _refuse_faults(value: object, where: str) -> None:
    if fault := _fault_in(value):
        raise InputError(f"{where}: {fault.message}")


def _fault_in(value: object) -> Fault | None:
    """The first fault in a value whose depth is known to be limited."""
    level: list[object] = [value]
    while level:
        for one in level:
            if isinstance(one, Fault):
                return one
        level = [inner for outer in level for inner in _inside(outer)]
    return None


def _refuse_depth(value: object, where: str) -> None:
    """Measure the nesting level by level, without recursion."""
    level: list[object] = [value]
    for _ in range(limits.JSON_DEPTH):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return
    raise LimitExceeded("levels of JSON", allowed=limits.JSON_DEPTH, found="more", where=where)


def _inside(value: object) -> Iterable[object]:
    """The values directly inside an object, an array, or what stands for a fault."""
    match value:
        case dict():
            return value.values()
        case list() | tuple():
            return value
        case Fault(raw=list() as raw):
            return raw
        case _:
            return ()
