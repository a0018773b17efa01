"""What every page shows around its content."""

import json

from django.conf import settings
from django.http import HttpRequest

from tamiz.casework.people import Act
from tamiz.web import factors, shortcuts, undoing, visibility
from tamiz.web.jobs.kinds import ACTS
from tamiz.web.middleware import language_of
from tamiz.web.models import Officer
from tamiz.web.visitor import visitor

# The pages in the head: name of the address, the acts of which one is needed.
_HEAD = (
    ("queue", (Act.SEE,)),
    ("search", (Act.SEE,)),
    ("intake", (Act.OBSERVE,)),
    ("observations", (Act.NOTE,)),
    ("jobs", tuple(ACTS.values())),
    ("lists", (Act.SEE_LISTS,)),
    ("erasures", (Act.ERASE,)),
    ("people", (Act.SEE_PEOPLE,)),
    ("audit", (Act.SEE_AUDIT,)),
)
_NAMES = {"en": "English", "es": "Español", "uk": "Українська"}


def shell(request: HttpRequest) -> dict[str, object]:
    """Language, navigation and the reader; without an account only the language."""
    told: dict[str, object] = {
        "language": language_of(request),
        "tongues": _NAMES,
        "oidc": settings.OIDC,
    }
    if not isinstance(getattr(request, "user", None), Officer):
        return told
    who = visitor(request)
    keys = shortcuts.keys_of(who.officer.keys)
    here = request.resolver_match.url_name if request.resolver_match else ""
    return told | {
        "who": who,
        # Where every link would lead back here, there are none.
        "is_shut": here in factors.OPEN and factors.owes_one(who.officer),
        "head": [(name, name == here) for name, acts in _HEAD if any(map(who.may, acts))],
        "may_take": who.may(Act.TAKE),
        # Pages of one case say it of its programme.
        "invented": lambda: visibility.holds_invented(who.actor),
        "undo": undoing.offered(request),
        "keys": keys,
        "keymap": json.dumps(keys) if who.officer.keys_on else "",
    }
