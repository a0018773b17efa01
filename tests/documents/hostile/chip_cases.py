"""Hostile files of a chip: only the whole chain over DG1 may end as verified."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial

from documents.chip.lds import GROUPS, JPEG, ZONE, dg1, dg2, dg11, tlv
from documents.chip.messages import chip, security_object, signed_message
from documents.chip.pki import (
    FAST,
    TODAY,
    Algorithm,
    Identity,
    authority,
    authority_certificate,
    certificate,
    signer,
)
from documents.chip.test_chip_authenticate import indefinite, trusting
from documents.chip.test_chip_hostile import BOMBS
from documents.hostile.case import Answer, Case, Desk, Kind
from tamiz.documents.chip import ChipReport, Outcome, Reason, Step, Trust, authenticate, sort_files
from tamiz.errors import ChipDataError
from tamiz.wording import say

FAILED, OPEN, REFUSED, VERIFIED = (
    (Kind.FAILED,), (Kind.NOT_VERIFIABLE,), (Kind.REFUSED,), (Kind.VERIFIED,),
)  # fmt: skip
_KINDS = {
    Outcome.VERIFIED: Kind.VERIFIED,
    Outcome.FAILED: Kind.FAILED,
    Outcome.NOT_VERIFIABLE: Kind.NOT_VERIFIABLE,
}
Files = Iterable[tuple[str, bytes]]


def _asked(
    files: Callable[[], Files], trust: Callable[[], Trust], printed: tuple[str, ...], desk: Desk
) -> Answer:
    assert desk
    try:
        sorted_files = sort_files(files())
    except ChipDataError as error:
        return Answer(Kind.REFUSED, str(error))
    report = authenticate(sorted_files, trust(), today=TODAY, printed=printed)
    return Answer(_KINDS[report.outcome], _why(report))


def _why(report: ChipReport) -> str:
    """The first step that is as grave as the whole; of a chip that holds, what cannot be read."""
    if report.outcome is Outcome.VERIFIED:
        return "; ".join(_told(one) for one in report.steps if one.reason is Reason.UNREADABLE)
    step = next((one for one in report.steps if one.outcome is report.outcome), None)
    return _told(step) if step is not None else "DG1 was not brought"


def _told(step: Step) -> str:
    reason = say(f"chip.reasons.{step.reason.value}")
    words = (say(f"chip.steps.{step.kind.value}"), step.subject, reason, step.found)
    return ": ".join(word for word in words if word)


def _trust() -> Trust:
    return trusting(authority_certificate())


def _case(
    name: str,
    files: Callable[[], Files],
    kinds: tuple[Kind, ...],
    says: str = "",
    trust: Callable[[], Trust] = _trust,
    printed: tuple[str, ...] = ZONE,
) -> Case:
    return Case("chip", name, kinds, partial(_asked, files, trust, printed), says)


def _with(sod: bytes, groups: dict[int, bytes] | None = None) -> list[tuple[str, bytes]]:
    """The files of a chip by their names."""
    each = (GROUPS if groups is None else groups).items()
    return [("EF.SOD", sod), *((f"DG{number}", data) for number, data in each)]


def _good() -> Files:
    return _with(chip().sod())


def _cut(part: float) -> Files:
    sod = chip().sod()
    return _with(sod[: int(len(sod) * part)])


OTHER = dg1((ZONE[0].replace("ERIKSSON<<ANNA", "KOVALENKO<<IVA"), ZONE[1]))


def _changed_sod(old: bytes, new: bytes) -> Files:
    sod = chip().sod()
    assert old in sod
    return _with(sod.replace(old, new, 1))


def _unsigned() -> Files:
    made = chip()
    made.signed["signer_infos"] = []
    return _with(made.sod())


def _zero_signature() -> Files:
    made = chip()
    made.signer_info["signature"] = bytes.fromhex("3006020100020100")
    return _with(made.sod())


def _forgers_chip() -> Files:
    """Same names, own keys; the forger's own authority is included."""
    other = Algorithm("P-384", "sha384")
    root, who = Identity("CSCA Utopia", other), Identity("Document Signer 1", other)
    own = certificate(who, root)
    message = signed_message(
        security_object(), who, (own, certificate(root, root, is_ca=True, serial=1))
    )
    return _with(message.sod())


def _altered_generator() -> Files:
    """An explicit curve whose generator is the signer's own point: anybody can sign (CVE-2020-0601)."""
    explicit = Algorithm("P-256", "sha256", explicit=True)
    own = certificate(signer(explicit), authority(explicit), forged=True)
    return _with(signed_message(security_object(), signer(explicit), (own,)).sod())


def _explicit_trust() -> Trust:
    return trusting(authority_certificate(Algorithm("P-256", "sha256", explicit=True)))


def _expired_signer() -> Files:
    """Signed in 2026 with a certificate that ended in 2016."""
    own = certificate(signer(), authority(), valid=(2015, 2016))
    day = datetime(2026, 3, 2, tzinfo=UTC)
    return _with(signed_message(security_object(), included=(own,), signing_time=day).sod())


def _big_portrait() -> bytes:
    return tlv_long(0x75, bytes(2 << 20))


def tlv_long(tag: int, content: bytes) -> bytes:
    """An element with a length of four bytes."""
    return bytes([tag, 0x84]) + len(content).to_bytes(4) + content


def _many_points() -> bytes:
    """A portrait that announces 500 points of the face and has one."""
    one = b"\x00\x01" + bytes(22)
    assert dg2().count(one) == 1
    return dg2().replace(one, b"\x01\xf4" + bytes(22))


def _own(groups: dict[int, bytes]) -> Files:
    """A chip that is rightly signed over these groups."""
    return _with(chip(FAST, groups).sod(), groups)


_PEOPLE = (
    _case("a good chip, to compare with", _good, VERIFIED),
    _case("DG1 of another person", lambda: _with(chip().sod(), {**GROUPS, 1: OTHER}), FAILED,
          "Data group: DG1: differs"),
    _case("another person's chip behind this zone", lambda: _own({1: OTHER, 2: dg2()}), FAILED,
          "Printed zone"),
    _case("another portrait", lambda: _with(chip().sod(), {**GROUPS, 2: dg2(JPEG + b"\0")}), FAILED,
          "DG2: differs"),
    _case("DG1 left out", lambda: _with(chip().sod(), {2: GROUPS[2]}), OPEN),
    _case("DG11 that nobody signed", lambda: _with(chip().sod(), {**GROUPS, 11: dg11()}), FAILED,
          "not in the security object"),
    _case("one bit of DG2 turned", lambda: _with(chip().sod(), {**GROUPS, 2: GROUPS[2][:-1] + b"\xd8"}),
          FAILED, "DG2: differs"),
)  # fmt: skip
_SIGNATURES = (
    _case("no signature", _unsigned, FAILED),
    _case("a signature of noughts", _zero_signature, FAILED),
    _case("signed by a forger with the State's names", _forgers_chip, OPEN),
    _case("an explicit curve with another generator", _altered_generator, FAILED, "made up",
          _explicit_trust),
    _case("signed after the signer's certificate ended", _expired_signer, FAILED),
    _case("no anchors on this machine", _good, OPEN, "no authority of this State", Trust),
    _case("anchors of another State only", _good, OPEN, "no authority of this State",
          lambda: trusting(authority_certificate(FAST, "FR"))),
    _case("the wrong digest is signed",
          lambda: _with(signed_message(security_object(), wrong_digest=True).sod()), FAILED),
    _case("digests by MD5", lambda: _changed_sod(bytes.fromhex("608648016503040201"),
          bytes.fromhex("60864801650304027f")), FAILED),
    _case("an RSA key that is no key", lambda: _changed_sod(bytes.fromhex("2a8648ce3d0201"),
          bytes.fromhex("2a8648ce3d0202")), (Kind.FAILED, Kind.NOT_VERIFIABLE)),
)  # fmt: skip
_FILES = (
    _case("no files", list, OPEN, "not brought"),
    _case("empty files", lambda: [("EF.SOD", b""), ("DG1", b"")], OPEN, "not brought"),
    _case("EF.SOD alone", lambda: _with(chip().sod(), {}), OPEN),
    _case("data groups alone", lambda: list(_good())[1:], OPEN, "not brought"),
    _case("two DG1 that differ", lambda: [*_good(), ("DG1 (2)", OTHER)], REFUSED,
          "second file of its kind"),
    _case("the same DG1 twice", lambda: [*_good(), ("DG1 (2)", GROUPS[1])], VERIFIED),
    _case("a DG2 of 2 MB", lambda: [("DG2", _big_portrait())], REFUSED, "2097158 bytes"),
    _case("100 files", lambda: [*_good(), *((f"x{n}", b"x") for n in range(100))], REFUSED,
          "one file more"),
    _case("a text called EF.SOD", lambda: [("EF.SOD", b"see attached")], OPEN, "not brought"),
    _case("a portrait of rubbish called JPEG 2000",
          lambda: _own({1: dg1(), 2: dg2(b"\xff\x4f\xff\x51" + b"\xff" * 60)}), VERIFIED),
    _case("a portrait that is a program", lambda: _own({1: dg1(), 2: dg2(b"\x7fELF" + bytes(60))}),
          VERIFIED, "Portrait: DG2: cannot be read"),
    _case("500 feature points that are not there",
          lambda: _own({1: dg1(), 2: _many_points()}), VERIFIED, "Portrait: DG2: cannot be read"),
    _case("DG1 without a zone", lambda: _own({1: tlv(0x61, b""), 2: dg2()}), OPEN),
    _case("a zone of 200 kB in DG1", lambda: _own({1: tlv_long(0x61, bytes(200_000)), 2: dg2()}),
          OPEN),
    _case("a zone of NUL in DG1", lambda: _own({1: tlv(0x61, tlv(0x5F1F, bytes(88))), 2: dg2()}),
          FAILED, "Printed zone"),
)  # fmt: skip
_BYTES = (
    *(_case(f"EF.SOD cut after {part:.0%}", partial(_cut, part), FAILED, "Security object")
      for part in (0.01, 0.3, 0.6, 0.99)),
    _case("indefinite lengths, rightly closed", lambda: _with(tlv(0x77, indefinite(chip().cms()))),
          VERIFIED),
    _case("a digest changed", lambda: _changed_sod(security_object()[-8:], bytes(8)), FAILED),
    *(_case(f"a bomb: {name}", partial(lambda bomb: _with(bomb()), bomb),
            (Kind.FAILED, Kind.REFUSED)) for name, bomb in BOMBS),
)  # fmt: skip
CHIPS = (*_PEOPLE, *_SIGNATURES, *_FILES, *_BYTES)
