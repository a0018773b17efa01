"""A server with invented lists and cases, for tools that ask over HTTP.

    python web_api_server.py FOLDER PORT

Prints a token of an officer, then serves until it is stopped.
"""

import sys
from pathlib import Path

from tamiz.web.server import Serving, serve, set_up


def main(folder: Path, port: int) -> None:
    """Make everything in an empty folder, and serve it."""
    from web_api_world import fill  # noqa: PLC0415 - both need Django's settings

    store = fill(folder / "lists" / "store")
    serving = Serving(folder=folder / "casework", port=port, store=store.root)
    set_up(serving)
    from tamiz.casework import Role  # noqa: PLC0415 - after the set-up
    from tamiz.web import imports  # noqa: PLC0415
    from tamiz.web.api import tokens  # noqa: PLC0415
    from web_world import hired, write_results  # noqa: PLC0415

    north = imports.programme_of("north", "North 2026")
    imports.take_in(write_results(folder / "out"), north)
    officer = hired("service", Role.OFFICER, programmes=(north,))
    print(tokens.make(officer, Role.OFFICER, name="tool"))  # noqa: T201 - what it is for
    serve(serving, print)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
