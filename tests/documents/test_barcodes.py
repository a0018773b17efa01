"""Barcodes of known forms are read; any other text says nothing, and none raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.documents.barcodes import BarcodeData, read_barcode

AAMVA = (
    "@\n\x1e\rANSI 636000090002DL00410278ZV03190008DLDAQT64235789\nDCSSAMPLE\nDACMICHAEL\n"
    "DADJOHN\nDBB06061986\nDBC1\nDBA12102030\nDCGUSA\r"
)
ARGENTINE = "00123456789@IBARRA@JOSE MARIA@M@30111222@A@14/02/1983@01/03/2015"
ZONE = (
    "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
)


def colombian(born: str = "19920125", sex: str = "F") -> str:
    fields = ["0" * 24 + "PubDSK_1" + " " * 40, "0052345678"]
    names = ("RONDON", "PENA", "YESICA", "ALEXA")
    widths = (23, 23, 23, 23)
    padded = [name.ljust(width, "\0") for name, width in zip(names, widths, strict=True)]
    return "".join([*fields, *padded, "0", sex, born, "0100", "O+"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (AAMVA, BarcodeData("aamva", "T64235789", "SAMPLE, MICHAEL JOHN", (1986, 6, 6), "M",
                            (2030, 12, 10))),
        (ARGENTINE, BarcodeData("ar_card", "30111222", "IBARRA, JOSE MARIA", (1983, 2, 14), "M")),
        (colombian(), BarcodeData("co_card", "52345678", "RONDON PENA YESICA ALEXA",
                                  (1992, 1, 25), "F")),
        (ZONE, BarcodeData("zone", "D23145890", "ERIKSSON, ANNA MARIA", sex="F")),
    ],
)  # fmt: skip
def test_a_known_form_is_read(text: str, found: BarcodeData) -> None:
    assert read_barcode(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "", "https://example.org/ticket/7", "A1234", "<<<<", colombian(born="19921399"),
        colombian(sex="Q"), ZONE.replace("7408122", "7408123"),
    ],
)  # fmt: skip
def test_another_text_says_nothing(text: str) -> None:
    assert read_barcode(text) is None


def test_a_date_that_is_no_day_is_left_out() -> None:
    found = read_barcode(AAMVA.replace("06061986", "02311986"))

    assert found is not None
    assert found.birth_date is None


@given(st.one_of(st.text(), st.text(alphabet="PubDSK_ANSI 0123456789DAQDBB@<\n\0")))
def test_no_text_raises(text: str) -> None:
    read_barcode(text)
    read_barcode(f"PubDSK_{text}")
    read_barcode(f"ANSI 636000{text}")
