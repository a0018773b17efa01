"""Somebody at a terminal proves who they are: password, then the second factor.

It is asked, counted and noted as in a browser: a code works once in either, and wrong ones close
the same door.
"""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from allauth.core.context import request_context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest

from tamiz.errors import UsageError
from tamiz.web import factors, journaling
from tamiz.web.models import Officer

Ask = Callable[[str], str]  # a question, answered without being shown

_PASSKEY = "a passkey cannot be used in a terminal"
_BY_BROWSER = "or erase by a browser, on the page Erasure"


def prove(username: str, ask: Ask) -> Officer:
    """The account of whoever proves that it is theirs; that they did stands in the journal.

    Raises:
        UsageError: they do not, or did not too often, or owe a second factor and have none.
    """
    request = _at_this_machine()
    with request_context(request):
        officer = _by_password(request, username, ask(f"Password of {username}"))
        how = ("terminal", "password", *_by_factor(officer, ask))
    with transaction.atomic():
        journaling.note(officer.number, "logged_in", how=",".join(how))
    return officer


def _at_this_machine() -> HttpRequest:
    """A request as it would come from a browser here: attempts are counted by address, too."""
    request = HttpRequest()
    request.method = "POST"
    request.META["REMOTE_ADDR"] = "127.0.0.1"
    return request


def _by_password(request: HttpRequest, username: str, password: str) -> Officer:
    try:
        found = get_adapter().authenticate(request, username=username, password=password)
    except ValidationError as error:
        raise UsageError(f"{username}: {error.message}") from None
    # allauth hands out a closed account as well, for its own page about it.
    if not isinstance(found, Officer) or not found.is_active:
        raise UsageError(
            f"{username}: no such account, or not its password. Who has no password here, because "
            "an identity provider lets them in, erases by a browser, on the page Erasure"
        )
    return found


def _by_factor(officer: Officer, ask: Ask) -> tuple[str, ...]:
    """The kind of factor that was proved; none where the account neither has nor owes one."""
    if not factors.has_one(officer):
        if factors.must_have_one(officer):
            raise UsageError(
                f"{officer.username}: this account needs a second factor and has none; log in by a "
                "browser, set one up, and come back"
            )
        return ()
    form = AuthenticateForm({"code": ask(_question(officer))}, user=officer)
    if not form.is_valid():
        told = " ".join(form.errors.get("code", ["not understood"]))
        raise UsageError(f"{officer.username}: the code: {told}")
    form.authenticator.record_usage()
    return (str(form.authenticator.type),)


def _question(officer: Officer) -> str:
    """What to ask for: whatever codes the account has."""
    kept = {one.type: one for one in Authenticator.objects.filter(user=officer)}
    recovery = kept.get(Authenticator.Type.RECOVERY_CODES)
    has_recovery = recovery is not None and bool(recovery.wrap().get_unused_codes())
    if Authenticator.Type.TOTP in kept:
        return "One-time code" + (", or a recovery code" if has_recovery else "")
    if not has_recovery:
        raise UsageError(
            f"{officer.username}: {_PASSKEY}, and no recovery code is left. Set up one-time codes "
            f"or make new recovery codes by a browser (My account, second factor), {_BY_BROWSER}"
        )
    return f"Recovery code ({_PASSKEY}; each code works once)"
