"""No page has anything that axe-core, in a real Chromium, takes for a barrier."""

from importlib.resources import files

import pytest
from msgspec import Struct

from web_shelf import CHROMIUM, NO_CHROMIUM, Shelf, chromium

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
ASK = """axe.run(document, {resultTypes: ["violations"]}).then((found) => found.violations.map(
    (one) => [one.id, one.nodes.map((node) => node.html)]))"""
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Pixels: a small phone; a screen of 1280 at 200 %; that screen.
PHONE, ZOOMED, DESK = 360, 640, 1280

pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason=NO_CHROMIUM),
    pytest.mark.xdist_group("browser"),
    pytest.mark.timeout(600),  # half a minute of work; a machine may have much else to do
    pytest.mark.django_db,
]


class Met(Struct, frozen=True):
    """What a walk met with: barriers by address, and pixels too wide by address and width."""

    barriers: dict[str, object] = {}
    wide: dict[tuple[str, int], int] = {}


@pytest.fixture(scope="module")
def met(tour: Shelf) -> Met:
    """Every page opened once."""
    found = Met({}, {})
    with chromium() as browser:
        context = browser.new_context()
        context.add_init_script(AXE)
        context.route("**/*", tour.answer)
        page = context.new_page()
        for address in tour.pages:
            page.set_viewport_size({"width": PHONE, "height": 800})
            page.goto(address)
            for width in (PHONE, ZOOMED, DESK):
                page.set_viewport_size({"width": width, "height": 800})
                if over := page.evaluate(WIDE):
                    found.wide[address, width] = over
            if told := page.evaluate(ASK):
                found.barriers[address] = told
    return found


def test_no_page_of_any_role_in_any_language_has_a_barrier(met: Met) -> None:
    assert met.barriers == {}


def test_no_page_must_be_scrolled_sideways_on_a_phone_or_enlarged(met: Met) -> None:
    assert met.wide == {}
