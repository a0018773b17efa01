"""Trust anchors: what may become one, what never does, and where each comes from."""

import base64
import textwrap
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from documents.chip.lds import tlv
from documents.chip.messages import chip, master_list
from documents.chip.pki import (
    ALGORITHMS,
    FAST,
    TODAY,
    Algorithm,
    Identity,
    authority,
    authority_certificate,
    certificate,
    signer_certificate,
)
from documents.chip.test_chip_authenticate import checked
from tamiz.documents.chip import (
    AnchorFormat,
    import_anchors,
    limits,
    list_imports,
    load_trust,
    read_anchors,
    remove_import,
    trust_of,
)
from tamiz.errors import ChipDataError

ROOT = authority_certificate()
OLD = Identity("CSCA of old")
OLD_ROOT = certificate(OLD, OLD, is_ca=True, serial=3)
LINK = certificate(authority(), OLD, is_ca=True, serial=4)  # the new key, vouched for by the old
OTHER = authority_certificate(FAST, "FR")


def pem(der: bytes) -> bytes:
    lines = textwrap.wrap(base64.b64encode(der).decode(), 64)
    return "\n".join(
        ["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""]
    ).encode()


def ldif(*values: tuple[str, bytes]) -> bytes:
    """Records as the PKD has them, lines folded at 76 characters."""
    records = ["version: 1"]
    for number, (name, value) in enumerate(values):
        line = f"{name}:: {base64.b64encode(value).decode()}"
        folded = [line[:76], *(f" {part}" for part in textwrap.wrap(line[76:], 75))]
        records.append("\n".join([f"dn: cn={number},o=ml,c=DE,dc=data", *folded]))
    return "\n\n".join(records).encode() + b"\n"


@pytest.mark.parametrize("algorithm", ALGORITHMS, ids=lambda one: one.name)
def test_a_list_signed_in_every_algorithm_is_read(algorithm: Algorithm) -> None:
    own = authority_certificate(algorithm)

    file = read_anchors(master_list((own, OTHER), algorithm=algorithm).cms(), source="DE")

    assert file.format is AnchorFormat.MASTER_LIST
    assert {one.der for one in file.certificates} == {own, OTHER}
    assert (file.source, file.left_out) == ("DE", ())


def test_a_list_tells_when_it_was_made_and_under_which_root() -> None:
    made = master_list((ROOT,), signing_time=datetime(2026, 5, 28, tzinfo=UTC)).cms()
    root = read_anchors(ROOT, source="root").certificates[0].sha256
    spaced = " ".join(root[at : at + 2].upper() for at in range(0, 64, 2)).replace(" ", ":")

    unpinned = read_anchors(made, source="DE")
    pinned = read_anchors(made, source="DE", roots=[spaced])

    assert (unpinned.made, unpinned.roots) == (date(2026, 5, 28), (root,))
    assert (unpinned.is_pinned, pinned.is_pinned) == (False, True)


BROKEN_LISTS: list[tuple[str, dict[str, Any], str]] = [
    ("other digest", {"wrong_digest": True}, "digest differs"),
    ("signer not for lists", {"purposes": ()}, "not for master lists"),
    ("no root", {"with_root": False, "certificates": (OTHER,)}, "does not include"),
    ("signed in 2014", {"signing_time": datetime(2014, 1, 1, tzinfo=UTC)}, "was not valid"),
]


@pytest.mark.parametrize(("name", "changes", "problem"), BROKEN_LISTS)
def test_a_list_that_is_not_rightly_signed_gives_no_anchor(
    name: str, changes: dict[str, Any], problem: str
) -> None:
    assert name
    made = master_list(changes.pop("certificates", (ROOT,)), **changes)

    with pytest.raises(ChipDataError, match=problem):
        read_anchors(made.cms(), source="DE")


def test_a_list_with_one_bit_of_its_signature_changed_gives_no_anchor() -> None:
    data = bytearray(master_list((ROOT,)).cms())
    data[-1] ^= 1

    with pytest.raises(ChipDataError, match="wrong signature"):
        read_anchors(bytes(data), source="DE")


def test_a_signed_object_of_another_kind_is_no_list() -> None:
    with pytest.raises(ChipDataError, match="signs content of type"):
        read_anchors(chip().cms(), source="DE")


@pytest.mark.parametrize(
    ("data", "format_", "count"),
    [
        (ROOT, AnchorFormat.CERTIFICATES, 1),
        (pem(ROOT), AnchorFormat.CERTIFICATES, 1),
        (b"comment\n" + pem(ROOT) + pem(OTHER) + pem(ROOT), AnchorFormat.CERTIFICATES, 2),
        (ldif(("cACertificate;binary", ROOT)), AnchorFormat.LDIF, 1),
        (ldif(("pkdMasterListContent", master_list((ROOT, OTHER)).cms())), AnchorFormat.LDIF, 2),
        (
            ldif(
                ("CscaMasterListData", master_list((ROOT,)).cms()),
                ("userCertificate;binary", OTHER),
            ),
            AnchorFormat.LDIF,
            2,
        ),
    ],
)
def test_anchors_come_in_many_forms(data: bytes, format_: AnchorFormat, count: int) -> None:
    file = read_anchors(data, source="a file")

    assert (file.format, len(file.certificates)) == (format_, count)


CONTENTS = [
    (tlv(0x30, b"\x02\x01\x01" + tlv(0x31, ROOT)), "another version"),
    (tlv(0x30, b"\x02\x01\x00" + tlv(0x31, ROOT)) + b"\0", "after its end"),
    (tlv(0x30, tlv(0x31, ROOT)), "no version with a set"),
    (tlv(0x30, b"\x02\x01\x00" + tlv(0x31, ROOT[:-1])), "announced"),
    (b"\x04\x00", "no version with a set"),
]


@pytest.mark.parametrize(("content", "problem"), CONTENTS)
def test_a_list_of_another_form_gives_no_anchor(content: bytes, problem: str) -> None:
    with pytest.raises(ChipDataError, match=problem):
        read_anchors(master_list((), content=content).cms(), source="DE")


def test_a_certificate_of_a_list_that_cannot_be_read_is_named_and_left_out() -> None:
    content = tlv(0x30, b"\x02\x01\x00" + tlv(0x31, ROOT + b"\x30\x00" + OTHER))

    file = read_anchors(master_list((), content=content).cms(), source="DE")

    assert {one.der for one in file.certificates} == {ROOT, OTHER}
    assert ["DE, certificate 2" in one for one in file.left_out] == [True]


def test_a_list_without_its_signature_is_told_to_be_one() -> None:
    content = bytes(master_list((ROOT,)).signed["encap_content_info"]["content"])

    with pytest.raises(ChipDataError, match="without its signature"):
        read_anchors(content, source="a file")


def test_an_authority_that_does_not_call_itself_one_may_sign_itself() -> None:
    modest = certificate(OLD, OLD, is_ca=False)

    assert len(read_anchors(modest, source="a file").certificates) == 1
    assert read_anchors(signer_certificate(), source="a file").certificates == ()


def test_more_lines_than_the_pkd_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LDIF_LINES", 1_000)

    with pytest.raises(ChipDataError, match="line 1001, byte 0: more lines"):
        read_anchors(b"version: 1\n" + b"\n" * 1_000, source="a file")


def test_document_signers_and_revocation_lists_are_counted_and_left() -> None:
    data = ldif(
        ("userCertificate;binary", signer_certificate()),
        ("certificateRevocationList;binary", b"\x30\x00"),
        ("userCertificate;binary", ROOT),
    )

    file = read_anchors(data, source="PKD")

    assert (len(file.certificates), file.signers, file.revocation_lists) == (1, 1, 1)


def test_one_broken_list_of_a_pkd_file_is_named_and_left_out() -> None:
    broken = master_list((ROOT,), wrong_digest=True).cms()
    data = ldif(("pkdMasterListContent", broken), ("userCertificate;binary", OTHER))

    file = read_anchors(data, source="PKD")

    assert [one.der for one in file.certificates] == [OTHER]
    assert ["PKD, line 4" in one for one in file.left_out] == [True]


def test_a_certificate_that_lies_about_itself_is_left_out() -> None:
    forged = certificate(authority(), authority(), is_ca=True, signed_as=Identity("Forger"))

    file = read_anchors(forged, source="a file")

    assert file.certificates == ()
    assert "own key is wrong" in file.left_out[0]


def test_a_link_certificate_is_held_against_the_older_key() -> None:
    false = certificate(authority(), OLD, is_ca=True, serial=5, signed_as=Identity("Forger"))

    linked = read_anchors(pem(OLD_ROOT) + pem(LINK), source="a file")
    open_ = read_anchors(LINK, source="a file")
    broken = read_anchors(pem(OLD_ROOT) + pem(false), source="a file")

    assert (linked.links, linked.links_open, len(linked.certificates)) == (1, 0, 2)
    assert (open_.links, open_.links_open, len(open_.certificates)) == (0, 1, 1)
    assert [one.der for one in broken.certificates] == [OLD_ROOT]


def test_a_chain_goes_over_a_link_certificate_to_the_old_authority() -> None:
    trust = trust_of([(read_anchors(pem(OLD_ROOT) + pem(LINK), source="a file"), TODAY)])

    report = checked(chip().sod(), trust=trust)

    assert report.outcome.value == "verified"
    assert report.anchor is not None
    assert report.anchor.links == ("C=DE, CN=CSCA of old",)


def test_an_anchor_of_two_files_names_both_and_the_newest_counts() -> None:
    listed = master_list((ROOT,), signing_time=datetime(2026, 11, 1, tzinfo=UTC)).cms()
    files = [
        (read_anchors(ROOT, source="by hand"), date(2025, 1, 1)),
        (read_anchors(listed, source="DE"), date(2026, 11, 20)),
    ]

    anchor = checked(chip().sod(), trust=trust_of(files)).anchor

    assert anchor is not None
    assert [one.source for one in anchor.origins] == ["by hand", "DE"]
    assert anchor.age_days == 24


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "no master list, LDIF or certificate"),
        (b"PK\x03\x04", "no master list, LDIF or certificate"),
        (b"<html>", "no master list, LDIF or certificate"),
        (ROOT[:-1], "announced"),
        (ROOT + b"\0", "follow"),
        (b"-----BEGIN CERTIFICATE-----\n%%%", "0 certificates"),
        (pem(ROOT).replace(b"MII", b"M=I"), "base64"),
        (ldif(("userCertificate;binary", ROOT)).replace(b":: MI", b":: M*"), "base64"),
        (signer_certificate()[:100], "announced"),
    ],
)
def test_what_is_no_anchor_is_told(data: bytes, problem: str) -> None:
    with pytest.raises(ChipDataError, match=problem):
        read_anchors(data, source="a file")


def test_a_store_keeps_what_it_was_given(tmp_path: Path) -> None:
    kept = import_anchors(tmp_path, ROOT, source="by hand", today=date(2026, 11, 1))

    assert [one.file for one in list_imports(tmp_path)] == [kept.file]
    assert checked(chip().sod(), trust=load_trust(tmp_path)).outcome.value == "verified"


def test_an_empty_store_trusts_nobody(tmp_path: Path) -> None:
    assert load_trust(tmp_path / "none").anchors == ()


def test_the_same_file_again_keeps_the_day_of_its_first_import(tmp_path: Path) -> None:
    import_anchors(tmp_path, ROOT, source="by hand", today=date(2026, 11, 1))
    import_anchors(tmp_path, ROOT, source="by hand", today=date(2026, 11, 9))

    assert [one.imported for one in list_imports(tmp_path)] == [date(2026, 11, 1)]


def test_a_root_that_was_confirmed_once_is_known_the_next_time(tmp_path: Path) -> None:
    first = master_list((ROOT,)).cms()
    second = master_list((ROOT, OTHER)).cms()
    root = read_anchors(first, source="DE").roots

    before = import_anchors(tmp_path, second, source="DE", today=TODAY)
    import_anchors(tmp_path, first, source="DE", today=TODAY, roots=root)
    after = import_anchors(tmp_path, second, source="DE", today=TODAY)

    assert (before.file.is_pinned, after.file.is_pinned) == (False, True)


def test_a_refused_file_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ChipDataError):
        import_anchors(tmp_path, b"nothing", source="a file", today=TODAY)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["original", "anchors.json"])
def test_a_damaged_store_is_told_and_not_used(tmp_path: Path, name: str) -> None:
    import_anchors(tmp_path, ROOT, source="by hand", today=TODAY)
    (path,) = tmp_path.glob(f"*/{name}")
    path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(ChipDataError, match="trust store"):
        load_trust(tmp_path)


def test_an_import_can_be_taken_out_again(tmp_path: Path) -> None:
    kept = import_anchors(tmp_path, ROOT, source="by hand", today=TODAY)

    assert not remove_import(tmp_path, "0" * 64)
    assert not remove_import(tmp_path, "")
    assert remove_import(tmp_path, kept.file.sha256)
    assert list_imports(tmp_path) == ()
