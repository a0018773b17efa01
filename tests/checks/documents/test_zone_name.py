"""The name in a zone is a declared one, however it is romanised or shortened."""

import json

import pytest

from shared_data import shared_data
from tamiz.checks.documents.zone_name import name_verdict, printed_name_verdict
from tamiz.documents.zone import NoZone, Zone, read_zone
from tamiz.model import Name, NameKind
from tamiz.normalise.names import split_family_first

_SECOND = "A000000000SLV8501019M3001019<<<<<<<<<<<<<<<2"


def zone_of(field: str, state: str = "SLV") -> Zone:
    zone = read_zone(("P<SLV" + field.ljust(39, "<"), _SECOND.replace("SLV", state)))
    assert not isinstance(zone, NoZone)
    return zone


def verdict(
    declared: str, field: str, kind: NameKind = NameKind.PRIMARY, *, state: str = "SLV"
) -> str:
    name = Name(text=declared, kind=kind, parts=split_family_first(declared))
    return name_verdict((name,), zone_of(field, state))


@pytest.mark.parametrize(
    ("declared", "field"),
    [
        ("Juan José Pérez López", "PEREZ<LOPEZ<<JUAN<JOSE"),
        ("Juan Pérez", "PEREZ<LOPEZ<<JUAN<JOSE"),
        ("Pepe Pérez", "PEREZ<LOPEZ<<JOSE"),
        ("DE LA CRUZ, Ana", "DELACRUZ<<ANA"),
        ("Ana Delacruz", "DE<LA<CRUZ<<ANA"),
        ("Sean O’Connor", "OCONNOR<<SEAN"),
        ("Jürgen Müller", "MUELLER<<JUERGEN"),
        ("Шевченко Олександр Петрович", "SHEVCHENKO<<OLEKSANDR"),
        ("Oleksandr Shevchenko", "CHEVTCHENKO<<ALEXANDRE"),
        ("Євген Щербак", "SHCHERBAK<<YEVHEN"),
        ("Evgeniy Scherbak", "SHCHERBAK<<IEVHEN"),
        ("Григорій Ганжа", "HANZHA<<HRYHORII"),
        ("محمد رضایی", "REZAEI<<MOHAMMAD"),
        ("Maria", "<<MARIA"),
        ("Suharto", "SUHARTO"),
        ("A. Sargsyan", "SARGSYAN<<ARMEN"),
        ("Chayapa Dejthamrong Krasuang Nilavadhanananda",
         "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"),
    ],
)  # fmt: skip
def test_spelling_length_and_order_are_no_contradiction(declared: str, field: str) -> None:
    assert verdict(declared, field) == "agrees"


@pytest.mark.parametrize(
    ("declared", "field"),
    [
        ("Juan Pérez", "RAMIREZ<<JUAN"),
        ("Juan Pérez", "PEREZ<<RICARDO"),
        ("Ann Moss", "TANAKA<<YUKI"),
    ],
)
def test_another_family_name_or_other_given_names_differ(declared: str, field: str) -> None:
    assert verdict(declared, field) == "differs"


@pytest.mark.parametrize(
    ("state", "expected"), [("UKR", "differs"), ("SLV", "undecided"), ("GRC", "undecided")]
)
def test_a_name_in_another_script_differs_only_where_its_state_writes_it(
    state: str, expected: str
) -> None:
    assert verdict("Олена Коваленко", "BONDARENKO<<IRYNA", state=state) == expected


@pytest.mark.parametrize(
    ("declared", "field"), [("Джон Сміт", "SMITH<<JOHN"), ("Хорхе Гарсія", "GARCIA<<JORGE")]
)
def test_a_name_written_by_ear_is_no_contradiction(declared: str, field: str) -> None:
    assert verdict(declared, field) != "differs"


@pytest.mark.parametrize(
    ("declared", "printed", "expected"),
    [
        ("Jefferson Sebastián Romero Lugo", "Lara Mosquera, Ramiro Freddy", "differs"),
        ("Jefferson Sebastián Romero Lugo", "Romero Mosquera, Ramiro Freddy", "agrees"),
        ("Mohamed Reza Karimi Tehrani", "Moradi Tahrani, Muhammad Reza", "agrees"),
        ("Mohamed Ali", "Reza, Muhammad", "agrees"),  # of two words one is half of the name
        ("Romero", "Lara Mosquera, Ramiro Freddy", "agrees"),
        ("R. Olmos Prieto Soto", "Lara Mosquera, Ramiro Freddy", "agrees"),  # an initial
    ],
)
def test_one_word_alike_in_its_consonants_makes_no_long_name_the_printed_one(
    declared: str, printed: str, expected: str
) -> None:
    assert printed_name_verdict((Name(text=declared),), Name(text=printed)) == expected


def test_any_declared_name_will_do() -> None:
    names = (Name(text="Ann Moss"), Name(text="Ann Reyes", kind=NameKind.ALIAS))

    assert name_verdict(names, zone_of("REYES<<ANN")) == "agrees"


def test_a_code_name_is_not_compared() -> None:
    assert verdict("Lastivka", "REYES<<ANN", NameKind.CODE) == ""


@pytest.mark.parametrize("declared", ["田中ゆき", "عبد الرحیم محمود"])
def test_a_script_with_many_romanisations_leaves_a_difference_open(declared: str) -> None:
    assert verdict(declared, "QWXYZ<<VVVV") == "undecided"


def test_public_specimens_of_names_agree_with_the_page_they_are_printed_on() -> None:
    path = shared_data("documents/mrz_dev.jsonl")
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    names = [case for case in cases if case["kind"] == "name"]

    wrong = [case["id"] for case in names if _of_case(case["viz"], case["field"]) != "agrees"]

    assert names
    assert wrong == []


def _of_case(declared: str, field: str) -> str:
    width = {39: 44, 31: 36}.get(len(field))
    if width is None:
        lines = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", field)
    elif width == 44:
        lines = ("P<UTO" + field, "L898902C36UTO7408122F1204159ZE184226B<<<<<10", "")
    else:
        lines = ("I<UTO" + field, "D231458907UTO7408122F1204159<<<<<<<6", "")
    zone = read_zone(lines)
    assert not isinstance(zone, NoZone)
    return name_verdict((Name(text=declared, parts=split_family_first(declared)),), zone)
