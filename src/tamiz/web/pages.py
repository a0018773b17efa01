"""Every page with an address, and the act that somebody must be allowed to for it.

A page is here or it does not exist; ``tests/web/test_access.py`` tries each with every role.
"""

from collections.abc import Callable
from functools import wraps

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods
from msgspec import Struct

from tamiz.casework.people import Act
from tamiz.web import store
from tamiz.web.columns import DIGITS
from tamiz.web.templatetags.said import say
from tamiz.web.views import (
    account,
    audit,
    case,
    compare,
    decide,
    erasure,
    filters,
    group,
    guide,
    intake,
    jobs,
    lists,
    observe,
    papers,
    people,
    picture,
    queue,
    search,
)
from tamiz.web.visibility import NotTheirs
from tamiz.web.visitor import visitor

View = Callable[..., HttpResponseBase]


class Page(Struct, frozen=True, kw_only=True):
    """An address and who may ask for it.

    ``act`` None: everybody with an account. ``is_public``: without one. ``is_personal``: it shows
    data of applicants, so a purpose must be told first. ``is_final``: whoever asks proves again
    that it is they (step-up).
    """

    path: str
    name: str
    view: View
    act: Act | None = None
    methods: tuple[str, ...] = ("GET",)
    is_public: bool = False
    is_personal: bool = False
    is_final: bool = False


_POST = ("POST",)
_BOTH = ("GET", "POST")


def _on_case(name: str, view: View, act: Act, *, is_final: bool = False) -> Page:
    """Something that is done to a case."""
    return Page(
        path=f"case/<int:number>/{name}/", name=name, view=view, act=act, methods=_POST,
        is_personal=True, is_final=is_final,
    )  # fmt: skip


def _on_person(name: str, view: View) -> Page:
    """Something that is done to an account."""
    return Page(
        path=f"people/<int:number>/{name}/", name=f"person_{name}", view=view,
        act=Act.MANAGE_PEOPLE, methods=_POST, is_final=True,
    )  # fmt: skip


PAGES: tuple[Page, ...] = (
    Page(path="", name="queue", view=queue.show, act=Act.SEE, is_personal=True),
    Page(
        path="next/", name="next", view=queue.take_next, act=Act.TAKE, methods=_POST,
        is_personal=True,
    ),
    Page(
        path="filters/keep/", name="keep_filter", view=filters.keep, act=Act.SEE, methods=_POST,
    ),
    Page(
        path="filters/drop/", name="drop_filter", view=filters.drop, act=Act.SEE, methods=_POST,
    ),
    Page(path="group/<str:key>/", name="group", view=group.show, act=Act.SEE, is_personal=True),
    Page(
        path="group/<str:key>/decide/", name="together", view=group.together, act=Act.DECIDE,
        methods=_POST, is_personal=True, is_final=True,
    ),
    Page(path="case/<int:number>/", name="case", view=case.show, act=Act.SEE, is_personal=True),
    Page(
        path="case/<int:number>/compare/", name="compare", view=compare.show, act=Act.SEE,
        is_personal=True,
    ),
    Page(
        path="case/<int:number>/picture/", name="picture", view=picture.show, act=Act.SEE,
        is_personal=True,
    ),
    _on_case("read", case.read, Act.SEE),
    _on_case("take", case.take, Act.TAKE),
    _on_case("release", case.release, Act.TAKE),
    _on_case("note", case.note, Act.NOTE),
    _on_case("assign", case.assign, Act.ASSIGN),
    _on_case("reopen", case.reopen, Act.REOPEN, is_final=True),
    _on_case("verdict", decide.verdict, Act.DISPOSE),
    _on_case("decide", decide.ruling, Act.DECIDE, is_final=True),
    _on_case("second", decide.second, Act.SECOND_LOOK, is_final=True),
    _on_case("undo", decide.undo, Act.DISPOSE),
    _on_case("dossier", papers.dossier, Act.DISCLOSE, is_final=True),
    _on_case("whole", papers.whole, Act.SEE_AUDIT, is_final=True),
    _on_case("letter", papers.letter, Act.DISCLOSE, is_final=True),
    _on_case("slip", papers.slip, Act.DISCLOSE, is_final=True),
    _on_case("withdraw", decide.withdraw, Act.CLEAR),
    Page(path="erasures/", name="erasures", view=erasure.due, act=Act.ERASE, is_personal=True),
    Page(
        path="case/<int:number>/erasure/", name="erasure", view=erasure.show, act=Act.ERASE,
        is_personal=True,
    ),
    _on_case("ask_erasure", erasure.ask, Act.ASK_ERASURE, is_final=True),
    _on_case("drop_erasure", erasure.drop, Act.ERASE, is_final=True),
    _on_case("erase", erasure.carry_out, Act.ERASE, is_final=True),
    Page(
        path="search/", name="search", view=search.show, act=Act.SEE, methods=_BOTH, is_personal=True,
    ),
    Page(path="intake/", name="intake", view=intake.show, act=Act.OBSERVE, methods=_BOTH),
    Page(path="jobs/", name="jobs", view=jobs.show),
    Page(path="jobs/screen/", name="screen", view=jobs.screen, act=Act.OPEN, methods=_POST),
    Page(path="jobs/bring/", name="bring", view=jobs.bring, act=Act.BRING, methods=_POST),
    Page(path="jobs/again/", name="again", view=jobs.again, act=Act.MANAGE_LISTS, methods=_POST),
    Page(
        path="jobs/export/", name="export_job", view=jobs.export, act=Act.SEE_AUDIT, methods=_POST,
        is_personal=True, is_final=True,
    ),
    Page(
        path="jobs/file/", name="export_file", view=jobs.file, act=Act.SEE_AUDIT, methods=_POST,
        is_personal=True, is_final=True,
    ),
    Page(
        path="observations/", name="observations", view=observe.show, act=Act.SEE,
        is_personal=True,
    ),
    Page(
        path="observations/place/", name="place", view=observe.place, act=Act.NOTE, methods=_POST,
        is_personal=True,
    ),
    Page(
        path="observations/form/", name="new_form", view=observe.make, act=Act.ASSIGN,
        methods=_POST, is_final=True,
    ),
    Page(
        path="observations/close/", name="close_form", view=observe.close, act=Act.ASSIGN,
        methods=_POST,
    ),
    Page(path="tell/<str:token>/", name="tell", view=observe.tell, methods=_BOTH, is_public=True),
    Page(path="lists/", name="lists", view=lists.show, act=Act.SEE_LISTS),
    Page(path="people/", name="people", view=people.show, act=Act.SEE_PEOPLE),
    Page(
        path="people/new/", name="new_person", view=people.new, act=Act.MANAGE_PEOPLE,
        methods=_BOTH, is_final=True,
    ),
    Page(
        path="people/<int:number>/", name="person", view=people.person, act=Act.MANAGE_PEOPLE,
        methods=_BOTH, is_final=True,
    ),
    _on_person("link", people.link),
    _on_person("out", people.out),
    Page(path="audit/", name="audit", view=audit.show, act=Act.SEE_AUDIT, is_personal=True),
    Page(
        path="audit/export/", name="export", view=audit.export, act=Act.SEE_AUDIT, methods=_POST,
        is_personal=True, is_final=True,
    ),
    Page(path="me/", name="me", view=account.me, methods=_BOTH),
    Page(path="me/out/", name="me_out", view=account.out, methods=_POST, is_final=True),
    Page(path="me/end/", name="me_end", view=account.end, methods=_POST, is_final=True),
    Page(path="factor/", name="factor", view=account.factor),
    Page(path="purpose/", name="purpose", view=account.purpose, methods=_BOTH),
    Page(path="keys/", name="keys", view=account.keys, methods=_BOTH),
    Page(path="guide/", name="guide", view=guide.show, is_public=True),
    Page(path="language/", name="language", view=account.language, methods=_POST, is_public=True),
    Page(path="first/<str:token>/", name="first", view=account.first, methods=_BOTH, is_public=True),
)  # fmt: skip


def guarded(page: Page) -> View:
    """The view behind its gates: account, act, purpose, step-up; in that order."""
    final: View = page.view
    if page.is_final:
        final = reauthentication_required(page.view, allow_get="GET" in page.methods)

    @require_http_methods(page.methods if "GET" in page.methods else ("GET", *page.methods))
    @wraps(page.view)
    def answer(request: HttpRequest, **found: object) -> HttpResponseBase:
        if page.is_public:
            return page.view(request, **found)
        who = visitor(request)
        if page.act is not None and not who.may(page.act):
            if page.name == "queue":  # the first page of all; who has no cases has other work
                return redirect(_home(who.may))
            store.refused(who, page.name)
            raise PermissionDenied
        if request.method not in page.methods:
            # The address of a form that was forgotten while a proof was asked for.
            messages.info(request, say("again"))
            return redirect(reverse("case", kwargs=found) if page.path.startswith("case/") else "/")
        if page.is_personal and who.purpose is None:
            back = request.get_full_path() if request.method == "GET" else reverse("queue")
            return redirect(f"{reverse('purpose')}?{urlencode({'next': back})}")
        try:
            return final(request, who, **found)
        except NotTheirs:
            store.refused(who, page.name, asked=str(found.get("number", ""))[:DIGITS])
            raise

    return login_not_required(answer) if page.is_public else answer


def _home(may: Callable[[Act], bool]) -> str:
    """Where somebody begins who may not see cases."""
    if may(Act.SEE_PEOPLE):
        return "people"
    if may(Act.OBSERVE):
        return "intake"
    return "lists" if may(Act.SEE_LISTS) else "me"
