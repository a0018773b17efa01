"""Whatever the bytes, there is an answer or one kind of error, soon and short."""

import time
from collections.abc import Callable

import pytest
from asn1crypto import core, keys, x509
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.chip.lds import GROUPS, tlv
from documents.chip.messages import chip, master_list
from documents.chip.pki import (
    FAST,
    TODAY,
    Algorithm,
    authority,
    authority_certificate,
    certificate,
    signer,
)
from documents.chip.test_chip_anchors import ldif, pem
from documents.chip.test_chip_authenticate import checked, trusting
from tamiz.documents.chip import ChipReport, Outcome, StepKind, authenticate_card_security
from tamiz.documents.chip.anchors import read_anchors
from tamiz.documents.chip.certificates import read_certificate
from tamiz.errors import ChipDataError

SOD = chip().sod()
EXPLICIT = chip(Algorithm("P-256", "sha256", explicit=True)).sod()
ROOT = authority_certificate()
LIST = master_list((ROOT,)).cms()
LDIF = ldif(("userCertificate;binary", ROOT), ("pkdMasterListContent", LIST))
TRUST = trusting(ROOT)
SECONDS = 2.0  # bombs: far above what any real file takes, far below what a bomb would
SHOWN = 1_000  # characters of an error


def damaged(good: bytes, data: st.DataObject) -> bytes:
    """Bytes changed, cut, repeated or put in."""
    bad = bytearray(good)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, max(0, len(bad) - 1)))
        kind = data.draw(st.sampled_from(["set", "flip", "cut", "drop", "repeat", "insert"]))
        if kind == "set":
            bad[at : at + 1] = data.draw(st.binary(min_size=1, max_size=1))
        elif kind == "flip":
            bad[at : at + 1] = bytes(
                one ^ (1 << data.draw(st.integers(0, 7))) for one in bad[at : at + 1]
            )
        elif kind == "cut":
            del bad[at:]
        elif kind == "drop":
            del bad[at : at + data.draw(st.integers(1, 8))]
        elif kind == "repeat":
            bad[at:at] = bad[at : at + data.draw(st.integers(1, 64))]
        else:
            bad[at:at] = data.draw(st.binary(min_size=1, max_size=8))
    return bytes(bad)


def hold(report: ChipReport) -> None:
    """What holds of every report over a damaged security object."""
    first = report.of(StepKind.SECURITY_OBJECT)
    assert first is not None
    assert all(len(one.found) < SHOWN for one in report.steps)
    if first.outcome is Outcome.FAILED:
        assert report.outcome is Outcome.FAILED
        assert first.position is not None


@given(data=st.data())
@settings(max_examples=120, deadline=None)
@pytest.mark.parametrize("good", [SOD, EXPLICIT], ids=["named", "explicit"])
def test_a_damaged_security_object_is_answered(good: bytes, data: st.DataObject) -> None:
    report = checked(damaged(good, data), trust=TRUST)

    hold(report)


@given(st.integers(0, 8 * len(SOD) - 1))
@settings(max_examples=120, deadline=None)
def test_no_bit_of_what_is_signed_can_be_changed(bit: int) -> None:
    bad = bytearray(SOD)
    bad[bit // 8] ^= 1 << bit % 8

    report = checked(bytes(bad), trust=TRUST)

    # What no signature covers (which digest is announced, an identifier's spelling) must at least
    # leave signer, groups and zone as they were.
    if report.outcome is Outcome.VERIFIED:
        good = checked(SOD, trust=TRUST)
        assert (report.signer, report.anchor, report.zone) == (good.signer, good.anchor, good.zone)


@given(st.binary(max_size=300))
@settings(max_examples=80, deadline=None)
def test_any_bytes_as_security_object_are_answered(data: bytes) -> None:
    hold(checked(tlv(0x77, data), trust=TRUST))
    authenticate_card_security(data, TRUST, today=TODAY)


@given(data=st.data())
@settings(max_examples=80, deadline=None)
@pytest.mark.parametrize(
    "good", [ROOT, pem(ROOT), LIST, LDIF], ids=["certificate", "pem", "list", "ldif"]
)
def test_damaged_anchors_give_anchors_or_one_kind_of_error(
    good: bytes, data: st.DataObject
) -> None:
    try:
        read_anchors(damaged(good, data), source="a file")
    except ChipDataError as error:
        assert len(str(error)) < SHOWN  # noqa: PT017 - either way is right


def deep(levels: int) -> bytes:
    data = b"\x05\x00"
    for _ in range(levels):
        data = tlv(0x30, data) if len(data) < 60_000 else data
    return data


def with_content(content: bytes) -> bytes:
    """EF.SOD whose certificate set is replaced by other bytes."""
    made = chip()
    return made.sod().replace(made.signed["certificates"].dump(), tlv(0xA0, content))


def _purposeful() -> bytes:
    """A certificate whose purpose is an identifier of 15,000 bytes."""
    purpose = ".".join(["1", "3", *["99999"] * 5_000])
    return certificate(signer(), authority(), purposes=(purpose,))


HUGE = core.Integer(1 << 400_000).dump()
BOMBS: list[tuple[str, Callable[[], bytes]]] = [
    ("levels", lambda: tlv(0x77, deep(5_000))),
    ("indefinite levels", lambda: tlv(0x77, b"\x30\x80" * 30_000)),
    ("indefinite strings", lambda: tlv(0x77, b"\x24\x80" * 30_000)),
    ("elements", lambda: tlv(0x77, tlv(0x30, b"\x05\x00" * 30_000))),
    ("certificates", lambda: with_content(ROOT * 60)),
    ("levels inside a certificate", lambda: with_content(deep(900))),
    ("huge number", lambda: tlv(0x77, tlv(0x30, HUGE))),
    ("huge serial number", lambda: SOD.replace(b"\x02\x01\x07", HUGE, 1)),
    ("huge announced length", lambda: b"\x77\x84\xff\xff\xff\xff" + SOD[4:]),
    ("length beyond any file", lambda: b"\x77\x8a" + b"\xff" * 10 + SOD[4:]),
    ("64 MiB", lambda: b"\x77\x84\x04\x00\x00\x00" + bytes(1 << 26)),
    ("64 KiB of zeros", lambda: tlv(0x77, bytes(65_000))),
    ("identifier of a purpose", lambda: with_content(_purposeful())),
    ("identifier without end", lambda: tlv(0x77, tlv(0x30, tlv(0x06, b"\xff" * 60_000)))),
]


@pytest.mark.parametrize(("name", "bomb"), BOMBS, ids=[name for name, _ in BOMBS])
def test_a_bomb_is_refused_soon_and_in_few_words(name: str, bomb: Callable[[], bytes]) -> None:
    data = bomb()

    before = time.perf_counter()
    report = checked(data, trust=TRUST)
    took = time.perf_counter() - before

    assert name
    assert report.outcome is Outcome.FAILED
    assert took < SECONDS
    hold(report)


@pytest.mark.parametrize("length", range(0, len(SOD), 37))
def test_a_truncated_security_object_is_told_to_be_so(length: int) -> None:
    report = checked(SOD[:length], trust=TRUST)

    first = report.of(StepKind.SECURITY_OBJECT)
    assert first is not None
    assert report.outcome is (Outcome.FAILED if length else Outcome.NOT_VERIFIABLE)
    assert first.position is not None or not length


@pytest.mark.parametrize("bits", [512, 16_384])
def test_an_rsa_key_of_an_impossible_size_is_not_used(bits: int) -> None:
    made = authority_certificate(Algorithm("rsa", "sha256"))
    found = read_certificate(made, "a file")
    modulus = getattr(found.key, "modulus", b"")
    assert len(modulus) == 256

    file = read_anchors(_with_modulus(made, modulus, bits), source="a file")

    assert file.certificates == ()
    assert f"RSA key of {bits} bits" in file.left_out[0]


def _with_modulus(der: bytes, modulus: bytes, bits: int) -> bytes:
    """The certificate with another modulus, its signature no longer right."""
    found = x509.Certificate.load(der)
    assert modulus in der
    tbs = found["tbs_certificate"]
    public = keys.RSAPublicKey({"modulus": (1 << (bits - 1)) + 1, "public_exponent": 65537})
    tbs["subject_public_key_info"]["public_key"] = public
    return bytes(
        x509.Certificate(
            {
                "tbs_certificate": x509.TbsCertificate.load(tbs.dump(force=True)),
                "signature_algorithm": found["signature_algorithm"],
                "signature_value": found["signature_value"].native,
            }
        ).dump()
    )


def test_the_files_of_a_good_chip_are_what_was_damaged() -> None:
    assert checked(SOD, GROUPS, trust=TRUST).outcome is Outcome.VERIFIED
    assert read_anchors(LIST, source="a file").certificates[0].der == ROOT
    assert FAST.name == "P-256-sha256"
