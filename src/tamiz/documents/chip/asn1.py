"""The ASN.1 of Doc 9303-10 and -12, and the one place where asn1crypto meets outside bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from asn1crypto import algos, cms, core

from tamiz.documents.chip.tlv import scan
from tamiz.errors import ChipDataError

LDS_SECURITY_OBJECT = "2.23.136.1.1.1"
CSCA_MASTER_LIST = "2.23.136.1.1.2"
CARD_SECURITY = "0.4.0.127.0.7.3.2.1"  # BSI TR-03110-3, A.1.2.5

# asn1crypto fills these lists with what it works out: they have to be lists.
Field = tuple[str, type[core.Asn1Value]] | tuple[str, type[core.Asn1Value], dict[str, Any]]


class DataGroupHash(core.Sequence):
    """The number of a data group and its digest."""

    _fields: ClassVar[list[Field]] = [("number", core.Integer), ("value", core.OctetString)]


class DataGroupHashes(core.SequenceOf):
    """The digests of all data groups."""

    _child_spec = DataGroupHash


class LdsVersionInfo(core.Sequence):
    """Version 1 of the security object says which LDS and which Unicode it means."""

    _fields: ClassVar[list[Field]] = [
        ("lds_version", core.PrintableString),
        ("unicode_version", core.PrintableString),
    ]


class LdsSecurityObject(core.Sequence):
    """Doc 9303-10, 4.6.2.3."""

    _fields: ClassVar[list[Field]] = [
        ("version", core.Integer),
        ("hash_algorithm", algos.DigestAlgorithm),
        ("hashes", DataGroupHashes),
        ("version_info", LdsVersionInfo, {"optional": True}),
    ]


class RawExtension(core.Sequence):
    """An extension whose value stays as it is: Lithuania's key identifiers lack their wrapping."""

    _fields: ClassVar[list[Field]] = [
        ("id", core.ObjectIdentifier),
        ("critical", core.Boolean, {"default": False}),
        ("value", core.OctetString),
    ]


class RawExtensions(core.SequenceOf):
    """All extensions of a certificate."""

    _child_spec = RawExtension


def content_info(data: bytes, what: str, *, most: int) -> cms.ContentInfo:
    """A CMS message that is whole and within limits."""
    scan(data, what, most=most)
    with reading(what):
        return cms.ContentInfo.load(data, strict=True)


@contextmanager
def reading(what: str, at: int = 0) -> Iterator[None]:
    """Whatever asn1crypto raises over bytes that are no such structure becomes ``ChipDataError``.

    It parses lazily: reading a field may fail as well. What it raises is not documented; its
    source raises ValueError and TypeError, and lets KeyError, IndexError, OverflowError,
    AttributeError and RecursionError through.
    """
    try:
        yield
    except (
        ValueError,
        TypeError,
        LookupError,
        ArithmeticError,
        AttributeError,
        RecursionError,
    ) as e:
        problem = str(e).partition("\n")[0][:200] or type(e).__name__
        raise ChipDataError(what, at, f"is not the structure it should be: {problem}") from e
