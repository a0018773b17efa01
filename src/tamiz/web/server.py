"""Starts the pages: the folder, the tables, the files that pages load, then the server."""

import ipaddress
import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from tamiz.errors import UsageError
from tamiz.lists.store import Store
from tamiz.web.place import Place, prepare
from tamiz.web.tables import bring_up_to_date

THREADS = 8  # requests at once; SQLite writes one by one whatever their number
Tell = Callable[[str], None]


class Serving(Struct, frozen=True, kw_only=True):
    """How the pages are served. ``host`` may be other than loopback only behind TLS."""

    folder: Path
    host: str = "127.0.0.1"
    port: int = 8000
    database: str = ""
    behind_tls: bool = False
    proxy: str = "127.0.0.1"
    names: tuple[str, ...] = ()
    store: Path | None = None
    second_factor: str = ""
    policy: Path | None = None
    screening_policy: Path | None = None


def set_up(serving: Serving) -> None:
    """Prepare the folder, choose the settings and bring the tables up to date.

    Raises:
        UsageError: the folder, the database or the address cannot be used so.
    """
    bring_up_to_date(choose(serving).folder)


def choose(serving: Serving) -> Place:
    """Prepare the folder and choose the settings; the tables stay as they are.

    Raises:
        UsageError: the folder, the database or the address cannot be used so.
    """
    refuse_open_door(serving)
    place = prepare(serving.folder)
    os.environ.update(
        DJANGO_SETTINGS_MODULE="tamiz.web.settings",
        TAMIZ_DATA=str(place.folder),
        TAMIZ_DATABASE=serving.database or os.environ.get("TAMIZ_DATABASE", ""),
        TAMIZ_TLS="1" if serving.behind_tls else "",
        TAMIZ_HOSTS=",".join(("localhost", "127.0.0.1", "[::1]", *serving.names)),
        TAMIZ_SECOND_FACTOR=serving.second_factor or os.environ.get("TAMIZ_SECOND_FACTOR", ""),
        TAMIZ_CASE_POLICY=str(serving.policy or os.environ.get("TAMIZ_CASE_POLICY", "")),
        TAMIZ_SCREENING_POLICY=str(
            serving.screening_policy or os.environ.get("TAMIZ_SCREENING_POLICY", "")
        ),
        TAMIZ_STORE="" if serving.store is None else str(serving.store.resolve()),
    )
    import django  # noqa: PLC0415 - the settings are read when it is set up

    django.setup()
    return place


def demonstrate(results: Path, tell: Tell) -> None:
    """Take in the results of a demonstration and tell its accounts; after ``set_up``."""
    from tamiz.web import demo_accounts, imports  # noqa: PLC0415 - after the set-up

    programme, cohort = imports.programme_of("demo", "FPV 2026"), results / "applicants.csv"
    imports.take_in(results, programme, cohort=cohort, lists=Store(results / "store"), keep=True)
    for login in demo_accounts.make(programme):
        roles = ", ".join(role.value for role in login.roles)
        tell(f"{login.username:<8}  {login.password}  {roles}")


def serve(serving: Serving, tell: Tell) -> None:
    """Serve until somebody stops it, after ``set_up``; before the first account a link is told.

    Raises:
        UsageError: the port is taken.
    """
    from django.core.management import call_command  # noqa: PLC0415 - after the set-up
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415
    from waitress import create_server  # noqa: PLC0415

    from tamiz.web import accounts, clock, sessions  # noqa: PLC0415
    from tamiz.web.jobs.embedded import at_work  # noqa: PLC0415
    from tamiz.web.uploads import LARGEST_REQUEST  # noqa: PLC0415

    sessions.tidy(clock.now())
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    address = f"http://{serving.host}:{serving.port}"
    try:
        server = create_server(
            get_wsgi_application(), host=serving.host, port=serving.port, threads=THREADS,
            max_request_body_size=LARGEST_REQUEST, ident=None,
            **through_proxy(serving),
        )  # fmt: skip
    except OSError as error:
        raise UsageError(f"{address}: {error.strerror}; choose another port with --port") from error
    if not accounts.has_administrator():
        tell(f"{address}/first/{accounts.invite(None)}/")
    tell(address)
    if os.environ.get("TAMIZ_WORKER") == "none":
        server.run()
        return
    with at_work():
        server.run()


def through_proxy(serving: Serving) -> dict[str, object]:
    """What the server believes of the proxy in front: that it speaks TLS, and who asks.

    Without the latter all who come through it would share one count of wrong passwords.
    """
    if not serving.behind_tls:
        return {}
    return {
        "trusted_proxy": serving.proxy, "trusted_proxy_count": 1,
        "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"},
    }  # fmt: skip


def refuse_open_door(serving: Serving) -> None:
    """Nothing, where the pages are reached over loopback or through a proxy that speaks TLS.

    Raises:
        UsageError: passwords would go over a network in the clear.
    """
    if serving.behind_tls or serving.host == "localhost":
        return
    try:
        loopback = ipaddress.ip_address(serving.host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise UsageError(
            f"{serving.host}: others could read passwords on the way. Serve on 127.0.0.1 behind a "
            "proxy that speaks TLS, and say --behind-tls"
        )
