"""Hostile files of trust anchors: what nobody rightly vouches for must never become an anchor."""

import gzip
from collections.abc import Callable
from functools import partial

from asn1crypto import x509

from documents.chip.messages import master_list, signed_message
from documents.chip.pki import (
    TODAY,
    Algorithm,
    Identity,
    authority,
    authority_certificate,
    certificate,
    signer,
)
from documents.chip.test_chip_anchors import ldif, pem
from documents.chip.test_chip_hostile import deep
from documents.hostile.case import Answer, Case, Desk, Kind
from tamiz.documents.chip import import_anchors, list_imports
from tamiz.errors import TamizError
from tamiz.intake.evidence import read_evidence

READ, REFUSED = (Kind.READ,), (Kind.REFUSED,)
MANY = 100_000_000  # bytes: more than any file of anchors has


def _asked(data: Callable[[], bytes], desk: Desk) -> Answer:
    """As ``tamiz documents trust import`` does, into a store of its own."""
    path, store = desk.folder / "anchors", desk.folder / "trust"
    path.write_bytes(data())
    before = len(list_imports(store))
    try:
        kept = import_anchors(store, read_evidence(path), source="test", today=TODAY)
    except TamizError as error:
        assert len(list_imports(store)) == before
        return Answer(Kind.REFUSED, str(error))
    told = f"{len(kept.file.certificates)} authorities, {len(kept.file.left_out)} left out"
    root = "" if kept.file.is_pinned or not kept.file.roots else "; its root is not confirmed"
    return Answer(Kind.READ, told + root)


def _case(
    name: str,
    data: Callable[[], bytes],
    kinds: tuple[Kind, ...],
    says: str = "",
    *,
    is_cheap: bool = True,
) -> Case:
    return Case("trust", name, kinds, partial(_asked, data), says, is_cheap)


ROOT = authority_certificate()


def _self_signed_wrongly() -> bytes:
    """An authority that names itself, signed by another key."""
    own = Identity("CSCA Nobody")
    return certificate(own, own, is_ca=True, signed_as=signer())


def _own_root() -> bytes:
    """An authority that nobody has heard of: its signature is right."""
    own = Identity("CSCA Nobody")
    return certificate(own, own, is_ca=True)


def _expired() -> bytes:
    own = authority()
    return certificate(own, own, is_ca=True, valid=(1999, 2004))


def _list_by_wrong_purpose() -> bytes:
    """A list signed by a certificate that may sign documents, not lists."""
    return master_list((ROOT,), purposes=("1.3.6.1.5.5.7.3.3",)).cms()


def _list_of_rubbish() -> bytes:
    return master_list((ROOT,), content=b"\x30\x03rub").cms()


def _list_cut() -> bytes:
    whole = master_list((ROOT,)).cms()
    return whole[: len(whole) // 2]


def _list_altered() -> bytes:
    """A certificate of the signed list exchanged for another of the same length."""
    whole = master_list((ROOT,)).cms()
    other = _same_length()
    assert ROOT in whole
    return whole.replace(ROOT, other, 1)


def _same_length() -> bytes:
    changed = bytearray(ROOT)
    changed[-5] ^= 1
    return bytes(changed)


def _weak() -> bytes:
    """A key that anybody can take apart in an afternoon."""
    made = authority_certificate(Algorithm("rsa", "sha256"))
    found = x509.Certificate.load(made)
    modulus = found["tbs_certificate"]["subject_public_key_info"]["public_key"].parsed["modulus"]
    number = modulus.native.to_bytes(256)
    return made.replace(number, bytes(192) + number[192:], 1)


TRUST = (
    _case("a good list, to compare with", lambda: master_list((ROOT,)).cms(), READ, "1 authorities"),
    _case("an empty file", lambda: b"", REFUSED, "no master list"),
    _case("HTML called .ml", lambda: b"<!doctype html><title>404</title>", REFUSED,
          "no master list"),
    _case("a ZIP with a list in it", lambda: b"PK\x03\x04" + bytes(26) + ROOT, REFUSED,
          "unpack ZIP files first"),
    _case("a list packed by gzip", lambda: gzip.compress(ROOT), REFUSED, "no master list"),
    _case("a picture", lambda: b"\xff\xd8\xff\xe0" + bytes(500), REFUSED, "no master list"),
    _case("LDIF of rubbish", lambda: ldif(("userCertificate;binary", b"rubbish"),
          ("pkdMasterListContent", bytes(500))), REFUSED, "nothing to import"),
    _case("LDIF whose base64 is none", lambda: b"dn: cn=1\nuserCertificate;binary:: %%%\n", REFUSED,
          "no base64"),
    _case("LDIF with rubbish before a good certificate", lambda: ldif(
          ("userCertificate;binary", b"rubbish"), ("cACertificate;binary", ROOT)), READ,
          "1 authorities, 1 left out"),
    _case("LDIF of 100,001 records", lambda: b"dn: x\n\n" * 100_001, REFUSED, "more records"),
    _case("one line of 60 MB", lambda: b"dn: x\ncACertificate:: " + b"QUJD" * 15_000_000, REFUSED,
          is_cheap=False),
    _case("2 million lines that go on", lambda: b"dn: x\n" + b" a\n" * 2_000_000, REFUSED,
          is_cheap=False),
    _case("100 MB of HTML", lambda: b"<p>" * (MANY // 3), REFUSED, "at most", is_cheap=False),
    _case("60 MB of blanks", lambda: b" " * 60_000_000, REFUSED, "no master list", is_cheap=False),
    _case("the beginning of a PEM, 100,000 times", lambda: b"-----BEGIN CERTIFICATE-----\n"
          * 100_000, REFUSED, "0 certificates"),
    _case("a PEM without end", lambda: b"-----BEGIN CERTIFICATE-----\n" + b"A" * 5_000_000, REFUSED,
          "0 certificates"),
    _case("PEM of rubbish", lambda: pem(b"rubbish" * 90), REFUSED),
    _case("a root that has ended", _expired, READ, "1 authorities"),
    _case("a root that its own key did not sign", _self_signed_wrongly, REFUSED,
          "nothing to import"),
    _case("an authority nobody has heard of", _own_root, READ, "1 authorities"),
    _case("a document signer as authority", lambda: certificate(signer(), authority()), REFUSED,
          "nothing to import"),
    _case("a key of 512 bits in a certificate", _weak, REFUSED),
    _case("a list signed for another purpose", _list_by_wrong_purpose, REFUSED),
    _case("a list of rubbish, rightly signed", _list_of_rubbish, REFUSED),
    _case("a list with one certificate exchanged", _list_altered, REFUSED),
    _case("a list cut in half", _list_cut, REFUSED),
    _case("the content of a list without its signature", lambda: bytes.fromhex("3007020100310205 00")
          + bytes(2), REFUSED),
    _case("a list that no certificate of its signer comes with", lambda: signed_message(
          b"\x30\x00", included=(), content_type="2.23.136.1.1.2").cms(), REFUSED),
    _case("900 levels of nothing", lambda: deep(900), REFUSED),
    _case("DER that announces 4 GB", lambda: b"\x30\x84\xff\xff\xff\xff" + ROOT, REFUSED),
)  # fmt: skip
