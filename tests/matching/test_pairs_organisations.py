"""Two names of organisations compared with no index."""

import pytest

from tamiz.matching import Subject, compare_pair
from tamiz.matching.pairs import PairVerdict
from tamiz.model import Name, PartyType
from tamiz.wording import Language, catalogue

ONE = [
    ("Banco Zarqa S.A.", "Zarqa Bank JSC"),
    ("ТОВ «Гранітне»", "Hranitne LLC"),
    ("ООО «Дакота»", "Dakota Ltd"),
    ("Quilomba Trading GmbH", "Quilomba Trading Gesellschaft mit beschränkter Haftung"),
    ("Quilomba Industries", "Quilomba Industries Inc."),
    ("Ministerio de Defensa de Quilombia", "Ministry of Defence of Quilombia"),
    ("3rd Assault Battalion", "Battalion Assault 3"),
    ("Third Assault Brigade", "3. Assault Brigade"),
    ("Zarqa Holding Company", "Zarqa Holdings"),
    ("Quilomba Petrochemical Works", "QPW"),
    ("Gold Star Shipping", "Goldstar Shipping"),
    ("Zarkashi & Sons Co.", "Zarkashi and Sons"),
    ("Quilomba (Panama) S.A.", "Quilomba S.A."),
    ("Universidad de Quilomba", "University of Quilomba"),
    ("Quilomba Comercializadora S.A. de C.V.", "Comercializadora Quilomba SA de CV"),
    ("PrJSC Zarqa Zavod", "ПрАТ «Зарка завод»"),
    ("MV Quilomba Star", "Quilomba Star"),
    ("Quilomba Group", "Quilomba Grupo"),
    ("Deutsche Quilomba Aktiengeselschaft", "Deutsche Quilomba AG"),
    ("QuilombaAG", "Quilomba AG"),
    ("Al-Zarqa/Islamic Army of Quilomba", "Al Zarqa"),
    ("L.X.Q. Aviation", "LXQ Aviation"),
    ("J.P. Quilomba & Co.", "JP Quilomba and Co"),
    ("Brigade Forty-Four", "44 Brigade"),
    ("Murom Zavod", "Муромский завод"),
]

TWO = [
    ("Battalion 3", "Battalion 4"),
    ("Quilomba GmbH", "Quilomba AG"),
    ("Quilomba Bank", "Quilomba Insurance"),
    ("Zarqa Shipping", "Quilomba Shipping"),
    ("Quilomba Oil Company", "Quilomba Gas Company"),
    ("Ministry of Defence of Zarqa", "Ministry of Defence of Quilombia"),
    ("Quilomba Fund II", "Quilomba Fund III"),
    ("Quilomba Trading", "Quilomba Engineering"),
    ("ABX Trading", "ABY Trading"),
    ("Quilomba Brigade", "Quilomba Battalion"),
    ("First Zarqa Bank", "Second Zarqa Bank"),
    ("Quilomba Star 7", "Quilomba Star 8"),
    ("Quilomba of Chile", "Quilomba of Peru"),
    ("Trading Company Ltd", "General Trading LLC"),
    ("Fund of Quilomba I Ltd", "Fund of Quilomba Ltd"),
    ("N.A.B.C. Company", "A.B.C. Company"),
    ("Quilomba", "Quilomba Trading"),
    ("Quilomba Bank", "Quilomba Bank Trust Company"),
]


def organisation(text: str) -> Subject:
    return Subject(type=PartyType.ORGANISATION, names=(Name(text=text),))


def compared(one: str, other: str) -> PairVerdict:
    return compare_pair(organisation(one), organisation(other))


@pytest.mark.parametrize(("one", "other"), ONE)
def test_ways_to_write_one_name_agree(one: str, other: str) -> None:
    assert compared(one, other).agrees


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_organisations_do_not_agree(one: str, other: str) -> None:
    assert not compared(one, other).agrees


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Battalion 3", "Battalion 4", "pair.conflict_number"),
        ("Quilomba GmbH", "Quilomba AG", "pair.form_different"),
        ("Quilomba GmbH", "ООО Килёмба", "pair.form_same"),
        ("Quilomba Ltd", "Quilomba", "pair.form_missing"),
        ("Quilomba Oil", "Quilomba Gas", "pair.conflict_trade"),
        ("Quilomba Petrol Works", "QPW", "pair.word.acronym"),
        ("Quilomba Bank", "Banco Quilomba", "pair.word.form"),
    ],
)
def test_the_evidence_names_what_decides(one: str, other: str, code: str) -> None:
    assert code in {statement.code for statement in compared(one, other).evidence}


def test_a_vessel_is_compared_by_its_name_without_its_kind() -> None:
    one, other = (
        Subject(type=PartyType.VESSEL, names=(Name(text=text),))
        for text in ("MV Quilomba Star", "Quilomba Star")
    )

    assert compare_pair(one, other).agrees


def test_every_reason_has_a_sentence() -> None:
    found = {e.code for one, other in ONE + TWO for e in compared(one, other).evidence}

    assert found <= set(catalogue(Language.ENGLISH))
