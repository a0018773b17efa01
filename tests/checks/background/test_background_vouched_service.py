"""A referee who tells of service together, and an applicant who tells of none."""

import pytest
from msgspec.structs import replace

from checks.background.stories import FPV, applicant, served, told
from checks.links.tied import party
from tamiz.checks.background.vouched_service import RULE, tells_of_service
from tamiz.model import Dossier, RelationKind

COMMANDER = "Sgt. Anton Belyaev, comandante dele no pelotão de assalto, 2021-2023"
NEVER = "Nunca servi em exército nenhum e nunca peguei em arma."


def vouched(
    *service: str, letter: str = "", by: str = COMMANDER, course: str = FPV, work: str = ""
) -> Dossier:
    """Somebody with a referee, and what they say of their own service."""
    return replace(
        applicant(*map(served, service), course=course),
        relations=(party(RelationKind.REFEREE, by),),
        motivation=letter,
        occupation=work,
    )


@pytest.mark.parametrize(
    "letter",
    [
        NEVER,
        "Я ніколи не служив.",
        "Усе життя вчителюю, не служив.",
        "I have never served in any army.",
        "No tengo experiencia militar, soy albañil.",
        "Je n'ai jamais servi.",
        "В армии не был.",
    ],
)
@pytest.mark.parametrize(("course", "strength"), [(FPV, "B"), ("infantry basics", "C")])
def test_who_denies_service_has_no_commander(letter: str, course: str, strength: str) -> None:
    found = told(RULE, vouched(letter=letter, course=course))

    assert found == [(f"concern {strength}", "vouched_service.denied")]


@pytest.mark.parametrize("service", ["nenhum", "none", "Ніколи не служив", "no military service"])
def test_service_may_be_denied_in_its_own_column(service: str) -> None:
    assert told(RULE, vouched(service)) == [("concern B", "vouched_service.denied")]


def test_service_that_was_left_out_is_a_hint() -> None:
    assert told(RULE, vouched()) == [("concern C", "vouched_service.untold")]


@pytest.mark.parametrize(
    "dossier",
    [
        vouched("2021-2023 pelotão de assalto, soldado"),
        vouched("2020-2024 guarding convoys"),
        vouched(letter="I served two years and I miss my friends."),
        vouched(letter="Служив у штурмовій роті."),
        vouched(work="військовий"),
        vouched("2018-2023 95 бригада", letter="Не служив у поліції."),
    ],
)
def test_who_tells_of_service_is_in_order(dossier: Dossier) -> None:
    assert told(RULE, dossier) == [("clear", "vouched_service.in_order")]


@pytest.mark.parametrize(
    "by",
    [
        COMMANDER,
        "Ivan Petrenko, my platoon commander in the 95th brigade",
        "Іван Петренко, мій командир роти",
        "Іван Петренко, командир взводу, 2019-2021",
        "Іван Петренко, побратим",
        "Иван Петров, сослуживец",
        "Juan Pérez, sargento de mi batallón",
        "Juan Pérez, compañero de armas",
        "Jean Petit, frère d'armes",
        "Bo Lee, served with me in Mosul",
        "Олег Бойко, колишній командир, 36 бригада",
        "Ana Paz, ex comandante mío",
        "Jan Nowak, mój dowódca plutonu",
    ],
)
def test_a_reference_may_tell_of_service(by: str) -> None:
    assert tells_of_service(by)


@pytest.mark.parametrize(
    "by",
    [
        "", "Sgt. Anton Belyaev", "Juan Pérez, capitán de la Policía Nacional", "my boss at the mill",
        "Dolores, mi jefe en la tienda, 2019-2021", "Іван Петренко, командир 95 бригади",
        "Rosa, my neighbour captain of police", "мій сусід капітан поліції",
        "Padre Mateo, mi párroco", "Marcos Comandante", "Ana Escuela",
    ],
)  # fmt: skip
def test_to_know_an_officer_is_no_service(by: str) -> None:
    assert not tells_of_service(by)
    assert told(RULE, vouched(by=by, letter=NEVER)) == []
