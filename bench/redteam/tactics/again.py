"""Second applications: refused or withdrawn, and back as somebody else."""

from msgspec.structs import replace

from redteam.details import account, email, handle, stranger
from redteam.earlier import mark
from redteam.folk import country
from redteam.letters import own_letter
from redteam.oddities import mistyped
from redteam.people import renumbered
from redteam.places import home
from redteam.tactics.scene import Scene, Way, played, rewritten_phone
from redteam.world import Cause, Draft
from tamiz.demo.oddities import without_accents
from tamiz.demo.peoples import Word
from tamiz.demo.persons import Person

TACTIC = "second_application"
ANYWHERE = ("co", "ve", "pe", "ec", "br", "ma", "ge")


def second_application(scene: Scene, count: int) -> list[Draft]:
    """Refused, and back under a new identity; one or two old habits stay."""
    return played(scene, count, WAYS)


def _pair(
    scene: Scene, one: Person, field: str, old: dict[str, str], new: dict[str, str]
) -> list[Draft]:
    """The refused man's new self, of any State; the cause is the old value of the field."""
    refused = scene.refused(one, **old)
    cause = Cause(field, old[field], refused.key)
    codes = (one.country.code,) if field in {"address", "motivation"} else ANYWHERE
    return [scene.applies(scene.man(*codes), TACTIC, cause, **new)]


def _same_phone(scene: Scene) -> list[Draft]:
    one = scene.man(*ANYWHERE)
    new = {"phone": rewritten_phone(scene, one.phone)}
    return _pair(scene, one, "phone", {"phone": one.phone}, new)


def _same_house(scene: Scene) -> list[Draft]:
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


def _same_handle(scene: Scene) -> list[Draft]:
    one = scene.man(*ANYWHERE)
    name = handle(scene.world, one)
    return _pair(scene, one, "handle", {"handle": name}, {"handle": f"t.me/{name[1:]}"})


def _same_mail(scene: Scene) -> list[Draft]:
    one = scene.man(*ANYWHERE)
    mail = email(scene.world, one)
    return _pair(scene, one, "email", {"email": mail}, {"email": mail.upper()})


def _same_words(scene: Scene) -> list[Draft]:
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


def _turned_surnames(scene: Scene) -> list[Draft]:
    """One given name, the surnames the other way round, a new passport."""
    one = scene.man("co", "mx", "pe")
    refused = scene.refused(one)
    mask = replace(renumbered(scene.world, one), given=one.given[:1], family=one.family[::-1])
    return _again(scene, mask, Cause("name", one.name(), refused.key))


def _again(scene: Scene, mask: Person, *causes: Cause, **told: str) -> list[Draft]:
    return [scene.applies(mask, TACTIC, *causes, birth_date=mask.born.isoformat(), **told)]


def _misspelt(scene: Scene) -> list[Draft]:
    """A surname with two errors, two years younger, the house of before."""
    rng = scene.world.rng
    one = scene.man("ve", "co", "ec")
    told = {"address": home(rng, one.country), "country": one.country.code.upper()}
    refused = scene.refused(one, **told)
    wrong = Word(mistyped(rng, mistyped(rng, one.family[0].latin)))
    born = one.born.replace(year=min(one.born.year + 2, 2006), day=min(one.born.day, 28))
    mask = replace(renumbered(scene.world, one), family=(wrong, *one.family[1:]), born=born)
    causes = Cause("name", one.name(), refused.key), Cause("address", told["address"], refused.key)
    return _again(scene, mask, *causes, **told)


def _account_and_sister(scene: Scene) -> list[Draft]:
    """Another man of another State; the bank account and the sister to be called are the same."""
    one = scene.man("mx", "co")
    paid, phone = account(scene.world, country("es")), scene.world.unused(one.country.phone)
    sister = stranger(scene.world, one.country, woman=True)
    refused = scene.refused(one, payment_reference=paid, relatives=f"{sister}, hermana, {phone}")
    causes = Cause("payment_reference", paid, refused.key), Cause("relatives", phone, refused.key)
    told = {
        "payment_reference": f"IBAN {paid.replace(' ', '').lower()}",
        "relatives": f"emergencia: {sister.split()[0]} {rewritten_phone(scene, phone)}",
    }
    return [scene.applies(scene.man("sv", "gt"), TACTIC, *causes, **told)]


def _old_passport(scene: Scene) -> list[Draft]:
    """Withdrew before the interview; back under a new surname, the old passport beside the new."""
    one = scene.man("ua", "co", "ge")
    before = scene.before.draft(one, doc_number=one.passport, birth_date=one.born.isoformat())
    before.tactic = "refused_before"
    scene.world.earlier.append(mark(scene.world.rng, before, "withdrawn", grave=True))
    family = one.family
    while family == one.family:
        family = scene.man(one.country.code).family
    mask = renumbered(scene.world, replace(one, family=family))
    papers = {
        "doc_type": "passport; passport", "doc_number": f"{mask.passport}; {one.passport}",
        "doc_country": f"{one.country.words[0]}; {one.country.words[0]}", "name_original": "",
        "doc_issued": "", "doc_expires": "", "doc_authority": "", "doc_name": "", "doc_birth_date": "",
    }  # fmt: skip
    return _again(scene, mask, Cause("doc_number", one.passport, before.key), **papers)


WAYS = {
    "phone": Way(_same_phone), "house and mother": Way(_same_house), "handle": Way(_same_handle),
    "mail": Way(_same_mail), "letter": Way(_same_words), "turned surnames": Way(_turned_surnames),
    "misspelt": Way(_misspelt), "account and sister": Way(_account_and_sister),
    "old passport": Way(_old_passport),
}  # fmt: skip
