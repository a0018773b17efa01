"""What lives and forms are like: nicknames, two States, two passports, school years, empty words.

Each is taken from what the makers of two other ranges, who had not seen ours, gave honest people.
"""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace

from redteam.application import Desk
from redteam.folk import country, draw_country
from redteam.letters import language
from redteam.national import personal_number
from redteam.people import invent
from redteam.places import home
from redteam.spread import nationalities, spread
from redteam.world import Draft
from tamiz.demo.persons import Person

# Call signs as everybody has them: on no list more often than by chance.
NICKNAMES = (
    "Lobo", "Flaco", "Doc", "Viking", "Puma", "Bear", "Chino", "Profe", "Tigre", "Gato", "Indio", "Beard",
    "Вовк", "Малий", "Рудий", "Гуцул", "Зуб", "Sasha", "Costeño", "Mecánico", "Halcón", "Ghost", "Cuervo",
)  # fmt: skip
NOTHING = ("n/a", "-", "N/A", "none", "ninguno", "—", "0", "немає")
SELF = {"es": ("yo mismo", "mi padre", "familia"), "en": ("self", "my father", "family"),
        "uk": ("сам", "батько", "родина"), "pt": ("eu mesmo", "meu pai", "família")}  # fmt: skip
CALLED = {"es": "En el barrio me dicen {}.", "en": "My friends call me {}.", "uk": "Друзі кличуть мене {}.",
          "pt": "Os amigos me chamam de {}."}  # fmt: skip
# People who have seen a drone, or the news: none of it is what only builders and pilots know.
HEARD = {
    "es": ("{who} {did} drones {of}.", ("Un primo", "Mi cuñado", "El vecino", "Un sobrino", "Mi jefe"),
           ("tiene", "vende", "colecciona", "me mostró videos de", "repara"),
           ("FPV", "de juguete", "para las bodas", "de carreras", "del campo", "chinos")),
    "en": ("{who} {did} drones {of}.", ("My nephew", "A neighbour", "My boss", "My brother", "A friend"),
           ("has", "sells", "films with", "races", "showed me"),
           ("at weekends", "for weddings", "on the farm", "of all kinds", "in the club", "from China")),
    "uk": ("{who} {did} дрони {of}.", ("Сусід", "Племінник", "Мій шеф", "Брат", "Товариш"),
           ("має", "продає", "показував мені", "купує", "знімає на"),
           ("для весіль", "на вихідних", "у полі", "для перегонів", "з Китаю", "для розваги")),
    "pt": ("{who} {did} drones {of}.", ("Um primo", "Meu cunhado", "O vizinho", "Um sobrinho", "Meu chefe"),
           ("tem", "vende", "coleciona", "me mostrou", "conserta"),
           ("FPV", "de brinquedo", "para casamentos", "de corrida", "da fazenda", "chineses")),
}  # fmt: skip
CALL_ME = {"es": "Mi número es {}.", "en": "You can reach me on {}.", "uk": "Мій телефон: {}.",
           "pt": "Meu telefone é {}."}  # fmt: skip
WRONG_DAY = 0.0006  # of applicants
LONG_PAPERS = ("doc_authority", "doc_name", "doc_birth_date", "doc_issued", "doc_expires")
CELLS = ("employer", "referees", "relatives", "sponsor", "occupation", "skill", "personal_number", "travel",
         "payment_reference", "travel_reference", "handle", "address")  # fmt: skip


def live(desk: Desk, draft: Draft) -> Draft:
    """The application with what is special about this life, if anything is."""
    for share, change in LIVES:
        if desk.world.rng.random() < share:
            change(desk, draft)
    return draft


def _note(draft: Draft, control: str) -> None:
    draft.control = draft.control or control


def _nickname(desk: Desk, draft: Draft) -> None:
    """One in ten with a number; one in six says it in the letter, too."""
    rng = desk.world.rng
    name = rng.choice(NICKNAMES) + (f"-{rng.randint(2, 99)}" if rng.random() < 0.1 else "")
    draft.row["aliases"] = rng.choice(("{}", "“{}”")).format(name)
    if rng.random() < 0.16:
        _adds(draft, CALLED[_tongue(draft)].format(name))


def _tongue(draft: Draft) -> str:
    return language(draft.person.country.people)


def _adds(draft: Draft, sentence: str) -> None:
    draft.row["motivation"] = f"{draft.row['motivation']} {sentence}".strip()


def _phone_in_letter(desk: Desk, draft: Draft) -> None:  # noqa: ARG001 - every life takes both
    if draft.row["phone"]:
        _adds(draft, CALL_ME[_tongue(draft)].format(draft.row["phone"]))


def _has_heard(desk: Desk, draft: Draft) -> None:
    pattern, *words = HEARD[_tongue(draft)]
    who, did, of = map(desk.world.rng.choice, words)
    _adds(draft, pattern.format(who=who, did=did, of=of))


def _nothing(desk: Desk, draft: Draft) -> None:
    """Words that say that there is nothing to say."""
    rng = desk.world.rng
    for column in rng.sample(CELLS, 4):
        draft.row[column] = rng.choice(NOTHING)
    _note(draft, "placeholders")


def _by_himself(desk: Desk, draft: Draft) -> None:
    if not draft.row["sponsor"]:
        draft.row["sponsor"] = desk.world.rng.choice(SELF[_tongue(draft)])


def _naturalised(desk: Desk, draft: Draft) -> None:
    """Born in another State; some have its nationality too, its personal number, its passport."""
    world, rng, row = desk.world, desk.world.rng, draft.row
    where = draw_country(rng)
    if where.code == draft.person.country.code:
        return
    row["birth_place"], row["birth_country"] = rng.choice(where.cities).latin, where.code.upper()
    row["personal_number"] = ""
    if rng.random() < 0.4:
        row["nationalities"] = f"{draft.person.country.words[0]}; {where.words[0]}"
        if rng.random() < 0.5:
            _second_paper(draft, world.unused(where.passport, where.code), where.words[0])
        else:
            row["personal_number"] = personal_number(world, _there(desk, draft, where.code))
    _note(draft, "naturalised")


def _there(desk: Desk, draft: Draft, code: str) -> Person:
    """The person as the State of birth knows them: the day and sex decide the number."""
    return replace(invent(desk.world, country(code)), born=draft.person.born, sex=draft.person.sex)


def _second_paper(draft: Draft, number: str, state: str) -> None:
    row = draft.row
    row |= dict.fromkeys(LONG_PAPERS, "")
    row["doc_type"], row["doc_number"] = "passport; passport", f"{draft.person.passport}; {number}"
    row["doc_country"] = f"{draft.person.country.words[0]}; {state}"


def _renewed(desk: Desk, draft: Draft) -> None:
    """The old passport is told beside the new one."""
    where = draft.person.country
    _second_paper(draft, desk.world.unused(where.passport, where.code), where.words[0])
    _note(draft, "renewed_passport")


def _migrant(desk: Desk, draft: Draft) -> None:
    """Has lived abroad for years: address, phone and journeys say so."""
    rng = desk.world.rng
    lives = country(rng.choice(("es", "us", "de", "pl", "it", "cl")))
    if lives.code == draft.person.country.code:
        return
    draft.row |= {
        "address": home(rng, lives), "country": lives.code.upper(), "service": "",
        "phone": desk.world.unused(lives.phone),
        "travel": f"{rng.randint(2017, 2022)}-03 - 2025-12 {lives.words[1]}",
    }  # fmt: skip
    _note(draft, "migrant")


def _cadet(desk: Desk, draft: Draft) -> None:
    """A military school at fifteen is no service of a child."""
    since = draft.person.born.year + 15
    if since + 6 < desk.period.first.year:
        words = {"es": "Colegio militar, cadete", "uk": "Військовий ліцей, курсант"}
        draft.row["service"] = (
            f"{since}-{since + 3} {words.get(_tongue(draft), 'Military school, cadet')}"
        )
        draft.row["birth_date"] = draft.person.born.isoformat()
        _note(draft, "cadet_school")


def _own_script_only(desk: Desk, draft: Draft) -> None:  # noqa: ARG001 - every life takes both
    if own := draft.person.own_name():
        columns = (
            "given_names",
            "family_names",
            "paternal_surname",
            "maternal_surname",
            "patronymic",
        )
        draft.row |= dict.fromkeys(columns, "") | {"name": own, "name_original": "", "doc_name": ""}
        _note(draft, "own_script_only")


def mistype_dates(desk: Desk, drafts: list[Draft]) -> None:
    """A year or a day mistyped in the form of some of them; their passports have it right."""
    rng = desk.world.rng
    usual = [one for one in drafts if not one.control]
    for one in spread(rng, usual, round(len(drafts) * WRONG_DAY), nationalities(drafts)):
        born = one.person.born
        wrong = born - timedelta(days=1) if rng.random() < 0.5 else _year_before(born)
        one.row["birth_date"], one.row["doc_birth_date"] = wrong.isoformat(), born.isoformat()
        one.control = one.due = "mistyped_date"


def _year_before(born: date) -> date:
    return born.replace(year=born.year - 1, day=min(born.day, 28))


# How many of 1 applicant each happens to.
LIVES: tuple[tuple[float, Callable[[Desk, Draft], None]], ...] = (
    (0.10, _nickname), (0.015, _phone_in_letter), (0.03, _has_heard), (0.01, _nothing), (0.02, _by_himself),
    (0.02, _naturalised), (0.02, _renewed), (0.015, _migrant), (0.004, _cadet), (0.006, _own_script_only),
)  # fmt: skip
