"""What kind of browser asks, so that its owner knows it again; nothing else of it is kept."""

LONGEST = 500  # signs that are looked at; what matters stands within 250

# A name and the mark it leaves; the first that is there counts, since all of them claim to be
# Safari, and Edge and Opera to be Chrome as well.
BROWSERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Edge", ("Edg/", "EdgA/", "EdgiOS/")),
    ("Opera", ("OPR/",)),
    ("Firefox", ("Firefox/", "FxiOS/")),
    ("Chrome", ("Chrome/", "CriOS/")),
    ("Safari", ("Safari/",)),
)
SYSTEMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Android", ("Android",)),
    ("iOS", ("iPhone", "iPad")),
    ("Windows", ("Windows",)),
    ("ChromeOS", ("CrOS",)),
    ("macOS", ("Macintosh",)),
    ("Linux", ("Linux",)),
)


def kind_of(told: str) -> str:
    """The kind in a header ``User-Agent``, as in "Firefox, Linux"; "" where neither is known."""
    seen = told[:LONGEST]
    names = (
        next((name for name, marks in known if any(mark in seen for mark in marks)), "")
        for known in (BROWSERS, SYSTEMS)
    )
    return ", ".join(filter(None, names))
