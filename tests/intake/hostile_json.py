"""Hostile dossiers in JSON, JSON Lines and FollowTheMoney."""

import json

from intake.hostile_files import NOTED, READ, REFUSED, REJECTED, WARNED, Case

_ANN, _BOB = '{"id": "1", "name": "Ann Moss"}', '{"id": "2", "name": "Bob Reyes"}'
_CYD = '{"id": "3", "name": "Cyd Vale", '


def _document(entry: str) -> bytes:
    """A JSON array of an entry and two good ones."""
    return f"[{entry}, {_ANN}, {_BOB}]".encode()


def _lines(*entries: str) -> bytes:
    return "\n".join((*entries, _ANN, _BOB, "")).encode()


def _entities(*entities: tuple[str, str, dict[str, list[str]]]) -> bytes:
    """FollowTheMoney entities, a line each."""
    return "\n".join(
        json.dumps({"id": entity_id, "schema": schema, "properties": properties})
        for entity_id, schema, properties in entities
    ).encode()


def _case(
    name: str,
    data: bytes,
    outcome: str,
    says: str = "",
    ids: tuple[str, ...] = ("1", "2"),
    rows: tuple[int, ...] = (),
) -> Case:
    is_lines = data.startswith((b"{", b"\n")) and b"\n" in data
    return Case(name, data, outcome, says, ids, rows, f"dossiers.{'jsonl' if is_lines else 'json'}")


_PAPERS = ", ".join(['{"number": "A1"}'] * 2_000)
_PERSONS = (
    ("1", "Person", {"name": ["Ann Moss"]}),
    ("2", "Person", {"name": ["Bob Reyes"]}),
)
_TIE = ("f", "Family", {"person": ["1"], "relative": ["3"]})

DOSSIERS = (
    _case("brackets 100,000 deep", b"[" * 100_000, REFUSED, "levels of JSON", ()),
    _case("objects 1,000 deep", _document(_CYD + '"x":' + '{"x":' * 1000 + "1" + "}" * 1001), REFUSED,
          "levels of JSON", ()),
    _case("a document cut off", _document("{}")[:-9], REFUSED, "not JSON at line 1", ()),
    _case("a comma too many", b"[" + _ANN.encode() + b",]", REFUSED, "not JSON at line 1", ()),
    _case("a document in UTF-16", _document("{}").decode().encode("utf-16"), REFUSED,
          "JSON must be: save it so", ()),
    _case("a document in latin-1", '[{"name": "José"}]'.encode("latin-1"), REFUSED,
          "not UTF-8 at byte 14", ()),
    _case("a text in place of a list", b'{"dossiers": "none"}', REJECTED, "no name", (), (1,)),
    _case("an empty list", b"[]", WARNED, "nobody to screen", ()),
    _case("a byte order mark", b"\xef\xbb\xbf" + f"[{_ANN}, {_BOB}]".encode(), READ),
    _case("numbers among the dossiers", _document("3"), REJECTED, "expected an object", rows=(1,)),
    _case("NaN", _document(_CYD + '"phone": NaN}'), REJECTED, "NaN is no JSON value", rows=(1,)),
    _case("a key that stands twice", _document(_CYD + '"name": "X"}'), REJECTED,
          "a key stands twice", rows=(1,)),
    _case("a whole number of 100,000 digits", _document(_CYD + f'"phone": {"9" * 100_000}}}'),
          REJECTED, "more than 64 digits", rows=(1,)),
    _case("a number beyond all numbers", _document(_CYD + '"phone": 1e999}'), REJECTED,
          "too large", rows=(1,)),
    _case("half a surrogate pair", _document(r'{"id": "3", "name": "Cyd \ud800"}'), REJECTED,
          "/name: half of a surrogate pair", rows=(1,)),
    _case("half a surrogate pair within an address",
          _document(_CYD + r'"address": {"city": "\udfff"}}'), REJECTED, "surrogate", rows=(1,)),
    _case("a truth value for a name", _document('{"id": "3", "name": true}'), REJECTED,
          "/name: true or false", rows=(1,)),
    _case("an object for a name", _document('{"id": "3", "name": {"a": "b"}}'), REJECTED,
          "/name: an object stands where a text", rows=(1,)),
    _case("texts for documents", _document(_CYD + '"documents": ["A1"]}'), REJECTED,
          "/documents: expected objects", rows=(1,)),
    _case("null for everything", _document('{"id": null, "name": null}'), REJECTED, "no name",
          rows=(1,)),
    _case("a key that every program knows", _document(_CYD + '"__proto__": {"a": [1]}}'), READ,
          ids=("3", "1", "2")),
    _case("two spellings of one key", _document(_CYD + '"Name": "Cid Vale"}'), READ,
          ids=("3", "1", "2")),
    _case("dates of service that are none",
          _document(_CYD + '"service": [{"start": "yesterday", "organisation": "X"}]}'), NOTED,
          "3: service:unreadable", ("3", "1", "2")),
    _case("2,000 documents", _document(_CYD + f'"documents": [{_PAPERS}]}}'), REJECTED,
          "documents: more than 500", rows=(1,)),
    _case("a line that is no JSON", _lines("{oops"), REJECTED, "line 1: not JSON", rows=(1,)),
    _case("a line of 9 MB", _lines(_CYD + f'"x": "{"x" * 9_000_000}"}}'), REJECTED,
          "bytes in a line", rows=(1,)),
    _case("a line 1,000 levels deep", _lines(_CYD + f'"x": {"[" * 1000}{"]" * 1000}}}'), REJECTED,
          "levels of JSON", rows=(1,)),
    _case("a line with a comma behind it", _lines(_CYD + '"sex": "F"},'), REJECTED, "not JSON",
          rows=(1,)),
    _case("the same id on two lines", _lines('{"id": "2", "name": "Cyd Vale"}'), REJECTED,
          "the same id as row 1", ("2", "1"), (3,)),
    _case("blank lines between", b"\n\n" + _lines("", ""), READ),
)  # fmt: skip

ENTITIES = (
    _case("entities without a person",
          _entities(("c", "Company", {"name": ["X"]}), ("d", "Company", {"name": ["Y"]})), WARNED,
          "no Person", ()),
    _case("a line that is no entity", _entities(*_PERSONS) + b'\n{"a": 1}\n', REJECTED,
          "not a FollowTheMoney entity", rows=(3,)),
    _case("a person without a name", _entities(*_PERSONS, ("3", "Person", {})), REJECTED,
          "no name", rows=(3,)),
    _case("a person who is only a relative",
          _entities(*_PERSONS, ("3", "Person", {"name": ["Cyd"]}), _TIE), WARNED,
          "1 person is only named as a relative or associate"),
    _case("ties that lead nowhere",
          _entities(*_PERSONS, ("f", "Family", {"person": ["9"], "relative": ["8"]})), WARNED,
          "1 tie names a person who is not in the file"),
    _case("a person who is their own relative",
          _entities(*_PERSONS, ("f", "Family", {"person": ["1"], "relative": ["1"]})), READ),
    _case("properties that are no lists",
          _entities(_PERSONS[0], _PERSONS[1]).replace(b'["Bob Reyes"]', b'"Bob Reyes"'), READ),
    _case("an entity that nobody uses", _entities(*_PERSONS, ("v", "Vessel", {"name": ["X"]})),
          WARNED, "not used: Vessel"),
)  # fmt: skip

DOCUMENTS = (*DOSSIERS, *ENTITIES)
