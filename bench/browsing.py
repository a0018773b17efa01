"""What Chromium draws, and when: first paint, key press to the next page, bytes on the wire."""

import time
from collections import defaultdict
from shutil import which

from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

CHROMIUM = which("chromium") or which("chromium-browser") or ""
PACE = 4.3  # seconds: the pace guard asks who is faster than four
LONGEST = 60  # seconds for a page
OPENINGS = 15  # of each page, for its first paint
REASON = "Another birth date; seen in the passport."
GOALS = {"first paint": 500, "key to case": 300, "bytes": 40_000}
UNJUDGED = "[data-item] > .judge > form[data-verdicts]"  # as keys.js finds it
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_BYTES = """() => {
  const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  return [all[0].encodedBodySize, all.reduce((sum, one) => sum + one.transferSize, 0)];
}"""


def drawn(address: str, session: str, cases: int) -> None:
    """Print how fast and how heavy the pages are for somebody who is logged in."""
    if not CHROMIUM:
        print("there is no Chromium: what is drawn was not measured", flush=True)
        return
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        case = _next_case(_page(browser, address, session), address)
        for name, path in (("queue", "/"), ("case", case)):
            _weight(_page(browser, address, session), name, address + path)
            _first_paint(_page(browser, address, session), name, address + path)
        _keys(_page(browser, address, session), address, cases)
        browser.close()


def _page(browser: Browser, address: str, session: str) -> Page:
    """A page of a browser that has nothing in its cache yet."""
    context: BrowserContext = browser.new_context()
    context.add_cookies([{"name": "session", "value": session, "url": address}])
    return context.new_page()


def _next_case(page: Page, address: str) -> str:
    page.goto(address)
    page.keyboard.press("n")
    page.wait_for_url("**/case/**")
    return page.url.removeprefix(address).partition("#")[0]


def _weight(page: Page, name: str, where: str) -> None:
    page.goto(where, wait_until="networkidle")
    document, everything = page.evaluate(_BYTES)
    print(
        f"{name}: {document:,} bytes of page (asked: {GOALS['bytes']:,}), "
        f"{everything:,} with all that it loads, nothing in the cache", flush=True,
    )  # fmt: skip


def _first_paint(page: Page, name: str, where: str) -> None:
    found = []
    for _ in range(OPENINGS):
        page.goto(where)
        found.append(_painted(page)[1])
    _tell(f"{name}, first paint", found, GOALS["first paint"])


def _keys(page: Page, address: str, cases: int) -> None:
    """Decide cases as an officer does; from each key to what it draws."""
    waits: dict[str, list[float]] = defaultdict(list)
    page.goto(address)
    for _ in range(cases):
        waits["n to the next case drawn"].append(_until_drawn(page, "n"))
        while page.query_selector(UNJUDGED):
            time.sleep(PACE)
            waits["1 (a verdict) to the case drawn again"].append(_until_drawn(page, "1"))
        page.check("input[name=ruling][value=grant]")
        page.fill("#reason", REASON)
        page.focus("#decide button.main")
        waits["decision to the next case drawn"].append(_until_drawn(page, "Enter"))
    for name, found in waits.items():
        _tell(name, found, GOALS["key to case"])


def _until_drawn(page: Page, key: str) -> float:
    """Milliseconds from a key to the first paint of the page that it leads to."""
    before = float(page.evaluate("performance.timeOrigin"))
    start = 1000 * time.time()
    page.keyboard.press(key)
    began, painted = _painted(page, other_than=before)
    return began + painted - start


def _painted(page: Page, *, other_than: float = 0.0) -> tuple[float, float]:
    """When the page began (ms since 1970), and its first paint (ms after that), once it is drawn."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        try:
            began, painted = page.evaluate(f"[performance.timeOrigin, {_PAINT} ?? 0]")
        except Error:  # the page is being changed for the next one
            continue
        if painted and began != other_than:
            return float(began), float(painted)
        time.sleep(0.005)
    raise TimeoutError("nothing was drawn")


def _tell(name: str, found: list[float], goal: int) -> None:
    found = sorted(found)
    p50, p95 = found[len(found) // 2], found[min(int(len(found) * 0.95), len(found) - 1)]
    print(
        f"{name}: {len(found)} times, p50 {p50:.0f} ms, p95 {p95:.0f} ms (asked: {goal})",
        flush=True,
    )
