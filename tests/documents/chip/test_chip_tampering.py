"""Each way of tampering with a chip is found, and the step that finds it says how."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from asn1crypto import algos, cms, core, x509

from documents.chip.lds import GROUPS, dg1, dg2, dg11, tlv
from documents.chip.messages import Made, chip, security_object, signed_message
from documents.chip.pki import (
    FAST,
    Algorithm,
    Identity,
    authority,
    certificate,
    sign,
    signer,
    signer_certificate,
)
from documents.chip.test_chip_authenticate import checked
from tamiz.documents.chip import Outcome, Reason, StepKind
from tamiz.documents.chip.algorithms import digest

SOD, DIGEST, SIGNATURE = StepKind.SECURITY_OBJECT, StepKind.DIGEST, StepKind.SIGNATURE
CHAIN, GROUP = StepKind.CHAIN, StepKind.DATA_GROUP
EXPLICIT = Algorithm("P-256", "sha256", explicit=True)


class Case(NamedTuple):
    """What was done, to which file, and where it must be found."""

    name: str
    sod: Callable[[], bytes]
    kind: StepKind
    reason: Reason
    groups: dict[int, bytes] = GROUPS


def altered(change: Callable[[Made], object]) -> Callable[[], bytes]:
    """A good chip's EF.SOD with something in its CMS changed."""

    def sod() -> bytes:
        made = chip()
        change(made)
        return made.sod()

    return sod


def object_with(**fields: object) -> Callable[[], bytes]:
    """EF.SOD, rightly signed, with a security object that is wrong in itself."""
    return lambda: signed_message(security_object(**fields)).sod()  # type: ignore[arg-type]


def set_version(version: str) -> Callable[[Made], None]:
    def change(made: Made) -> None:
        made.signed["version"] = version

    return change


def set_content(made: Made) -> None:
    other = security_object({1: dg1(), 2: dg2(), 11: dg11()})
    made.signed["encap_content_info"]["content"] = cms.ParsableOctetString(other)


def swap_digest(made: Made) -> None:
    """Announce SHA-1 for digest and signature, keep the rest."""
    made.signed["digest_algorithms"] = [{"algorithm": "sha1"}]
    made.signer_info["digest_algorithm"] = {"algorithm": "sha1"}
    made.signer_info["signature_algorithm"] = {"algorithm": "sha1_ecdsa"}


def set_scheme(name: str) -> Callable[[Made], None]:
    def change(made: Made) -> None:
        made.signer_info["signature_algorithm"] = algos.SignedDigestAlgorithm({"algorithm": name})

    return change


def sign_content_only() -> bytes:
    """No signed attributes at all, the signature over the content itself."""
    return signed_message(security_object(), alter_attributes=_empty).sod()


def _empty(attributes: cms.CMSAttributes) -> None:
    attributes.contents = b""
    attributes.children = []


def without(name: str) -> Callable[[], bytes]:
    def drop(attributes: cms.CMSAttributes) -> None:
        attributes.children = [one for one in attributes if one["type"].native != name]
        attributes._mutated = True

    return lambda: signed_message(security_object(), alter_attributes=drop).sod()


def twice_the_digest() -> bytes:
    def add(attributes: cms.CMSAttributes) -> None:
        again = digest("sha256", b"something else")
        attributes.append({"type": "message_digest", "values": [again]})

    return signed_message(security_object(), alter_attributes=add).sod()


def other_content_type() -> bytes:
    def change(attributes: cms.CMSAttributes) -> None:
        attributes[0]["values"] = ["2.23.136.1.1.2"]
        attributes._mutated = True

    return signed_message(security_object(), alter_attributes=change).sod()


def self_made_signer() -> bytes:
    """A signer's certificate that claims the authority's key, signed by the forger's."""
    own = certificate(signer(), authority(), signed_as=Identity("Forger"))
    return signed_message(security_object(), included=(own,)).sod()


def signer_with(**fields: object) -> Callable[[], bytes]:
    def sod() -> bytes:
        own = certificate(signer(), authority(), **fields)  # type: ignore[arg-type]
        return signed_message(security_object(), included=(own,)).sod()

    return sod


def forged_generator() -> bytes:
    """CVE-2020-0601: the curve's equation and order, but a generator of the forger's choice."""
    who = Identity("Document Signer 1", EXPLICIT)
    own = certificate(who, authority(), forged=True)
    made = signed_message(security_object(), who, (own,))
    made.signer_info["sid"].chosen["issuer"] = authority().x509_name
    return made.sod()


def changed_after_signing() -> bytes:
    """The signer's certificate with another name in it, its signature kept."""
    good = x509.Certificate.load(signer_certificate())
    tbs = good["tbs_certificate"]
    tbs["subject"] = Identity("Someone Else").x509_name
    bad = x509.Certificate(
        {
            "tbs_certificate": x509.TbsCertificate.load(tbs.dump(force=True)),
            "signature_algorithm": good["signature_algorithm"],
            "signature_value": good["signature_value"].native,
        }
    ).dump()
    return signed_message(security_object(), included=(bad,)).sod()


def wrong_signer() -> bytes:
    """Signed by a key that is not the included certificate's."""
    made = chip()
    attributes = made.signer_info["signed_attrs"].untag().dump(force=True)
    made.signer_info["signature"] = sign(FAST, "Forger", attributes)
    return made.sod()


def two_signers(made: Made) -> None:
    one = made.signer_info.copy()
    one["version"] = "v3"
    one["sid"] = cms.SignerIdentifier("subject_key_identifier", b"other")
    made.signed["signer_infos"].append(one)


def trailing_inside(made: Made) -> None:
    content = security_object() + b"\0"
    made.signed["encap_content_info"]["content"] = cms.ParsableOctetString(content)


def digests(*numbers: int, size: int = 32) -> list[dict[str, object]]:
    return [{"number": number, "value": bytes(size)} for number in numbers]


CHANGED = {1: dg1(), 2: dg2(points=2)}
CASES = (
    Case("data group changed", chip_sod := (lambda: chip().sod()), GROUP, Reason.DIFFERS, CHANGED),
    Case("data group added", chip_sod, GROUP, Reason.NOT_IN_SECURITY_OBJECT, {**GROUPS, 11: dg11()}),
    Case("content changed", altered(set_content), DIGEST, Reason.DIFFERS),
    Case("digest of other content", lambda: signed_message(security_object(), wrong_digest=True).sod(),
         DIGEST, Reason.DIFFERS),
    Case("signed by another key", wrong_signer, SIGNATURE, Reason.WRONG_SIGNATURE),
    Case("no signer's certificate", lambda: signed_message(security_object(), included=()).sod(),
         SIGNATURE, Reason.SIGNER_NOT_INCLUDED),
    Case("another signer's certificate", signer_with(serial=8), SIGNATURE, Reason.SIGNER_NOT_INCLUDED),
    Case("signer made by a forger", self_made_signer, CHAIN, Reason.CHAIN_BROKEN),
    Case("signer's certificate changed", changed_after_signing, CHAIN, Reason.CHAIN_BROKEN),
    Case("signer before its authority", signer_with(valid=(2010, 2036)), CHAIN,
         Reason.AUTHORITY_NOT_VALID),
    Case("list signer's certificate", signer_with(purposes=("2.23.136.1.1.3",)), CHAIN,
         Reason.WRONG_PURPOSE),
    Case("authority's certificate as signer", signer_with(is_ca=True), CHAIN, Reason.WRONG_PURPOSE),
    Case("forged generator", forged_generator, SIGNATURE, Reason.FORGED_KEY),
    Case("digest algorithm swapped", altered(swap_digest), DIGEST, Reason.DIFFERS),
    Case("signature algorithm swapped", altered(set_scheme("sha384_ecdsa")), SOD, Reason.MALFORMED),
    Case("RSA announced for a curve", altered(set_scheme("sha256_rsa")), SIGNATURE,
         Reason.WRONG_SIGNATURE),
    Case("digest not announced", altered(lambda m: m.signed.__setitem__("digest_algorithms", [
        {"algorithm": "sha512"}])), SOD, Reason.MALFORMED),
    Case("MD5", altered(lambda m: (
        m.signed.__setitem__("digest_algorithms", [{"algorithm": "md5"}]),
        m.signer_info.__setitem__("digest_algorithm", {"algorithm": "md5"}))), SOD, Reason.MALFORMED),
    Case("no signed attributes", sign_content_only, SOD, Reason.MALFORMED),
    Case("content type not signed", without("content_type"), SOD, Reason.MALFORMED),
    Case("digest not signed", without("message_digest"), SOD, Reason.MALFORMED),
    Case("two digests signed", twice_the_digest, SOD, Reason.MALFORMED),
    Case("another content type signed", other_content_type, SOD, Reason.MALFORMED),
    Case("content of another type", lambda: signed_message(
        security_object(), content_type="1.2.840.113549.1.7.1").sod(), SOD, Reason.MALFORMED),
    *(Case(f"SignedData {version}", altered(set_version(version)),
           SOD, Reason.MALFORMED) for version in ("v0", "v1", "v2", "v4", "v5")),
    Case("SignerInfo v3 with a name", altered(lambda m: m.signer_info.__setitem__("version", "v3")),
         SOD, Reason.MALFORMED),
    Case("two signers", altered(two_signers), SOD, Reason.MALFORMED),
    Case("byte after the file", lambda: chip().sod() + b"\0", SOD, Reason.MALFORMED),
    Case("byte after the CMS", lambda: tlv(0x77, chip().cms() + b"\0"), SOD, Reason.MALFORMED),
    Case("byte after the security object", altered(trailing_inside), SOD, Reason.MALFORMED),
    Case("not EF.SOD's tag", lambda: tlv(0x78, chip().cms()), SOD, Reason.MALFORMED),
    Case("security object of version 2", object_with(version=2), SOD, Reason.MALFORMED),
    Case("security object of version -1", object_with(version=-1), SOD, Reason.MALFORMED),
    Case("data groups digested with MD5", object_with(hash_name="md5", digests=digests(1, 2, size=16)),
         SOD, Reason.MALFORMED),
    Case("one data group", object_with(digests=digests(1)), SOD, Reason.MALFORMED),
    Case("data group 17", object_with(digests=digests(1, 17)), SOD, Reason.MALFORMED),
    Case("data group 0", object_with(digests=digests(0, 1)), SOD, Reason.MALFORMED),
    Case("data group twice", object_with(digests=digests(1, 1)), SOD, Reason.MALFORMED),
    Case("short digests", object_with(digests=digests(1, 2, size=4)), SOD, Reason.MALFORMED),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name.replace(" ", "-") for case in CASES])
def test_tampering_is_found_where_it_was_done(case: Case) -> None:
    report = checked(case.sod(), case.groups)

    reasons = {one.reason for one in report.steps if one.kind is case.kind}
    assert case.reason in reasons
    assert report.outcome is not Outcome.VERIFIED
    if case.name != "no signer's certificate":
        assert report.outcome is Outcome.FAILED


def test_what_is_malformed_is_told_with_its_place() -> None:
    sod = chip().sod()

    found = checked(sod + b"\0").of(SOD)

    assert found is not None
    assert found.position == len(sod)
    assert "1 bytes follow" in found.found


def test_no_later_step_is_answered_when_the_security_object_is_malformed() -> None:
    report = checked(chip().sod() + b"\0")

    later = {one.reason for one in report.steps if one.kind in {DIGEST, SIGNATURE, CHAIN, GROUP}}
    assert later == {Reason.EARLIER_STEP}


def test_a_signer_may_be_named_by_its_key() -> None:
    assert checked(signed_message(security_object(), by_key_id=True).sod()).outcome is (
        Outcome.VERIFIED
    )


def test_the_signature_may_be_over_another_order_than_the_one_written() -> None:
    made = chip()
    parts = [one.dump() for one in made.signer_info["signed_attrs"]]
    good, other = b"".join(parts), b"".join(parts[::-1])
    sod = tlv(0x77, made.cms().replace(good, other))

    assert sod != made.sod()
    assert checked(sod).outcome is Outcome.VERIFIED


def test_signed_attributes_of_indefinite_length_are_verified() -> None:
    made = chip()
    attributes = made.signer_info["signed_attrs"].dump()
    outer = made.signer_info.dump()
    inside = outer[2:] if outer[1] < 0x80 else outer[3:] if outer[1] == 0x81 else outer[4:]
    loose = b"\x30\x80" + inside.replace(
        attributes, b"\xa0\x80" + attributes[2:] + b"\0\0"
    ) + b"\0\0"  # fmt: skip
    signers = made.signed["signer_infos"].dump()
    data = made.cms().replace(signers, b"\x31\x80" + loose + b"\0\0")

    assert checked(tlv(0x77, _reopened(data))).outcome is Outcome.VERIFIED


def _reopened(data: bytes) -> bytes:
    """A CMS whose three outer lengths no longer hold, with indefinite ones instead."""
    assert (data[0], data[1], data[15], data[16], data[19], data[20]) == (
        0x30, 0x82, 0xA0, 0x82, 0x30, 0x82)  # fmt: skip
    return b"\x30\x80" + data[4:15] + b"\xa0\x80\x30\x80" + data[23:] + b"\0\0" * 3


def test_signed_attributes_in_another_order_than_der_wants_are_accepted() -> None:
    made = chip()
    attributes = made.signer_info["signed_attrs"]
    parts = [one.dump() for one in attributes][::-1]
    written = core.SetOf(spec=core.Any, contents=b"".join(parts)).dump()
    made.signer_info["signature"] = sign(FAST, signer().common_name, written)
    good, body = made.cms(), b"".join(parts[::-1])
    sod = tlv(0x77, good.replace(body, b"".join(parts)))

    assert checked(sod).outcome is Outcome.VERIFIED
