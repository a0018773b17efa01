"""DG1, DG2, DG11 and DG12 are read as they are written, or told to be something else."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.chip.lds import JPEG, ZONE, dg1, dg2, dg11, dg12, tlv
from tamiz.documents.chip import ImageKind, text_of
from tamiz.documents.chip.details import read_document, read_person
from tamiz.documents.chip.images import image_kind, image_size
from tamiz.documents.chip.portrait import read_portrait
from tamiz.documents.chip.zone import first_difference, issuing_state, read_zone
from tamiz.errors import ChipDataError

CODESTREAM = bytes.fromhex("ff4fff51002f00000000019d000002130000000000000000")
JP2 = bytes.fromhex("0000000c6a5020200d0a870a00000014667479706a703220") + CODESTREAM


@pytest.mark.parametrize(("length", "lines"), [(90, 3), (72, 2), (88, 2)])
def test_the_form_of_a_zone_is_told_by_its_length(length: int, lines: int) -> None:
    zone = read_zone(dg1(("A" * length,)))

    assert len(zone) == lines
    assert {len(line) for line in zone} == {length // lines}


@pytest.mark.parametrize("length", [0, 1, 87, 89, 93])
def test_another_length_is_no_zone(length: int) -> None:
    with pytest.raises(ChipDataError, match="characters"):
        read_zone(dg1(("A" * length,)))


def test_letters_beyond_ascii_are_no_zone() -> None:
    with pytest.raises(ChipDataError, match="ASCII"):
        read_zone(tlv(0x61, tlv(0x5F1F, b"\xd1" * 88)))


def test_the_issuing_state_stands_without_its_filling() -> None:
    assert issuing_state(ZONE) == "D"


@given(st.text(max_size=20), st.text(max_size=20))
def test_texts_agree_up_to_their_first_difference(one: str, other: str) -> None:
    at = first_difference(one, other)

    assert one[:at] == other[:at]
    assert at == min(len(one), len(other)) or one[at] != other[at]


PICTURES = [
    (JPEG, ImageKind.JPEG, (120, 160)),
    (CODESTREAM, ImageKind.JPEG2000, (413, 531)),
    (JP2, ImageKind.JPEG2000, (413, 531)),
]


@pytest.mark.parametrize(("picture", "kind", "size"), PICTURES)
@pytest.mark.parametrize("points", [0, 5])
def test_a_portrait_is_taken_out_as_it_lies_there(
    picture: bytes, kind: ImageKind, size: tuple[int, int], points: int
) -> None:
    data = dg2(picture, points=points)

    portrait = read_portrait(data)

    assert (portrait.data, portrait.kind) == (picture, kind)
    assert (portrait.width, portrait.height) == size
    assert data[portrait.position :].startswith(picture)


def test_a_portrait_of_iso_39794_is_found_among_its_elements() -> None:
    face = tlv(0xA1, tlv(0x80, b"\3") + tlv(0xA2, tlv(0x81, JPEG)))
    template = tlv(0x7F60, tlv(0xA1, b"") + tlv(0x7F2E, face))

    portrait = read_portrait(tlv(0x75, tlv(0x7F61, tlv(0x02, b"\1") + template)))

    assert portrait.data == JPEG


NO_PORTRAITS = [
    (dg2(b"BM bitmap"), "neither"),
    (dg2(b""), "bytes of face"),
    (tlv(0x75, b""), "lacks the element 7F61"),
    (tlv(0x75, tlv(0x7F61, b"")), "lacks the element 7F60"),
    (tlv(0x75, tlv(0x7F61, tlv(0x7F60, b""))), "no record"),
    (tlv(0x75, tlv(0x7F61, tlv(0x7F60, tlv(0x5F2E, b"FAC")))), "no face record"),
    (tlv(0x75, tlv(0x7F61, tlv(0x7F60, tlv(0x7F2E, tlv(0xA1, b""))))), "no picture"),
    (dg2()[:-1], "announced"),
    (dg2(points=600), "600 points"),
    (dg1(), "starts with tag 61"),
]


@pytest.mark.parametrize(("data", "problem"), NO_PORTRAITS)
def test_what_is_no_portrait_is_told(data: bytes, problem: str) -> None:
    with pytest.raises(ChipDataError, match=problem):
        read_portrait(data)


@given(st.binary(max_size=60))
def test_no_bytes_make_the_size_of_a_picture_fail(data: bytes) -> None:
    for picture in (data, JPEG[:4] + data, CODESTREAM[:4] + data, JP2[:12] + data):
        size = image_size(picture)
        assert size is None or min(size) >= 0
        assert image_kind(picture) or size is None


def test_details_of_the_bearer_keep_their_text_and_place() -> None:
    data = dg11()

    fields = read_person(data)

    assert [(one.name, one.text) for one in fields] == [
        ("full_name", "ERIKSSON<<ANNA"),
        ("other_name", "ERIKSSON<<ANN"),
        ("birth_date", "19740812"),
        ("place_of_birth", "ZENITH<UTÖPIA"),
    ]
    assert all(data[one.position :].startswith(one.text.encode()) for one in fields[:2])


@pytest.mark.parametrize(
    ("raw", "text"),
    [(b"20200115", "20200115"), (bytes.fromhex("20200115"), "20200115"), (b"2020", "32303230"),
     (b"2020-01-15", "2020-01-15"), (b"", "")],
)  # fmt: skip
def test_dates_come_packed_or_as_digits(raw: bytes, text: str) -> None:
    assert text_of(read_document(tlv(0x6C, tlv(0x5F26, raw))), "issue_date") == text


def test_text_that_is_no_utf_8_is_read_as_latin_1() -> None:
    assert text_of(read_document(tlv(0x6C, tlv(0x5F19, b"Espa\xf1a"))), "issuing_authority") == (
        "España"
    )


def test_pictures_in_details_are_told_as_pictures() -> None:
    (field,) = read_document(tlv(0x6C, tlv(0x5F1D, JPEG)))

    assert (field.image, field.image_kind, field.text) == (JPEG, ImageKind.JPEG, "")


def test_an_unknown_field_is_kept() -> None:
    (field,) = read_document(tlv(0x6C, tlv(0x5F7F, b"?")))

    assert (field.name, field.tag, field.text) == ("unknown", 0x5F7F, "?")


READERS: list[tuple[Callable[[bytes], object], bytes]] = [
    (read_zone, dg1()),
    (read_portrait, dg2()),
    (read_person, dg11()),
    (read_document, dg12()),
]


@pytest.mark.parametrize(("read", "good"), READERS)
@given(data=st.data())
def test_no_damage_raises_anything_else(
    read: Callable[[bytes], object], good: bytes, data: st.DataObject
) -> None:
    bad = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        bad[data.draw(st.integers(0, len(bad) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(bad)))
    for one in (bytes(bad), bytes(bad[:cut])):
        try:
            read(one)
        except ChipDataError as error:
            assert error.position <= len(one)  # noqa: PT017 - either way is right
