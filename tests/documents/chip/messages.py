"""Signed messages of the invented State: security objects and master lists, good or spoilt."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar, NamedTuple

from asn1crypto import cms, core, x509

from documents.chip.lds import GROUPS, tlv
from documents.chip.pki import (
    FAST,
    Algorithm,
    Identity,
    authority,
    authority_certificate,
    certificate,
    scheme,
    sign,
    signer,
    signer_certificate,
)
from tamiz.documents.chip.algorithms import digest
from tamiz.documents.chip.asn1 import LDS_SECURITY_OBJECT, Field, LdsSecurityObject


class Certificates(core.SetOf):
    """The certificates of a master list."""

    _child_spec = x509.Certificate


class CscaMasterList(core.Sequence):
    """Doc 9303-12, 8.2."""

    _fields: ClassVar[list[Field]] = [("version", core.Integer), ("certificates", Certificates)]


def security_object(
    groups: dict[int, bytes] | None = None,
    *,
    hash_name: str = "sha256",
    version: int = 0,
    digests: list[dict[str, Any]] | None = None,
) -> bytes:
    """An LDSSecurityObject over some groups; ``digests`` says something else."""
    told = digests or [
        {"number": number, "value": digest(hash_name, data)}
        for number, data in (groups or GROUPS).items()
    ]
    fields = {"version": version, "hash_algorithm": {"algorithm": hash_name}, "hashes": told}
    return bytes(LdsSecurityObject(fields).dump())


class Made(NamedTuple):
    """A CMS message before and after: what tests alter, and how to wrap it again."""

    info: cms.ContentInfo

    @property
    def signed(self) -> cms.SignedData:
        return self.info["content"]

    @property
    def signer_info(self) -> cms.SignerInfo:
        return self.signed["signer_infos"][0]

    def sod(self) -> bytes:
        """EF.SOD."""
        return tlv(0x77, self.cms())

    def cms(self) -> bytes:
        return bytes(self.info.dump(force=True))


def signed_message(
    content: bytes,
    who: Identity | None = None,
    included: tuple[bytes, ...] | None = None,
    *,
    content_type: str = LDS_SECURITY_OBJECT,
    signing_time: datetime | None = None,
    alter_attributes: Callable[[cms.CMSAttributes], None] = lambda _: None,
    by_key_id: bool = False,
    wrong_digest: bool = False,
    serial: int = 7,
) -> Made:
    """A SignedData as Doc 9303-10, 4.6.2 wants it, but for what the arguments spoil."""
    who = who or signer()
    algorithm = who.algorithm
    hashed = digest(algorithm.hash, content + b"!" * wrong_digest)
    attributes = cms.CMSAttributes(
        [
            {"type": "content_type", "values": [content_type]},
            {"type": "message_digest", "values": [hashed]},
        ]
    )
    if signing_time:
        moment = cms.Time({"utc_time": core.UTCTime(signing_time)})
        attributes.append({"type": "signing_time", "values": [moment]})
    alter_attributes(attributes)
    to_sign = attributes.dump(force=True) if len(attributes) else content
    name = {"issuer": authority(algorithm).x509_name, "serial_number": serial}
    sid = cms.SignerIdentifier("issuer_and_serial_number", name)
    if by_key_id:
        sid = cms.SignerIdentifier("subject_key_identifier", who.key_id)
    signed = cms.SignedData(
        {
            "version": "v3",
            "digest_algorithms": [{"algorithm": algorithm.hash}],
            "encap_content_info": {
                "content_type": content_type,
                "content": cms.ParsableOctetString(content),
            },
            "certificates": list(map(x509.Certificate.load, included))
            if included is not None
            else [x509.Certificate.load(signer_certificate(algorithm))],
            "signer_infos": [
                {
                    "version": "v3" if by_key_id else "v1",
                    "sid": sid,
                    "digest_algorithm": {"algorithm": algorithm.hash},
                    **({"signed_attrs": attributes} if len(attributes) else {}),
                    "signature_algorithm": scheme(algorithm),
                    "signature": sign(algorithm, who.common_name, to_sign),
                }
            ],
        }
    )
    return Made(cms.ContentInfo({"content_type": "signed_data", "content": signed}))


def chip(algorithm: Algorithm = FAST, groups: dict[int, bytes] | None = None) -> Made:
    """The signed security object of a good chip."""
    return signed_message(security_object(groups), signer(algorithm))


def master_list(
    certificates: tuple[bytes, ...],
    *,
    algorithm: Algorithm = FAST,
    purposes: tuple[str, ...] = ("2.23.136.1.1.3",),
    with_root: bool = True,
    content: bytes | None = None,
    **changes: Any,
) -> Made:
    """A list of certificates, signed by a master list signer of the invented State."""
    listed = [x509.Certificate.load(one) for one in certificates]
    content = content or CscaMasterList({"version": 0, "certificates": listed}).dump()
    who = Identity("Master List Signer", algorithm)
    own = certificate(who, authority(algorithm), purposes=purposes, serial=9)
    included = (own, authority_certificate(algorithm)) if with_root else (own,)
    return signed_message(
        content, who, included, content_type="2.23.136.1.1.2", serial=9, **changes
    )
