"""A tour of every page: as every role that may see it, in every language, in every state it has."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle
from pathlib import Path

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from msgspec import Struct
from msgspec.structs import replace

from output.chart.sample_charts import small_chart
from output.sample_run import sample_assessments
from tamiz.casework import By, Ground, Role, Ruling, State, ask_erasure
from tamiz.casework.people import ROLES
from tamiz.model import Assessment, PageShown, PaperShown, Queue, Said
from tamiz.output.findings import finding_line
from tamiz.output.folder import FINDINGS
from tamiz.web import accounts, imports, journaling, observations, store
from tamiz.web.clock import now
from tamiz.web.models import Case as Row
from tamiz.web.models import Officer, Programme
from tamiz.web.pages import PAGES, Page
from tamiz.web.visitor import actor
from tamiz.wording import Language
from web_shelf import Laid, Shelf
from web_world import HOST, PASSWORD, entered, hired, write_results

# Who walks, in the order in which pages are shown to them in all languages.
ROLES_OF = {
    "officer": (Role.OFFICER,), "senior": (Role.SENIOR,), "auditor": (Role.AUDITOR,),
    "intake": (Role.INTAKE,), "lists": (Role.LIST_MANAGER,),
    "people": (Role.PEOPLE_ADMIN, Role.SYSTEM_ADMIN), "nobody": (), "keeper": (),
}  # fmt: skip
# One of them has one-time codes, so that the pages for these are not empty.
EVERYBODY = ["officer", "people"]  # enough for pages that are the same for all
WHOLE = small_chart().subject  # the applicant of whose case everything is known
REASON = "The birth dates differ by ten years."


class Tour(Struct, frozen=True):
    """What there is to walk: people with their browsers, cases in every state, a form for strangers."""

    programme: Programme
    form: str
    people: dict[str, Officer]
    clients: dict[str, Client]

    def case(self, applicant: str) -> Row:
        """The case of an applicant."""
        return Row.objects.get(programme=self.programme, applicant=applicant, about=None)


def whole_case() -> Assessment:
    """An applicant with documents, a chart, a listed party, a right-to-left name."""
    found = next(one for one in sample_assessments() if "سلمان" in one.name)
    sources = (
        Said(source="declared", values={"number": "A1", "birth_date": "1990-04-01", "sex": "F"}),
        Said(source="chip", values={"number": "A1", "birth_date": "1985-04-01"}, is_doubtful=True),
    )
    page = PageShown(
        path="papers/scan.jpg", sha256="ab" * 32, width=800, height=560, box=(40, 480, 700, 60),
        lines=("P<SLVWEXLEY<<XENIA".ljust(44, "<"), "15E7G9GHH4SLV7110065F2804163".ljust(44, "<")),
        doubtful=((1, 3),),
    )  # fmt: skip
    paper = PaperShown(
        field="documents[0]",
        code="passport",
        sources=sources,
        differing=("birth_date",),
        pages=(page,),
    )
    return replace(
        found, id=WHOLE, queue=Queue.ESCALATE, papers=(paper,), chart=small_chart(),
    )  # fmt: skip


def _few() -> Iterator[Assessment]:
    """One of each kind: what axe needs for a page grows with its rows."""
    wanted = ("A-0000", "A-0008", "H-0001", "H-0004", "H-0006", "S-0000", "S-0001", "I-0000")
    return (one for one in sample_assessments() if one.id.startswith(wanted))


def set_out(folder: Path) -> Tour:
    """A unit at work; within a transaction of the caller's."""
    results = write_results(folder / "out")
    (results / FINDINGS).write_bytes(b"".join(map(finding_line, (whole_case(), *_few()))))
    programme = imports.programme_of("north", "North 2026")
    imports.take_in(results, programme)
    people = {
        name: hired(name, *roles, programmes=(programme,)) for name, roles in ROLES_OF.items()
    }
    TOTP.activate(people["keeper"], generate_totp_secret())
    RecoveryCodes.activate(people["keeper"])
    return Tour(
        programme,
        _form(people["senior"], programme),
        people,
        {name: entered(one) for name, one in people.items()},
    )


def _form(senior: Officer, programme: Programme) -> str:
    """The token of a form by which something came that names nobody."""
    token = observations.make(senior, programme, "Instructors")
    link = observations.form_of(token)
    assert link is not None
    observations.take_in(link, observations.Told("سلمان, course 7", REASON, "B2", "Sgt. Nobody"))
    return token


def lay_out(tour: Tour) -> Shelf:
    """Every page and state; what only leads elsewhere, or is no page, is left out."""
    shelf = Shelf()
    for laid in _every_page(tour, shelf):
        if laid.is_elsewhere:
            del shelf.pages[laid.address]
    return shelf


def _every_page(tour: Tour, shelf: Shelf) -> Iterator[Laid]:
    yield from _public(tour, shelf)
    turns = cycle(Language)
    for path, names in _paths(tour):
        for at, name in enumerate(names):
            for language in Language if at == 0 else (next(turns),):
                yield _seen(tour, shelf, name, language, path)
    for language in Language:
        yield from _mistakes(tour, shelf, language)
        yield from _erased(tour, shelf, language)
    with transaction.atomic():
        for language in Language:
            yield from _came_in(tour, shelf, language)
        yield from _judged(tour, shelf, turns)
        transaction.set_rollback(True)


def _seen(tour: Tour, shelf: Shelf, name: str, language: Language, path: str) -> Laid:
    _speak(tour, name, language)
    return shelf.ask(f"{name}-{language.value}", tour.clients[name], path)


def _paths(tour: Tour) -> Iterator[tuple[str, list[str]]]:
    """Each address that can be read, with those who may."""
    for page in PAGES:
        if "GET" in page.methods and not page.is_public:
            may = [name for name, roles in ROLES_OF.items()
                   if page.act is not None and ROLES[page.act] & set(roles)]  # fmt: skip
            yield _address(page, tour), may or EVERYBODY
    for name in sorted(_account_pages(get_resolver().url_patterns)):
        yield reverse(name), ["keeper"]
    yield reverse("mfa_activate_totp"), ["nobody"]


def _address(page: Page, tour: Tour) -> str:
    if page.path.startswith("people/<"):
        return reverse(page.name, args=[tour.people["nobody"].pk])
    if "<int:number>" in page.path:
        return reverse(page.name, args=[tour.case(WHOLE).pk])
    if "<str:key>" in page.path:
        return reverse(page.name, args=[tour.case("S-0000").group])
    return reverse(page.name)


def _account_pages(patterns: list[URLPattern | URLResolver]) -> set[str]:
    """The names of allauth's addresses that need nothing more."""
    found: set[str] = set()
    for one in patterns:
        if isinstance(one, URLResolver):
            found |= _account_pages(one.url_patterns)
        elif one.name and one.name.startswith(("account_", "mfa_")):
            try:
                reverse(one.name)
            except NoReverseMatch:
                continue
            found.add(one.name)
    return found


def _public(tour: Tour, shelf: Shelf) -> Iterator[Laid]:
    """What somebody without an account sees: the door, links that open an account, nothing else."""
    token = accounts.invite(tour.people["nobody"])
    for language in Language:
        client = Client(SERVER_NAME=HOST, headers={"accept-language": language.value})
        who = f"guest-{language.value}"
        yield shelf.ask(who, client, reverse("account_login"))
        yield shelf.ask(who, client, reverse("guide"))
        client.post(reverse("account_login"), {"login": "keeper", "password": PASSWORD})
        yield shelf.ask(who, client, reverse("mfa_authenticate"))
        yield shelf.lay(
            who, "/wrong/", client.post(reverse("account_login"), {"login": "a", "password": "b"})
        )
        tell = reverse("tell", args=[tour.form])
        yield shelf.ask(who, client, tell)
        yield shelf.lay(who, "/vague/", client.post(tell, {"text": "."}))
        told = {"about": "A-1", "text": REASON, "source_grade": "F", "word_grade": "6"}
        yield shelf.lay(who, "/told/", client.post(tell, told))
        yield shelf.ask(who, client, reverse("first", args=[token]))
        yield shelf.lay(
            who, "/twice/", client.post(reverse("first", args=[token]), {"password": "a"})
        )


def _mistakes(tour: Tour, shelf: Shelf, language: Language) -> Iterator[Laid]:
    """Forms with mistakes in them, and pages that are not there."""
    for name, path in (("people", reverse("new_person")), ("intake", reverse("intake"))):
        _speak(tour, name, language)
        answer = tour.clients[name].post(path, {"username": "a b", "kind": "observation"})
        yield shelf.lay(f"{name}-{language.value}", f"{path}?mistakes", answer)
    yield _seen(tour, shelf, "officer", language, "/case/999999/")
    yield _seen(tour, shelf, "officer", language, reverse("audit"))


def _judged(tour: Tour, shelf: Shelf, turns: Iterator[Language]) -> Iterator[Laid]:
    """A case that is asked about once more, judged, waiting for a second officer, decided."""
    row = tour.case(WHOLE)
    where = reverse("case", args=[row.pk])

    def look(name: str, state: str) -> Laid:
        return _seen(tour, shelf, name, next(turns), f"{where}?{state}")

    def send(name: str, form: dict[str, str], to: str) -> None:
        _speak(tour, name, next(turns))
        tour.clients[name].post(reverse(to, args=[row.pk]), form)

    look("officer", "opened")
    told = {"ruling": Ruling.REFUSE.value, "reason": REASON, "told": REASON}
    for state in ("hurried", "given"):  # whoever is fast is asked once
        for key in store.load(row).to_judge:
            send("officer", {"finding": key, "verdict": "same", "reason": REASON}, "verdict")
        yield look("officer", state)
    for name, page, states in (
        ("officer", "decide", ("sure", "pending")),
        ("senior", "second", ("sure", "decided")),
    ):
        yield look(name, f"before-{page}")
        for state in states:
            send(name, told | {"evidence": store.load(row).evidence}, page)
            yield look(name, f"{page}-{state}")


def _came_in(tour: Tour, shelf: Shelf, language: Language) -> Iterator[Laid]:
    """A search, a case about which something came in, and a group of which only a part is shown."""
    row = tour.case("S-0000")
    for name in ("intake", "officer"):
        _speak(tour, name, language)
    filed = {"programme": str(tour.programme.pk), "applicant": row.applicant, "text": REASON}
    tour.clients["intake"].post(
        reverse("intake"),
        filed | {"kind": "observation", "grading": "B2", "source": "An instructor"},
    )
    tour.clients["intake"].post(reverse("intake"), filed | {"kind": "answer"})
    yield _seen(tour, shelf, "officer", language, f"{reverse('case', args=[row.pk])}?came-in")
    answer = tour.clients["officer"].post(reverse("search"), {"q": row.applicant})
    yield shelf.lay(f"officer-{language.value}", "/search/?found", answer)


def _erased(tour: Tour, shelf: Shelf, language: Language) -> Iterator[Laid]:
    """A case whose erasure was asked for, and what is left of it afterwards."""
    row = tour.case("S-0001")
    asks = By(actor(tour.people["senior"]), now() + timedelta(days=store.POLICY.retention_days + 1))
    with transaction.atomic():
        journaling.hold()
        case = store.load(row)
        ground = ask_erasure(case, asks, store.POLICY, ground=Ground.RETENTION, reason=REASON)
        store.record(row, case, ground)
        yield _seen(tour, shelf, "senior", language, reverse("erasure", args=[row.pk]))
        Row.objects.filter(pk=row.pk).update(state=State.ERASED.value)
        yield _seen(tour, shelf, "senior", language, reverse("case", args=[row.pk]))
        transaction.set_rollback(True)


def _speak(tour: Tour, name: str, language: Language) -> None:
    Officer.objects.filter(pk=tour.people[name].pk).update(language=language.value)
