"""Phones, e-mail addresses and handles as keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.contacts import (
    email_key,
    handle_key,
    phone_country,
    phone_key,
    phones_in,
    site_key,
)


@pytest.mark.parametrize(
    ("letter", "found"),
    [
        ("call my brother on +90 533 067 8928, he pays", ("+90 533 067 8928",)),
        ("+90 (533) 067-8928 / +57 300 123 4567", ("+90 (533) 067-8928", "+57 300 123 4567")),
        ("call 0533 067 8928", ()), ("from 2015-2020, 100+ 20 days", ()), ("+1 +2", ()), ("", ()),
    ],
)  # fmt: skip
def test_a_phone_in_a_letter_has_the_code_of_its_country(
    letter: str, found: tuple[str, ...]
) -> None:
    assert phones_in(letter) == found


@pytest.mark.parametrize(
    ("written", "country", "key"),
    [
        ("+380 (44) 279-00-00", None, "+380442790000"),
        ("00380442790000", None, "+380442790000"),
        ("044 279 00 00", "ua", "+380442790000"),
        ("+52 55 1234 5678", None, "+525512345678"),
        ("2790000", None, "?2790000"),
        ("0151 23456789", "de", "+4915123456789"),
        ("380671234567", "ua", "+380671234567"),
        ("+49 151 23456789", "ua", "+4915123456789"),
        ("067 123 45 67", "es", "?0671234567"),  # no Spanish number
        ("97 509 6517", "ec", "+593975096517"),  # a block that no table knows yet
        ("2790000 ext. 5", None, "?2790000"),
        ("000 000 000", None, ""),
        ("12345", None, ""),
        ("unknown", None, ""),
        ("", None, ""),
        ("1" * 300, None, ""),
    ],
)
def test_a_phone_number_has_one_key(written: str, country: str | None, key: str) -> None:
    assert phone_key(written, country=country) == key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ann@Example.org", "ann@example.org"),
        ("<ann@example.org>", "ann@example.org"),
        ("ann+school@example.org", "ann@example.org"),
        ("a.n.n@googlemail.com", "ann@gmail.com"),
        ("a.n.n@example.org", "a.n.n@example.org"),
        ("ann@localhost", ""),
        ("ann moss@example.org", ""),
        ("@example.org", ""),
        ("+@example.org", ""),
        ("ann", ""),
        ("", ""),
    ],
)
def test_an_address_has_one_key(written: str, key: str) -> None:
    assert email_key(written) == key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("@Ann_Moss", "ann_moss"),
        ("https://t.me/ann_moss/", "ann_moss"),
        ("ann moss", ""),
        ("@a", ""),
        ("", ""),
    ],
)
def test_a_handle_has_one_key(written: str, key: str) -> None:
    assert handle_key(written) == key


@given(st.text(max_size=300))
def test_any_text_has_a_key_or_none(text: str) -> None:
    assert email_key(email_key(text)) == email_key(text)
    assert phone_key(text)[:1] in {"", "+", "?"}
    assert handle_key(handle_key(text)) == handle_key(text)


@pytest.mark.parametrize(
    ("written", "countries", "country"),
    [
        ("0151 23456789", ("de",), "de"),
        ("067 123 45 67", ("es", "ua"), "ua"),  # no Spanish number, but a Ukrainian one
        ("0671234567", ("es",), None),
        ("+380 67 123 45 67", ("de",), None),
        ("00380 67 123 45 67", ("de",), None),
        ("tel. +380 67 123 45 67", ("de",), None),
        ("2790000", ("ua",), None),
        ("unknown", ("ua",), None),
        ("067 123 45 67", (), None),
        ("1" * 300, ("ua",), None),
        ("97 509 6517", ("ec",), "ec"),  # as long as theirs, and no other country is in question
        ("97 509 6517", ("ec", "pa"), None),
    ],
)
def test_a_number_without_a_country_is_of_the_first_where_it_is_valid(
    written: str, countries: tuple[str, ...], country: str | None
) -> None:
    assert phone_country(written, countries) == country


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("https://www.Altoverde.example/es/?a=1", "altoverde.example"),
        ("http://altoverde.example", "altoverde.example"),
        ("altoverde.example.", "altoverde.example"),
        ("shop.altoverde.example?x", "shop.altoverde.example"),
        ("альтоверде.example", "альтоверде.example"),
        ("none", ""),
        ("N/A", ""),
        ("", ""),
        ("10.0.0.1", ""),
        ("our site is altoverde.example", ""),
        ("ann@altoverde.example", ""),
        ("https://", ""),
        ("a." * 200 + "example", ""),
    ],
)
def test_a_site_is_its_host(written: str, key: str) -> None:
    assert site_key(written) == key


@given(st.text(max_size=300))
def test_any_text_is_a_host_or_none(text: str) -> None:
    assert site_key(site_key(text)) == site_key(text)
