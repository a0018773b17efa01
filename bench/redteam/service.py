"""Service, occupation, travel and skill that go with somebody's age."""

from random import Random

from tamiz.demo.peoples import Country
from tamiz.demo.persons import Person

OCCUPATIONS = {
    "es": ("agricultor", "electricista", "conductor", "vigilante", "soldador", "mecánico", "estudiante",
           "albañil", "enfermero", "comerciante", "profesor", "paramédico", "pescador", "cocinero"),
    "pt": ("motorista", "eletricista", "segurança", "soldador", "estudante", "pedreiro", "enfermeiro"),
    "uk": ("водій", "електрик", "зварювальник", "студент", "вчитель", "фельдшер", "програміст", "агроном"),
    "en": ("farmer", "electrician", "truck driver", "welder", "mechanic", "student", "nurse", "teacher",
           "programmer", "paramedic", "carpenter", "chef", "security guard", "warehouse worker"),
}  # fmt: skip
RANKS = {
    "es": ("soldado", "cabo", "cabo primero", "sargento"), "pt": ("soldado", "cabo", "sargento"),
    "uk": ("солдат", "сержант", "старший сержант"), "en": ("private", "corporal", "sergeant"),
}  # fmt: skip
UNITS = {
    "es": ("Batallón de Infantería {}", "Brigada Móvil {}", "Batallón de Ingenieros {}",
           "Infantería de Marina {}", "Policía, estación {}"),
    "pt": ("{}º Batalhão de Infantaria", "{}ª Companhia de Engenharia", "Polícia Militar, {}º batalhão"),
    # Brigades that stood before any applicant could have served in them.
    "uk": ("24 механізована бригада", "28 механізована бригада", "30 механізована бригада",
           "72 механізована бригада", "92 механізована бригада", "93 механізована бригада",
           "95 аеромобільна бригада", "25 повітрянодесантна бригада", "прикордонний загін {}"),
    "en": ("{} Infantry Battalion", "{} Engineer Regiment", "{} Artillery Regiment", "Reserve Company {}"),
}  # fmt: skip
SERVED, ADULT = 0.38, 18
SKILLS = ("beginner", "none", "some experience", "hobby, one year", "principiante", "sin experiencia",
          "початківець", "aficionado, un año", "experienced, three years in the service")  # fmt: skip
REMARKS = ("punctual, learns fast", "good comrade", "quiet, works well", "missed one lesson, ill",
           "needs more practice", "helps others", "average", "strong runner")  # fmt: skip


def unit(rng: Random, tongue: str) -> str:
    """A unit that has stood for as long as any applicant has lived."""
    return rng.choice(UNITS[tongue]).format(rng.randint(1, 90))


def served(rng: Random, one: Person, tongue: str, today: int) -> str:
    """One stretch of service at an age at which people serve, or nothing."""
    first = one.born.year + rng.randint(ADULT, ADULT + 4)
    if first >= today - 1 or rng.random() >= SERVED:
        return ""
    last = min(first + rng.choice((1, 1, 2, 3, 4, 6, 8)), today)
    return f"{first}-{last} {unit(rng, tongue)}, {_rank(rng, tongue, last - first)}"


def _rank(rng: Random, tongue: str, years: int) -> str:
    ranks = RANKS[tongue]
    return rng.choice(ranks[: 1 + min(years // 2, len(ranks) - 1)])


def stays(rng: Random, lives: Country, some: tuple[Country, ...]) -> str:
    """Journeys abroad: a month or three, in one or two countries."""
    told = []
    for where in rng.sample(some, rng.choice((1, 1, 2))):
        if where.code == lives.code:
            continue
        year, month = rng.randint(2019, 2025), rng.randint(1, 9)
        told.append(f"{year}-{month:02} - {year}-{month + rng.randint(0, 3):02} {where.words[1]}")
    return "; ".join(told)
