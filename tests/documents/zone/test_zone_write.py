"""Zones written from data are read back as that data."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.zone.zones import ALL, TD1, TD2, TD3, read
from tamiz.documents.zone import NumberVariant, Part, ZoneData, ZoneFormat, write_zone
from tamiz.errors import UsageError

_SPECIMEN = {
    "issuing_state": "UTO", "nationality": "UTO", "primary_identifier": "Eriksson",
    "secondary_identifier": "Anna Maria", "birth_date": "740812", "sex": "F",
    "expiry_date": "120415",
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "code", "number", "optional", "lines"),
    [
        (ZoneFormat.TD1, "I", "D23145890", "", TD1),
        (ZoneFormat.TD2, "I", "D23145890", "", TD2),
        (ZoneFormat.TD3, "P", "L898902C3", "ZE184226B", TD3),
    ],
)
def test_the_specimens_are_written(
    kind: ZoneFormat, code: str, number: str, optional: str, lines: tuple[str, ...]
) -> None:
    data = ZoneData(format=kind, document_code=code, number=number, optional=optional, **_SPECIMEN)

    assert write_zone(data) == lines


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NAMES = st.lists(st.text(alphabet=_LETTERS, min_size=1, max_size=14), min_size=1, max_size=4)
_DATES = st.dates().map(lambda day: day.strftime("%y%m%d").rjust(6, "0")) | st.just("<<<<<<")
_CODES = {
    ZoneFormat.TD1: "I", ZoneFormat.TD2: "I", ZoneFormat.TD3: "P", ZoneFormat.MRVA: "V",
    ZoneFormat.MRVB: "VC", ZoneFormat.SVK_ID_34: "I",
}  # fmt: skip


@given(st.sampled_from(sorted(_CODES)), _NAMES, _NAMES, _DATES, _DATES, st.data())
def test_what_is_written_is_read_back(
    kind: ZoneFormat, primary: list[str], secondary: list[str], born: str, expires: str,
    data: st.DataObject,
) -> None:  # fmt: skip
    longest = {ZoneFormat.TD1: 20, ZoneFormat.TD2: 14}.get(kind, 9)
    number = data.draw(st.text(alphabet=_LETTERS + "0123456789", min_size=1, max_size=longest))
    said = ZoneData(
        format=kind, document_code=_CODES[kind], issuing_state="SLV", nationality="MEX",
        primary_identifier=" ".join(primary), secondary_identifier=" ".join(secondary),
        number=number, birth_date=born, expiry_date=expires, sex="M",
    )  # fmt: skip

    zone = read(*write_zone(said))

    assert zone.is_consistent
    assert zone.format is kind
    assert zone.value(Part.NUMBER) == number
    assert (zone.number_variant is NumberVariant.LONG) is (len(number) > 9)
    assert (zone.value(Part.BIRTH_DATE), zone.value(Part.EXPIRY_DATE)) == (born, expires)
    assert (zone.value(Part.ISSUING_STATE), zone.value(Part.NATIONALITY)) == ("SLV", "MEX")
    if not zone.is_name_cut:
        assert zone.primary_identifier.split() == primary
        assert zone.secondary_identifier.split() == secondary


@pytest.mark.parametrize("kind", [ZoneFormat.FRA_ID_1988, ZoneFormat.RUS_PN, ZoneFormat.LICENCE_1])
def test_national_zones_are_written_too(kind: ZoneFormat) -> None:
    code = {ZoneFormat.FRA_ID_1988: "ID", ZoneFormat.RUS_PN: "PN", ZoneFormat.LICENCE_1: "D1"}
    state = "RUS" if kind is ZoneFormat.RUS_PN else "FRA"
    data = ZoneData(
        format=kind, document_code=code[kind], issuing_state=state, nationality=state,
        primary_identifier="Morel", number="900175100", birth_date="700101",
    )  # fmt: skip

    zone = read(*write_zone(data))

    assert zone.format is kind
    assert zone.is_consistent
    assert zone.value(Part.NUMBER) == "900175100"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"number": "A" * 10}, "number"),
        ({"number": "ñ"}, "number"),
        ({"primary_identifier": "李"}, "a name"),
        ({"document_code": "V"}, "document code"),
        ({"issuing_state": "LONG"}, "issuing_state"),
    ],
)
def test_data_that_no_zone_holds_are_refused_without_being_told(
    changed: dict[str, str], told: str
) -> None:
    said = {"document_code": "P", "number": "L898902C3", **_SPECIMEN, **changed}

    with pytest.raises(UsageError, match=re.escape(told)) as caught:
        write_zone(ZoneData(format=ZoneFormat.TD3, **said))

    assert changed.get("number", "ERIKSSON") not in str(caught.value)


def test_every_specimen_is_written_in_its_widths() -> None:
    assert {kind: tuple(map(len, lines)) for kind, lines in ALL.items()} == {
        ZoneFormat.TD1: (30, 30, 30), ZoneFormat.TD2: (36, 36), ZoneFormat.TD3: (44, 44),
        ZoneFormat.MRVA: (44, 44), ZoneFormat.MRVB: (36, 36), ZoneFormat.FRA_ID_1988: (36, 36),
        ZoneFormat.RUS_PN: (44, 44), ZoneFormat.LICENCE_1: (30,),
        ZoneFormat.CHE_LICENCE: (9, 30, 30), ZoneFormat.SVK_ID_34: (34, 34),
    }  # fmt: skip
