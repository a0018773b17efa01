"""A good chip of every algorithm is verified; what could not be looked at is said."""

from datetime import UTC, date, datetime

import pytest

from documents.chip.lds import GROUPS, ZONE, dg1, dg2, dg11, dg12, tlv
from documents.chip.messages import chip, security_object, signed_message
from documents.chip.pki import (
    ALGORITHMS,
    FAST,
    TODAY,
    Algorithm,
    Identity,
    authority,
    authority_certificate,
    certificate,
)
from tamiz.documents.chip import (
    ChipFiles,
    ChipReport,
    Outcome,
    Reason,
    Step,
    StepKind,
    Trust,
    authenticate,
    authenticate_card_security,
    read_anchors,
    text_of,
    trust_of,
)
from tamiz.documents.chip.asn1 import CARD_SECURITY
from tamiz.documents.chip.tlv import children, content

LDS_OID = bytes.fromhex("0606678108010101")


def trusting(*certificates: bytes) -> Trust:
    """The anchors of some certificates, imported a week ago."""
    files = (read_anchors(one, source="test") for one in certificates)
    return trust_of((file, date(2026, 11, 18)) for file in files)


def checked(
    sod: bytes,
    groups: dict[int, bytes] | None = None,
    *,
    trust: Trust | None = None,
    printed: tuple[str, ...] = ZONE,
    issued: date | None = None,
) -> ChipReport:
    files = ChipFiles(security_object=sod, groups=GROUPS if groups is None else groups)
    anchors = trusting(authority_certificate()) if trust is None else trust
    return authenticate(files, anchors, today=TODAY, printed=printed, issued=issued)


def step(report: ChipReport, kind: StepKind, subject: str = "") -> Step:
    found = report.of(kind, subject)
    assert found is not None
    return found


@pytest.mark.parametrize("algorithm", ALGORITHMS, ids=lambda one: one.name)
def test_a_good_chip_of_every_algorithm_is_verified(algorithm: Algorithm) -> None:
    trust = trusting(authority_certificate(algorithm))

    report = checked(chip(algorithm).sod(), trust=trust)

    assert report.outcome is Outcome.VERIFIED
    assert {s.kind for s in report.steps if s.outcome is Outcome.VERIFIED} == {
        StepKind.SECURITY_OBJECT,
        StepKind.DIGEST,
        StepKind.SIGNATURE,
        StepKind.SIGNER_VALIDITY,
        StepKind.CHAIN,
        StepKind.ISSUING_STATE,
        StepKind.DATA_GROUP,
        StepKind.ZONE,
        StepKind.PORTRAIT,
    }


def indefinite(data: bytes) -> bytes:
    """The same CMS in BER: indefinite lengths outside, the content cut into two strings."""
    parts = []
    for one in children(data, 0, len(data), "test"):
        inner = content(data, one)
        if one.tag == 0x04:
            inner = tlv(0x04, inner[:9]) + tlv(0x04, inner[9:])
        elif one.tag in {0x30, 0xA0} and (LDS_OID in inner or inner[:1] == b"\x04"):
            inner = indefinite(inner)
        else:
            parts.append(data[one.at : one.stop])
            continue
        parts.append(bytes([one.tag | 0x20, 0x80]) + inner + b"\0\0")
    return b"".join(parts)


def test_a_security_object_with_indefinite_lengths_is_verified() -> None:
    written = indefinite(chip().cms())

    assert written.count(b"\x24\x80") == 1
    assert checked(tlv(0x77, written)).outcome is Outcome.VERIFIED


def test_a_forgers_own_state_is_not_the_one_that_is_trusted() -> None:
    """Same names throughout, an own authority included: the signature is right, nothing else."""
    forger = Identity("CSCA Utopia", Algorithm("P-384", "sha384"))
    who = Identity("Document Signer 1", Algorithm("P-384", "sha384"))
    own = certificate(who, forger)
    root = certificate(forger, forger, is_ca=True, serial=1)
    made = signed_message(security_object(), who, (own, root))

    report = checked(made.sod())

    assert step(report, StepKind.SIGNATURE).outcome is Outcome.VERIFIED
    assert step(report, StepKind.CHAIN).reason is Reason.NO_ANCHOR_SIGNED
    assert report.outcome is Outcome.NOT_VERIFIABLE


@pytest.mark.parametrize("algorithm", ALGORITHMS, ids=lambda one: one.name)
def test_one_bit_of_a_signature_of_every_algorithm_decides(algorithm: Algorithm) -> None:
    made = chip(algorithm)
    signature = bytearray(made.signer_info["signature"].native)
    signature[-1] ^= 1
    made.signer_info["signature"] = bytes(signature)

    report = checked(made.sod(), trust=trusting(authority_certificate(algorithm)))

    assert report.outcome is Outcome.FAILED
    assert step(report, StepKind.SIGNATURE).reason is Reason.WRONG_SIGNATURE


@pytest.mark.parametrize("algorithm", ALGORITHMS, ids=lambda one: one.name)
def test_one_bit_of_an_authoritys_signature_of_every_algorithm_decides(
    algorithm: Algorithm,
) -> None:
    other = Identity("Another Authority", algorithm)
    own = certificate(
        Identity("Document Signer 1", algorithm), authority(algorithm), signed_as=other
    )
    made = signed_message(
        security_object(), Identity("Document Signer 1", algorithm), included=(own,)
    )

    report = checked(made.sod(), trust=trusting(authority_certificate(algorithm)))

    assert step(report, StepKind.SIGNATURE).outcome is Outcome.VERIFIED
    assert step(report, StepKind.CHAIN).reason is Reason.CHAIN_BROKEN
    assert report.outcome is Outcome.FAILED


def test_without_an_anchor_of_the_state_nothing_is_false() -> None:
    report = checked(chip().sod(), trust=Trust())

    assert report.outcome is Outcome.NOT_VERIFIABLE
    assert step(report, StepKind.CHAIN).reason is Reason.NO_ANCHOR_OF_STATE
    assert not [one for one in report.steps if one.outcome is Outcome.FAILED]


def test_with_other_anchors_of_the_state_nothing_is_false() -> None:
    older = Identity("CSCA of other times")
    trust = trusting(certificate(older, older, is_ca=True))

    report = checked(chip().sod(), trust=trust)

    assert report.outcome is Outcome.NOT_VERIFIABLE
    assert step(report, StepKind.CHAIN).reason is Reason.NO_ANCHOR_SIGNED


def test_an_authority_is_found_whose_name_and_key_identifier_are_not_those_told() -> None:
    renamed = Identity("Ministry of Papers")
    own = certificate(Identity("Document Signer 1"), renamed, signed_as=authority(), serial=7)
    made = signed_message(security_object(), included=(own,))
    made.signer_info["sid"].chosen["issuer"] = renamed.x509_name

    report = checked(made.sod())

    assert step(report, StepKind.CHAIN).outcome is Outcome.VERIFIED


def test_a_clone_and_a_withdrawn_key_are_never_called_tested() -> None:
    report = checked(chip().sod())

    assert step(report, StepKind.CLONE).outcome is Outcome.NOT_TESTED
    assert step(report, StepKind.REVOCATION).outcome is Outcome.NOT_TESTED


def test_the_keys_with_which_a_reader_could_test_for_a_clone_are_named() -> None:
    groups = {**GROUPS, 15: tlv(0x6F, b"key")}

    assert step(checked(chip(FAST, groups).sod(), groups), StepKind.CLONE).found == "DG15"
    assert step(checked(chip().sod()), StepKind.CLONE).found == ""


def test_the_anchor_is_told_with_its_source_and_age() -> None:
    report = checked(chip().sod())

    assert report.anchor is not None
    assert report.anchor.age_days == 7
    assert [one.source for one in report.anchor.origins] == ["test"]
    assert report.signer is not None
    assert report.signer.algorithm == "ecdsa-sha256"


def test_a_signer_that_digests_with_sha1_is_marked() -> None:
    algorithm = Algorithm("P-256", "sha1")

    report = checked(chip(algorithm).sod(), trust=trusting(authority_certificate(algorithm)))

    assert report.signer is not None
    assert report.signer.is_weak


def test_without_dg1_nobody_is_verified() -> None:
    report = checked(chip().sod(), {2: dg2()})

    assert report.outcome is Outcome.NOT_VERIFIABLE
    assert step(report, StepKind.DATA_GROUP, "DG1").outcome is Outcome.NOT_TESTED


def test_without_a_security_object_nothing_is_verified() -> None:
    report = checked(b"")

    assert report.outcome is Outcome.NOT_VERIFIABLE
    assert step(report, StepKind.SECURITY_OBJECT).reason is Reason.NOT_BROUGHT
    assert step(report, StepKind.DATA_GROUP, "DG1").outcome is Outcome.NOT_VERIFIABLE


def test_the_printed_zone_is_compared_letter_by_letter() -> None:
    printed = (ZONE[0], ZONE[1].replace("C36", "C86"))

    report = checked(chip().sod(), printed=printed)

    assert report.outcome is Outcome.FAILED
    found = step(report, StepKind.ZONE)
    assert (found.reason, found.position) == (Reason.DIFFERS, 44 + 8)
    assert found.expected == "".join(ZONE)
    assert found.found == "".join(printed)


def test_spaces_in_the_printed_zone_do_not_count() -> None:
    printed = ("\n".join(ZONE).replace("<<", "< <") + "\r\n",)

    assert step(checked(chip().sod(), printed=printed), StepKind.ZONE).reason is Reason.AGREES


def test_without_a_printed_zone_there_is_nothing_to_compare() -> None:
    found = step(checked(chip().sod(), printed=()), StepKind.ZONE)

    assert (found.outcome, found.reason) == (Outcome.NOT_TESTED, Reason.NOTHING_TO_COMPARE)


def test_details_of_bearer_and_document_are_read() -> None:
    groups = {**GROUPS, 11: dg11(), 12: dg12()}

    report = checked(chip(FAST, groups).sod(), groups)

    assert report.outcome is Outcome.VERIFIED
    assert text_of(report.person, "full_name") == "ERIKSSON<<ANNA"
    assert text_of(report.person, "place_of_birth") == "ZENITH<UTÖPIA"
    assert text_of(report.document, "issue_date") == "20200115"
    assert report.portrait is not None
    assert report.zone == ZONE


def test_the_day_of_issue_in_dg12_tells_when_it_was_signed() -> None:
    groups = {**GROUPS, 12: dg12("20140630")}

    report = checked(chip(FAST, groups).sod(), groups, issued=date(2020, 1, 1))

    found = step(report, StepKind.SIGNER_VALIDITY)
    assert (found.reason, found.found) == (Reason.SIGNED_OUTSIDE_VALIDITY, "2014-06-30")


def test_a_changed_dg12_does_not_tell_when_it_was_signed() -> None:
    sod = chip(FAST, {**GROUPS, 12: dg12("20140630")}).sod()

    report = checked(sod, {**GROUPS, 12: dg12("20200115")}, issued=date(2014, 6, 30))

    assert step(report, StepKind.SIGNER_VALIDITY).found == "2014-06-30"


VALIDITY = [
    (None, None, (2015, 2036), Outcome.VERIFIED, Reason.VALID_TODAY),
    (None, None, (2015, 2020), Outcome.NOT_VERIFIABLE, Reason.SIGNING_DAY_UNKNOWN),
    (None, date(2016, 5, 1), (2015, 2020), Outcome.VERIFIED, Reason.AGREES),
    (None, date(2021, 5, 1), (2015, 2020), Outcome.FAILED, Reason.SIGNED_OUTSIDE_VALIDITY),
    (None, date(2014, 12, 31), (2015, 2020), Outcome.VERIFIED, Reason.AGREES),  # time zones
    (None, date(2014, 12, 30), (2015, 2020), Outcome.FAILED, Reason.SIGNED_OUTSIDE_VALIDITY),
    (date(2016, 5, 1), date(2021, 5, 1), (2015, 2020), Outcome.VERIFIED, Reason.AGREES),
    (date(2021, 5, 1), None, (2015, 2020), Outcome.FAILED, Reason.SIGNED_OUTSIDE_VALIDITY),
    (date(2027, 5, 1), None, (2015, 2036), Outcome.FAILED, Reason.SIGNED_OUTSIDE_VALIDITY),
]


@pytest.mark.parametrize(("signed", "issued", "valid", "outcome", "reason"), VALIDITY)
def test_the_signer_must_have_been_valid_when_it_signed(
    signed: date | None,
    issued: date | None,
    valid: tuple[int, int],
    outcome: Outcome,
    reason: Reason,
) -> None:
    own = certificate(Identity("Document Signer 1"), authority(), valid=valid)
    moment = datetime(signed.year, signed.month, signed.day, tzinfo=UTC) if signed else None
    made = signed_message(security_object(), included=(own,), signing_time=moment)

    found = step(checked(made.sod(), issued=issued), StepKind.SIGNER_VALIDITY)

    assert (found.outcome, found.reason) == (outcome, reason)


STATES = [
    ("D<<", "DE", Outcome.VERIFIED),
    ("NLD", "NL", Outcome.VERIFIED),
    ("NLD", "nl", Outcome.VERIFIED),
    ("RKS", "KS", Outcome.VERIFIED),
    ("CHN", "HK", Outcome.VERIFIED),
    ("SLV", "MX", Outcome.FAILED),
    ("XXZ", "MX", Outcome.NOT_VERIFIABLE),
]


@pytest.mark.parametrize(("code", "country", "outcome"), STATES)
def test_a_state_signs_for_itself_only(code: str, country: str, outcome: Outcome) -> None:
    who, above = Identity("DS", FAST, country), authority(FAST, country)
    groups = {1: dg1((ZONE[0][:2] + code + ZONE[0][5:], ZONE[1])), 2: dg2()}
    made = signed_message(security_object(groups), who, (certificate(who, above),))
    made.signer_info["sid"].chosen["issuer"] = above.x509_name

    report = checked(made.sod(), groups, trust=trusting(authority_certificate(FAST, country)))

    assert step(report, StepKind.CHAIN).outcome is Outcome.VERIFIED
    assert step(report, StepKind.ISSUING_STATE).outcome is outcome


def test_one_states_authority_cannot_issue_signers_of_another() -> None:
    who, above = Identity("DS", FAST, "DE"), authority(FAST, "FR")
    made = signed_message(security_object(), who, (certificate(who, above),))
    made.signer_info["sid"].chosen["issuer"] = above.x509_name

    report = checked(made.sod(), trust=trusting(authority_certificate(FAST, "FR")))

    assert step(report, StepKind.CHAIN).outcome is Outcome.VERIFIED
    assert step(report, StepKind.ISSUING_STATE).outcome is Outcome.FAILED


def test_the_signature_of_card_security_is_checked_like_any_other() -> None:
    made = signed_message(b"\x31\x00", content_type=CARD_SECURITY)
    trust = trusting(authority_certificate())

    report = authenticate_card_security(made.cms(), trust, today=TODAY)

    assert step(report, StepKind.SIGNATURE).outcome is Outcome.VERIFIED
    assert step(report, StepKind.CHAIN).outcome is Outcome.VERIFIED
    assert report.outcome is Outcome.NOT_VERIFIABLE  # it says nothing of a bearer


def test_another_signed_object_is_no_card_security() -> None:
    report = authenticate_card_security(chip().cms(), Trust(), today=TODAY)

    assert step(report, StepKind.SECURITY_OBJECT).reason is Reason.MALFORMED
