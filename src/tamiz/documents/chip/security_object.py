"""The document security object: the digests of all data groups (Doc 9303-10, 4.6.2)."""

from msgspec import Struct

from tamiz.documents.chip import limits
from tamiz.documents.chip.algorithms import HASHES
from tamiz.documents.chip.asn1 import LDS_SECURITY_OBJECT, LdsSecurityObject, reading
from tamiz.documents.chip.signed import SignedObject, read_signed
from tamiz.documents.chip.tlv import content, only, scan
from tamiz.errors import ChipDataError

SOD_TAG = 0x77
_VERSIONS = {0, 1}
_FEWEST_GROUPS = 2  # DG1 and DG2 are mandatory


class SecurityObject(Struct, frozen=True, kw_only=True):
    """What EF.SOD says: the digest of each data group, and who signed that."""

    signed: SignedObject
    hash: str
    digests: dict[int, bytes]
    lds_version: str  # "0107"; empty in the older form, which leaves it to EF.COM


def read_security_object(data: bytes, what: str = "EF.SOD") -> SecurityObject:
    """EF.SOD; ChipDataError if it is not exactly what Doc 9303-10 says."""
    outer = only(data, SOD_TAG, what, most=limits.SIGNED_BYTES)
    inner = content(data, outer)
    signed = read_signed(inner, what, LDS_SECURITY_OBJECT, most=limits.SIGNED_BYTES)
    scan(signed.content, f"{what}, security object", most=limits.SIGNED_BYTES)
    with reading(f"{what}, security object"):
        return _security_object(LdsSecurityObject.load(signed.content, strict=True), signed, what)


def _security_object(found: LdsSecurityObject, signed: SignedObject, what: str) -> SecurityObject:
    version, name = found["version"].native, found["hash_algorithm"]["algorithm"].native
    if version not in _VERSIONS:
        raise ChipDataError(what, 0, f"has a security object of version {version}, not 0 or 1")
    if name not in HASHES:
        raise ChipDataError(what, 0, f"digests data groups with {name}")
    if not _FEWEST_GROUPS <= len(found["hashes"]) <= limits.GROUPS:
        raise ChipDataError(what, 0, f"holds digests of {len(found['hashes'])} data groups")
    digests = {one["number"].native: one["value"].native for one in found["hashes"]}
    if len(digests) != len(found["hashes"]) or not digests.keys() <= set(range(1, 17)):
        raise ChipDataError(what, 0, "numbers data groups twice or not from 1 to 16")
    size = HASHES[name].digest_size
    if any(len(value) != size for value in digests.values()):
        raise ChipDataError(what, 0, f"holds digests that are not {size} bytes long")
    lds = found["version_info"].native
    return SecurityObject(
        signed=signed, hash=name, digests=digests, lds_version=lds["lds_version"] if lds else ""
    )
