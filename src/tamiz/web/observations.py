"""Observations by people without an account: a form for one programme, and what comes of it.

What names an applicant of the programme is filed at once; the rest waits, sealed, for an officer who
knows whom it is about. Who filed it learns nothing in either case.
"""

import hashlib
import secrets
from datetime import date, timedelta
from uuid import uuid4

import msgspec
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from msgspec import Struct, structs

from tamiz.casework import FORM, Act, Actor, By, is_put_away
from tamiz.casework.journal import WrappedKey, new_case_key, unwrap
from tamiz.casework.journal.keys import open_sealed, seal
from tamiz.screening.observed import asked_of_human
from tamiz.web import filing, journaling, visibility
from tamiz.web.clock import now
from tamiz.web.models import Case, ObservationForm, Officer, Programme, Run, Unplaced
from tamiz.web.renewal import bring, ready
from tamiz.web.sides import Known
from tamiz.web.visitor import Visitor

TOKEN_BYTES = 32  # of randomness in a link
MOST_AN_HOUR = 20  # observations by one form: a course has fewer instructors
HOUR = 60 * 60  # seconds
VALID = timedelta(days=180)  # a course and its return; then a form is made anew
MOST_WAITING = 200  # by one form that nobody has placed: more is a flood, and is refused


class Told(Struct, frozen=True):
    """What somebody told: of whom, as they call them; graded; by whom and when seen, if they say so."""

    about: str
    text: str
    grading: str
    source: str = ""
    seen: date | None = None


class Sender(Struct, frozen=True):
    """Who files, where that is nobody with an account."""

    actor: Actor = FORM


def make(maker: Officer, programme: Programme, label: str) -> str:
    """The token of a new form, told once."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with transaction.atomic():
        form = ObservationForm.objects.create(
            digest=_digest(token), programme=programme, label=label, maker=maker, made=now(),
            until=now() + VALID,
        )  # fmt: skip
        journaling.note(maker.number, "form_made", form=form.number, programme=programme.key)
    return token


def close(who: Visitor, form: ObservationForm) -> None:
    """Nothing comes by it any more."""
    with transaction.atomic():
        ObservationForm.objects.filter(pk=form.pk, closed=None).update(closed=now())
        journaling.note(who.actor.id, "form_closed", form=form.number)


def form_of(token: str) -> ObservationForm | None:
    """The form of a link; None if it is unknown, closed or too old."""
    found = ObservationForm.objects.filter(digest=_digest(token), closed=None, until__gt=now())
    return found.select_related("programme").first()


def take_in(form: ObservationForm, told: Told) -> bool:
    """File it with the applicant's cases, or keep it until an officer knows whom it is about.

    False, and nothing is taken in, where too much came within the hour or too much waits.
    """
    with transaction.atomic():
        journaling.hold()
        if not _has_room(form):
            return False
        journaling.note(FORM.id, "observation_came", form=form.number)
        rows = _cases(form.programme, told.about)
        if rows:
            filing.file(Sender(), rows, "observation", structs.asdict(told))
        else:
            _keep(form, told)
    return True


def _has_room(form: ObservationForm) -> bool:
    """Whether one more may come by a form; counts it."""
    key = f"observations-{form.pk}-{int(now().timestamp()) // HOUR}"
    came = cache.get(key, 0)
    if came >= MOST_AN_HOUR or Unplaced.objects.filter(form=form).count() >= MOST_WAITING:
        return False
    cache.set(key, came + 1, HOUR)
    return True


def waiting(actor: Actor) -> list[tuple[Unplaced, Told]]:
    """What nobody has placed yet, of the programmes that somebody may see."""
    found = Unplaced.objects.filter(programme__in=visibility.programmes(actor, Act.SEE))
    return [(one, _opened(one)) for one in found.select_related("programme").order_by("pk")]


def place(who: Visitor, one: Unplaced, applicant: str, *, opens: bool) -> bool:
    """File it with an applicant; whether there is one. ``opens``: a case is opened where none is.

    Raises:
        Unplaced.DoesNotExist: somebody else placed it, or put it away, meanwhile.
    """
    with transaction.atomic():
        journaling.hold()
        one.refresh_from_db()
        rows = _cases(one.programme, applicant)
        if not rows and opens:
            rows = open_case(one.programme, applicant)
        if not rows:
            return False
        told = structs.asdict(_opened(one)) | {"placed_by": who.actor.id}
        filing.file(Sender(), rows, "observation", told)
        journaling.note(who.actor.id, "observation_placed", case=rows[0].key)
        one.delete()
    return True


def put_away(who: Visitor, one: Unplaced) -> bool:
    """An officer says that it is about nobody here; whether it is gone, as another said so before.

    Raises:
        Unplaced.DoesNotExist: as for ``place``.
        NotAllowed: they said so themselves, or their roles may not.
    """
    with transaction.atomic():
        journaling.hold()
        one.refresh_from_db()
        first = "" if one.away_by is None else one.away_by.number
        if is_put_away(By(who.actor, now()), first=first):
            _drop(who, one, first=first)
            return True
        journaling.note(who.actor.id, "observation_away", observation=str(one.pk))
        Unplaced.objects.filter(pk=one.pk).update(away_by=who.officer)
    return False


def keep(who: Visitor, one: Unplaced) -> None:
    """Whoever said that it is about nobody here takes that back.

    Raises:
        Unplaced.DoesNotExist: as for ``place``, or they did not say so.
    """
    with transaction.atomic():
        journaling.hold()
        one.refresh_from_db()
        if one.away_by != who.officer:
            raise Unplaced.DoesNotExist
        journaling.note(who.actor.id, "observation_kept", observation=str(one.pk))
        Unplaced.objects.filter(pk=one.pk).update(away_by=None)


def drop(who: Visitor, one: Unplaced) -> None:
    """Its time of keeping is over; its key goes with it.

    Raises:
        Unplaced.DoesNotExist: as for ``place``.
    """
    with transaction.atomic():
        journaling.hold()
        one.refresh_from_db()
        _drop(who, one)


def _drop(who: Visitor, one: Unplaced, **about: str) -> None:
    journaling.note(who.actor.id, "observation_dropped", observation=str(one.pk), **about)
    one.delete()


def opened_for(who: Visitor, programme: Programme, applicant: str) -> list[Case]:
    """A case that somebody opens because of an observation."""
    with transaction.atomic():
        journaling.hold()
        rows = open_case(programme, applicant)
        if rows:
            journaling.note(who.actor.id, "case_opened", case=rows[0].key)
    return rows


def open_case(programme: Programme, applicant: str) -> list[Case]:
    """A case for somebody in whom screening found nothing; none where nobody was ever screened.

    Within a transaction of the caller's.
    """
    run = Run.objects.filter(programme=programme).order_by("-pk").first()
    if run is None or not applicant.strip():
        return []
    bring(run, [ready(run, asked_of_human(applicant.strip()), Known())], now())
    return _cases(programme, applicant)


def _cases(programme: Programme, applicant: str) -> list[Case]:
    found = visibility.of_applicants(programme, [applicant.strip()])
    return sorted(found, key=lambda case: case.pk)


def _keep(form: ObservationForm, told: Told) -> None:
    name = f"O{uuid4().hex}"
    wrapped = new_case_key(settings.MASTER_KEY, name)
    key = unwrap(settings.MASTER_KEY, wrapped)
    Unplaced.objects.create(
        case=name, key=wrapped.key, master=wrapped.master, programme=form.programme, form=form,
        came=now(), sealed=seal(key, msgspec.json.encode(told), _about(name)),
    )  # fmt: skip


def _opened(one: Unplaced) -> Told:
    wrapped = WrappedKey(case=one.case, key=one.key, master=one.master)
    key = unwrap(settings.MASTER_KEY, wrapped)
    return msgspec.json.decode(open_sealed(key, one.sealed, _about(one.case)), type=Told)


def _about(name: str) -> bytes:
    return f"tamiz observation 1\n{name}".encode()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
