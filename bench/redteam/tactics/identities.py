"""Tactics that hide who somebody is: another State, another date, another name, others' papers."""

from datetime import date

from msgspec.structs import replace

from redteam.details import email, handle, relative, stranger
from redteam.letters import own_letter
from redteam.people import near_birth
from redteam.places import home
from redteam.tactics.scene import Scene, of_state, rewritten_phone
from redteam.tactics.spelling import respelt, romanised
from redteam.world import Cause, Draft
from tamiz.demo.oddities import without_accents
from tamiz.demo.persons import FIRST_BIRTH, LAST_BIRTH, Person

ANYWHERE = ("co", "ve", "pe", "ec", "br", "ma", "ge")
CODE_NAMES = (("Águila-7", "Aguila Siete"), ("Lobo-12", "Lobo Doce"), ("Kobra-3", "Cobra Tres"),
              ("Halcón-21", "Halcon 21"))  # fmt: skip


def false_nationality(scene: Scene, count: int) -> list[Draft]:
    """A listed or refused man with another State's passport, spelt as that State's clerks do."""
    rng = scene.world.rng
    drafts = []
    for at in range(count):
        true = scene.man("mx", "co", "co", "hn")
        mask = of_state(
            scene, respelt(rng, true, changes=1), rng.choice(("sv", "pa", "ve", "gt", "ec"))
        )
        if at % 2:
            other = scene.refused(true).key
        else:
            other = scene.listed.person(true, birthDate=[true.born.isoformat()])
        causes = (
            Cause("name", true.name(), other),
            Cause("birth_date", true.born.isoformat(), other),
        )
        drafts.append(scene.applies(mask, "false_nationality", *causes))
        drafts[-1].row["birth_date"] = true.born.isoformat()
    return drafts


def borrowed_identity(scene: Scene, count: int) -> list[Draft]:
    """A genuine passport of somebody else: the number under another name, or the whole person."""
    rng = scene.world.rng
    drafts = []
    honest = [one for one in scene.world.cohort if not one.control and one.row["doc_number"]]
    accepted = [
        one
        for one in scene.world.earlier
        if one.row["outcome"] == "trained" and one.row["doc_number"]
    ]
    for at in range(count):
        victim = rng.choice(accepted if at % 2 else honest)
        cause = Cause("doc_number", victim.row["doc_number"], victim.key)
        papers = {
            c: victim.row[c] for c in ("doc_number", "doc_country", "doc_issued", "doc_expires")
        }
        if at % 2:
            thief = replace(scene.man(victim.person.country.code), passport=victim.person.passport)
            drafts.append(scene.applies(thief, "borrowed_identity", cause, **papers))
            continue
        victim.control = "identity_borrowed"
        thief = replace(victim.person, phone=scene.man(victim.person.country.code).phone)
        drafts.append(scene.applies(thief, "borrowed_identity", cause, **papers))
        drafts[-1].row["relatives"] = relative(scene.world, thief)
    return drafts


def altered_date(scene: Scene, count: int) -> list[Draft]:
    """The same man with a day and month swapped, a year more or less, or another year."""
    rng = scene.world.rng
    drafts = []
    for at in range(count):
        true = scene.man("co", "ve", "br", "mx", "ge", "ua", "us")
        if at % 3 == 0:
            day = rng.randint(1, 12)
            true = replace(true, born=true.born.replace(day=day, month=day % 12 + 1))
        mask = replace(
            of_state(scene, true, true.country.code),
            born=_altered(scene, true, at % 3),
            city=true.city,
        )
        if at % 4 == 3:
            other = scene.listed.person(
                true, birthDate=[true.born.isoformat()], birthPlace=[true.city.latin]
            )
        else:
            other = scene.refused(true, birth_place=true.city.latin).key
        causes = (
            Cause("birth_date", true.born.isoformat(), other),
            Cause("name", true.name(), other),
        )
        told = {"birth_date": mask.born.isoformat(), "birth_place": true.city.latin}
        drafts.append(scene.applies(mask, "altered_date", *causes, **told))
    return drafts


def _altered(scene: Scene, one: Person, way: int) -> date:
    """Another date made of the true one."""
    born = one.born
    if way == 0:
        return born.replace(day=born.month, month=born.day)
    step = scene.world.rng.choice((-1, 1)) * (1 if way == 1 else scene.world.rng.randint(3, 7))
    year = min(max(born.year + step, FIRST_BIRTH.year), LAST_BIRTH.year - 1)
    return born.replace(year=year if year != born.year else born.year - 1, day=min(born.day, 28))


def alias_or_code_name(scene: Scene, count: int) -> list[Draft]:
    """The name is an alias that a list or an earlier file knows, or the call sign is."""
    rng = scene.world.rng
    drafts = []
    for at in range(count):
        true, mask = scene.man("mx", "co", "gt"), scene.man("sv", "pa", "ve", "ec")
        mask = replace(
            mask, born=true.born if at % 2 else near_birth(rng, true.born, least=200, most=900)
        )
        if at % 2:  # the mask's name is a listed alias
            other = scene.listed.person(
                true, alias=[without_accents(mask.name())], birthDate=[str(true.born.year)]
            )
            drafts.append(
                scene.applies(mask, "alias_or_code_name", Cause("name", mask.name(), other))
            )
            drafts[-1].row["birth_date"] = mask.born.isoformat()
            continue
        said, known = CODE_NAMES[at // 2 % len(CODE_NAMES)]
        other = scene.listed.person(true, alias=[known])
        drafts.append(
            scene.applies(
                mask, "alias_or_code_name", Cause("aliases", said, other), aliases=f"“{said}”"
            )
        )
    return drafts


def transliteration(scene: Scene, count: int) -> list[Draft]:
    """A name of another script, romanised in another way, in another State's passport."""
    rng = scene.world.rng
    drafts = []
    moves = (("ua", "pl"), ("sy", "jo"), ("ru", "kz"), ("ua", "de"), ("by", "pl"), ("lb", "ma"))
    for at in range(count):
        home_code, new_code = moves[at % len(moves)]
        true = scene.man(home_code)
        mask = of_state(scene, romanised(rng, true, new_code), new_code)
        if at % 2:
            other = scene.refused(true, name_original=true.own_name()).key
        else:
            other = scene.listed.person(true, birthDate=[true.born.isoformat()])
        causes = (Cause("name", true.name(), other), Cause("name_original", true.own_name(), other))
        told = {"name_original": "", "birth_date": true.born.isoformat()}
        drafts.append(scene.applies(mask, "transliteration", *causes, **told))
    return drafts


def second_application(scene: Scene, count: int) -> list[Draft]:
    """Refused, and back under a wholly new identity; one or two old habits stay."""
    ways = (_same_phone, _same_house, _same_handle, _same_mail, _same_words)
    return [ways[at % len(ways)](scene) for at in range(count)]


def _pair(scene: Scene, one: Person, field: str, old: dict[str, str], new: dict[str, str]) -> Draft:
    """The refused man's new self, of any State; the cause is the old value of the field."""
    refused = scene.refused(one, **old)
    cause = Cause(field, old[field], refused.key)
    codes = (one.country.code,) if field in {"address", "motivation"} else ANYWHERE
    return scene.applies(scene.man(*codes), "second_application", cause, **new)


def _same_phone(scene: Scene) -> Draft:
    one = scene.man(*ANYWHERE)
    new = {"phone": rewritten_phone(scene, one.phone)}
    return _pair(scene, one, "phone", {"phone": one.phone}, new)


def _same_house(scene: Scene) -> Draft:
    """The same address in other words, and the same mother to be called."""
    one = scene.man("co")
    address = home(scene.world.rng, one.country)
    mother = stranger(scene.world, one.country, woman=True)
    phone = scene.world.unused(one.country.phone)
    old = {"address": address, "country": "CO", "relatives": f"{mother}, madre, {phone}"}
    written = without_accents(address).replace("Calle", "Cl.").replace("Carrera", "Cra")
    aunt = f"{mother.upper()} (tía) {rewritten_phone(scene, phone)}"
    new = {"address": written.replace("#", "No."), "country": "CO", "relatives": aunt}
    return _pair(scene, one, "address", old, new)


def _same_handle(scene: Scene) -> Draft:
    one = scene.man(*ANYWHERE)
    name = handle(scene.world, one)
    return _pair(scene, one, "handle", {"handle": name}, {"handle": f"t.me/{name[1:]}"})


def _same_mail(scene: Scene) -> Draft:
    one = scene.man(*ANYWHERE)
    mail = email(scene.world, one)
    return _pair(scene, one, "email", {"email": mail}, {"email": mail.upper()})


def _same_words(scene: Scene) -> Draft:
    """The letter of the first time with a few words changed."""
    rng = scene.world.rng
    facts = {"given": "Elkin", "city": "San Vicente", "occupation": "topógrafo", "age": "31", "years": "7",
             "course": "drones"}  # fmt: skip
    own = ("En la finca de mis tíos aprendí a reparar radios con piezas de tractores viejos, y esa paciencia "
           "es la que traigo; nadie me la enseñó en un cuartel.")  # fmt: skip
    letter = f"{own_letter(rng, 'hispanic', facts)} {own}"
    changed = (
        letter.replace("tíos", "abuelos")
        .replace("tractores viejos", "camiones viejos")
        .replace("31", "33")
    )
    one = scene.man("co", "ve", "pe")
    return _pair(scene, one, "motivation", {"motivation": letter}, {"motivation": changed})
