"""Other readers of machine-readable zones, each by its documented call on text.

Their fields get our cases' names and form (``YYMMDD`` dates, no fillers), nothing else is put
right. ``installed_peers`` yields those that are installed: ``pip install mrz PassportEye fastmrz``.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple


class Told(NamedTuple):
    """What a reader tells: fields by our names, and whether it calls the zone valid."""

    fields: dict[str, str]
    is_valid: bool


_MRZ_NAMES = {
    "document_type": "document_code", "country": "issuer", "document_number": "number",
    "nationality": "nationality", "birth_date": "birth", "expiry_date": "expiry", "sex": "sex",
    "surname": "surname", "name": "given", "optional_data": "optional1",
    "optional_data_2": "optional2",
}  # fmt: skip
_PASSPORTEYE_NAMES = {
    "type": "document_code", "country": "issuer", "number": "number",
    "nationality": "nationality", "date_of_birth": "birth", "expiration_date": "expiry",
    "sex": "sex", "surname": "surname", "names": "given",
}  # fmt: skip
_FASTMRZ_NAMES = {
    "document_code": "document_code", "issuer_code": "issuer", "document_number": "number",
    "nationality_code": "nationality", "birth_date": "birth", "expiry_date": "expiry",
    "sex": "sex", "surname": "surname", "given_name": "given", "optional_data": "optional1",
    "optional_data_1": "optional1", "optional_data_2": "optional2",
}  # fmt: skip


def _mrz() -> Callable[[list[str]], Told]:
    from mrz.checker.mrva import MRVACodeChecker  # noqa: PLC0415
    from mrz.checker.mrvb import MRVBCodeChecker  # noqa: PLC0415
    from mrz.checker.td1 import TD1CodeChecker  # noqa: PLC0415
    from mrz.checker.td2 import TD2CodeChecker  # noqa: PLC0415
    from mrz.checker.td3 import TD3CodeChecker  # noqa: PLC0415

    def read(lines: list[str]) -> Told:
        is_wide, is_visa = len(lines[0]) == 44, lines[0].startswith("V")
        two = (
            (MRVACodeChecker if is_visa else TD3CodeChecker)
            if is_wide
            else (MRVBCodeChecker if is_visa else TD2CodeChecker)
        )
        checker = (TD1CodeChecker if len(lines) == 3 else two)("\n".join(lines))
        told = checker.fields()._asdict()
        return Told(_renamed(told, _MRZ_NAMES), is_valid=bool(checker))

    return read


def _passporteye() -> Callable[[list[str]], Told]:
    from passporteye.mrz.text import MRZ  # noqa: PLC0415

    def read(lines: list[str]) -> Told:
        found = MRZ(lines)
        return Told(_renamed(found.to_dict(), _PASSPORTEYE_NAMES), is_valid=bool(found.valid))

    return read


def _fastmrz() -> Callable[[list[str]], Told]:
    from fastmrz import FastMRZ  # noqa: PLC0415

    reader = FastMRZ()

    def read(lines: list[str]) -> Told:
        found = reader.get_details("\n".join(lines), input_type="text")
        fields = _renamed(found, _FASTMRZ_NAMES)
        for name in ("birth", "expiry"):
            if name in fields:
                fields[name] = fields[name].replace("-", "")[-6:]
        return Told(fields, is_valid=found.get("status") == "SUCCESS")

    return read


def _renamed(told: dict[str, Any], names: dict[str, str]) -> dict[str, str]:
    """The fields by our names; fillers at the ends are no part of a value, dates keep theirs."""
    return {
        ours: str(told[theirs]) if ours in {"birth", "expiry", "sex"} else _bare(told[theirs])
        for theirs, ours in names.items()
        if told.get(theirs) is not None
    }


def _bare(value: object) -> str:
    return " ".join(str(value).replace("<", " ").split())


_MAKERS = (("mrz", _mrz), ("PassportEye", _passporteye), ("fastmrz", _fastmrz))


def installed_peers() -> Iterator[tuple[str, Callable[[list[str]], Told]]]:
    """The peers that are installed; the others are named and left out."""
    for name, maker in _MAKERS:
        try:
            yield name, maker()
        except ImportError:
            print(f"{name} is not installed here and is left out")
