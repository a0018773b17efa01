"""Keys and signature algorithms that are not known are never taken for known ones."""

from datetime import date

import ecdsa
import pytest
from asn1crypto import algos, core, keys

from documents.chip.messages import master_list, security_object, signed_message
from documents.chip.pki import (
    FAST,
    Algorithm,
    Identity,
    authority,
    authority_certificate,
    certificate,
    public_info,
    scheme,
    specified,
)
from documents.chip.test_chip_authenticate import checked, step
from tamiz.documents.chip import (
    AnchorFormat,
    Outcome,
    Reason,
    StepKind,
    Trust,
    read_anchors,
    trust_of,
)
from tamiz.documents.chip.algorithms import Padding, Scheme
from tamiz.documents.chip.anchors import AnchorFile
from tamiz.documents.chip.certificates import read_certificate
from tamiz.documents.chip.keys import UnusableKey, read_key, read_scheme
from tamiz.documents.chip.trust import chain_of
from tamiz.errors import ChipDataError

UNKNOWN = Algorithm("secp256k1", "sha256")
PSS = Algorithm("rsa", "sha256", pss=True)


def rsa_info(modulus: int, exponent: int) -> keys.PublicKeyInfo:
    public = keys.RSAPublicKey({"modulus": modulus, "public_exponent": exponent})
    return keys.PublicKeyInfo({"algorithm": {"algorithm": "rsa"}, "public_key": public})


def curve_info(parameters: keys.ECDomainParameters) -> keys.PublicKeyInfo:
    found = public_info(FAST, "one")
    found["algorithm"]["parameters"] = parameters
    return keys.PublicKeyInfo.load(found.dump(force=True))


def binary_field() -> keys.ECDomainParameters:
    domain = specified(ecdsa.NIST256p)
    domain["field_id"] = {
        "field_type": "characteristic_two_field",
        "parameters": {"m": 113, "basis": "gn_basis", "parameters": core.Null()},
    }
    return keys.ECDomainParameters("specified", domain)


def huge_field() -> keys.ECDomainParameters:
    domain = specified(ecdsa.NIST256p)
    domain["field_id"]["parameters"] = core.Integer(1 << 2_000)
    return keys.ECDomainParameters("specified", domain)


ODD = (1 << 2_047) + 1
UNUSABLE = [
    ("RSA too short", rsa_info((1 << 1_022) + 1, 65_537), False),
    ("RSA too long", rsa_info((1 << 8_192) + 1, 65_537), False),
    ("RSA with an even modulus", rsa_info(ODD + 1, 65_537), True),
    ("RSA with exponent 1", rsa_info(ODD, 1), True),
    ("RSA with an even exponent", rsa_info(ODD, 65_536), True),
    ("RSA with a huge exponent", rsa_info(ODD, (1 << 100) + 1), True),
    ("unknown curve", public_info(UNKNOWN, "one"), False),
    ("unknown curve spelt out", public_info(UNKNOWN._replace(explicit=True), "one"), False),
    ("curve said elsewhere", curve_info(keys.ECDomainParameters("implicit_ca", core.Null())), False),
    ("curve over bits", curve_info(binary_field()), False),
    ("curve over a huge field", curve_info(huge_field()), False),
    (
        "point of another curve",
        curve_info(keys.ECDomainParameters("named", "1.3.36.3.3.2.8.1.1.7")),
        True,
    ),
    ("another kind", keys.PublicKeyInfo({"algorithm": {"algorithm": "ed25519"},
                                         "public_key": core.OctetBitString(bytes(32))}), False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "info", "forged"), UNUSABLE, ids=[one[0] for one in UNUSABLE])
def test_a_key_that_is_not_known_is_unusable(
    name: str, info: keys.PublicKeyInfo, forged: bool
) -> None:
    key = read_key(info)

    assert name
    assert isinstance(key, UnusableKey)
    assert key.forged is forged


def test_pss_without_parameters_is_what_rfc_4055_says() -> None:
    found = read_scheme(algos.SignedDigestAlgorithm({"algorithm": "rsassa_pss"}))

    assert found == Scheme(Padding.PSS, "sha1", "sha1", 20, "1.2.840.113549.1.1.10")


def test_a_signature_algorithm_that_is_not_known_is_said_to_be_unknown() -> None:
    assert read_scheme(algos.SignedDigestAlgorithm({"algorithm": "1.2.3"})).padding is (
        Padding.UNKNOWN
    )


def test_a_mask_of_another_kind_is_unknown() -> None:
    found = scheme(PSS)
    found["parameters"]["trailer_field"] = 2

    assert read_scheme(found).padding is Padding.UNKNOWN


def test_a_signer_on_an_unknown_curve_is_not_verifiable() -> None:
    who = Identity("Document Signer 1", UNKNOWN)
    made = signed_message(security_object(), who, (certificate(who, authority()),))
    made.signer_info["sid"].chosen["issuer"] = authority().x509_name

    report = checked(made.sod())

    assert step(report, StepKind.SIGNATURE).reason is Reason.UNSUPPORTED
    assert step(report, StepKind.CHAIN).outcome is Outcome.VERIFIED
    assert report.outcome is Outcome.NOT_VERIFIABLE


def test_an_authority_on_an_unknown_curve_is_no_anchor() -> None:
    file = read_anchors(authority_certificate(UNKNOWN), source="a file")

    assert file.certificates == ()
    assert "secp256k1" in file.left_out[0] or "1.3.132.0.10" in file.left_out[0]


def test_a_list_signed_on_an_unknown_curve_gives_no_anchor() -> None:
    made = master_list((authority_certificate(),), algorithm=UNKNOWN)

    with pytest.raises(ChipDataError, match="cannot be verified"):
        read_anchors(made.cms(), source="a file")


def trusting_blindly(*ders: bytes) -> Trust:
    """Anchors that ``read_anchors`` would have left out."""
    file = AnchorFile(
        source="test",
        sha256="",
        format=AnchorFormat.CERTIFICATES,
        made=None,
        certificates=tuple(read_certificate(der, "test") for der in ders),
    )
    return trust_of([(file, date(2026, 1, 1))])


def test_a_chain_to_an_authority_on_an_unknown_curve_is_not_verifiable() -> None:
    trust = trusting_blindly(authority_certificate(UNKNOWN))
    who = Identity("Document Signer 1")
    signer = trusting_blindly(certificate(who, authority(UNKNOWN))).anchors[0].certificate

    found = chain_of(signer, trust)

    assert (found.outcome, found.reason) == (Outcome.NOT_VERIFIABLE, Reason.UNSUPPORTED)


def test_link_certificates_that_sign_each_other_end() -> None:
    """Two keys of one name, each vouched for by the other: no root is ever reached."""
    one, other = Identity("A"), Identity("B")
    links = (certificate(one, other, is_ca=True), certificate(other, one, is_ca=True))
    trust = trusting_blindly(*links)
    signer = trusting_blindly(certificate(Identity("DS"), one)).anchors[0].certificate

    found = chain_of(signer, trust)

    assert found.outcome is Outcome.VERIFIED
    assert len(found.anchors) == 2
