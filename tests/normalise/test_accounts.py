"""Names of accounts, taken from service to service."""

import pytest

from tamiz.normalise.accounts import account_name, is_of_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rugile.v.klaipeda@gmail.com", "Rugile.V.Klaipeda@proton.me"),
        ("chacalprieto.84@gmail.com", "@chacal_prieto84"),
        ("https://t.me/chacal_prieto84", "chacal-prieto84@ukr.net"),
        ("vovk_z_gory+legion@ukr.net", "vovkzgory@meta.ua"),
    ],
)
def test_one_name_on_two_services_is_one(one: str, other: str) -> None:
    assert account_name(one) == account_name(other) != ""


@pytest.mark.parametrize(
    "text", ["", "@luna", "ana@gmail.com", "contacto@altoverde.example", "- -"]
)
def test_what_is_short_or_an_office_s_is_nobody_s(text: str) -> None:
    assert account_name(text) == ""


@pytest.mark.parametrize(
    ("account", "names", "expected"),
    [
        ("josegarcialopez", ("jose", "garcia", "lopez"), True),
        ("vovakovalchuk92", ("volodymyr", "kovalchuk"), True),
        ("jgarcia1984", ("jose", "garcia"), True),
        ("josegarcialopez", ("rosendo", "batres"), False),
        ("garciadelmonteverde", ("jose", "garcia"), False),
    ],
)
def test_ones_own_name_is_no_name_for_an_account(
    account: str, names: tuple[str, ...], expected: bool
) -> None:
    assert is_of_names(account, names) is expected
