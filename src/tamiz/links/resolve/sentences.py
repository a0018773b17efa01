"""Which sentence is said of each level of each feature; none of a level that says nothing."""

from tamiz.links.resolve.births import Birth
from tamiz.links.resolve.names import Named
from tamiz.links.resolve.people import ADDRESS, EMAIL, HANDLE, NUMBER, PHONE, PLACE, RELATIVE, TEXT
from tamiz.links.resolve.score import BIRTH, NAME, ORIGIN, SEX

_SHARED = {1: "different", 2: "same"}
CODES: dict[str, dict[int, str]] = {
    NAME: {int(level): level.name.lower() for level in Named if level},
    BIRTH: {int(level): level.name.lower() for level in Birth if level},
    SEX: _SHARED,
    NUMBER: {**_SHARED, 3: "one_register", 4: "near"},
    PHONE: _SHARED,
    EMAIL: _SHARED,
    HANDLE: _SHARED,
    ADDRESS: _SHARED,
    PLACE: _SHARED,
    RELATIVE: _SHARED,
    TEXT: _SHARED,
    ORIGIN: {1: "same"},
}
