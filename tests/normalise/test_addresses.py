"""Postal addresses as keys that meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tamiz.normalise.addresses import MOST_WORDS, UNTOLD, address_key, village_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Calle 12 # 45, Barrio Norte, Cali", "Cali, barrio norte, Cl. 12 No. 45"),
        ("Calle Roble 012, Colonia Encinos, Xalapa", "C/ Roble nº 12, Col. Encinos, XALAPA"),
        ("вул. Шевченка, буд. 14, Львів, Личаків", "Львів, Личаків, вулиця Шевченка 14"),
        ("вулиця Шевченка, будинок 14, Львів", "Vulytsia Shevchenka 14, Lviv"),
        ("провулок Тихий 3, смт Ясенове", "prov. Тихий, буд. 3, Ясенове"),
        ("улица Шевченка, дом 14, Личакив", "ул. Шевченка 14, Личакив"),
        ("12 Rose Lane, Apt 4, Bath", "Flat 4, 12 Rose Ln, Bath"),
        ("Avenida de la Paz 7, Soná", "Av. Paz 7 Soná"),
        ("вул. Городоцька, 14, кв. 3, Київ", "Horodotska St. 14, fl. 3, Kyiv"),
        ("ул. Гоголя, д. 5, Киев", "вул. Гоголя, буд. 5, Київ"),
        ("1120 Alder Street, Suite 5, Spokane", "1120 Alder St Ste 5, Spokane"),
        ("Unit 4, 20 Dock Street, Hull", "20 Dock St, #4, Hull"),
        ("პუშკინის 12, თბილისი", "12 Pushkinis Street, Tbilisi"),
    ],
)
def test_one_house_is_one_key(one: str, other: str) -> None:
    assert address_key(one) == address_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Calle Roble 12, Encinos, Xalapa", "Calle Roble 14, Encinos, Xalapa"),
        ("Calle Roble 12, Encinos, Xalapa", "Calle Roble 12, Encinos, Puebla"),
        ("Calle Roble 12, Encinos, Xalapa", "Calle Olmo 12, Encinos, Xalapa"),
        ("12 Oak Street, Portland, OR 97201", "12 Oak Street, Portland, ME 04101"),
        ("Rua Dom Pedro II, 770, Recife", "Rua Dom Pedro II, 700, Recife"),
    ],
)
def test_another_house_is_another_key(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


@pytest.mark.parametrize(
    "text",
    [
        "", "N/A", "Cali", "Barrio Norte, Cali", "Calle 12", "Calle 12 # 45", "12", "???",
        " ".join(f"w{at} 1" for at in range(MOST_WORDS + 1)),
    ],
    ids=["empty", "n/a", "a town", "a quarter", "a street", "a crossing", "a number", "signs", "a way"],
)  # fmt: skip
def test_too_little_or_too_much_is_no_address(text: str) -> None:
    assert address_key(text) == ""


@given(st.text(max_size=500))
def test_any_text_is_a_key_or_none(text: str) -> None:
    words = address_key(text).split()

    assert len(words) <= MOST_WORDS
    assert words == sorted(set(words))


@given(st.permutations("Calle Roble 12 Encinos Xalapa".split()))
def test_the_order_of_the_parts_changes_nothing(words: list[str]) -> None:
    assert address_key(" ".join(words)) == address_key("Calle Roble 12 Encinos Xalapa") != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vereda La Unión, San Miguel", "San Miguel; VEREDA LA UNION"),
        ("с. Ясенове, Одеса", "село Ясенове, Одеса"),
        ("с. Ковалинці, Київ", "Kovalyntsi village, Kyiv"),
        ("деревня Ясеново, Киев", "Yasenovo village, Kyiv"),
        ("Old Village, Lublin", "village Old, LUBLIN"),
        ("вул. Садова, 11, с. Нова Березівка, Суми р-н", "с. Нова Березівка, Суми район"),
        ("Calle 7 # 4-12, vereda La Unión, San Miguel", "Vereda La Unión, San Miguel"),
        ("127 High Street, flat 2, village Veru, Cluj", "3 School Lane, village Veru, Cluj"),
        ("с. Ясенове, вул. Шевченка, буд. 14, Одеса", "с. Ясенове, Одеса"),
    ],
)
def test_a_village_is_one_in_any_script(one: str, other: str) -> None:
    assert village_key(one) == village_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vereda La Unión, San Miguel", "Vereda La Unión, San Pedro"),
        ("Vereda La Unión, San Miguel", "Vereda El Roble, San Miguel"),
        ("с. Ясенове, Одеса", "с. Явірне, Одеса"),
    ],
)
def test_another_village_is_another_key(one: str, other: str) -> None:
    assert village_key(one) != village_key(other)


@pytest.mark.parametrize(
    "text",
    [
        "Vereda La Unión", "с. Ясенове", "San Miguel",
        "с. Ясенове, вул. Шевченка, 14", "12 Village Road, Springfield",
        "14 Mill Lane, Old Town, Bath", "village, village", ", ,", "",
    ],
)  # fmt: skip
def test_a_word_or_a_house_is_no_village(text: str) -> None:
    assert village_key(text) == ""


@pytest.mark.parametrize("text", ["San Miguel, El Salvador", "Akulichy, Homel", "C. Roble, Xalapa"])
def test_of_a_place_that_may_be_a_town_that_is_said(text: str) -> None:
    assert village_key(text).startswith(UNTOLD)
