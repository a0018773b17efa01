"""Tables of words of one script and their usual Latin spelling."""

from importlib.resources import files


def read_words(name: str) -> dict[str, str]:
    """For each word of a table its spelling: a Latin spelling a line, then the words written so."""
    text = files("tamiz.normalise").joinpath(name).read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines():
        latin, *written = line.partition("#")[0].split() or [""]
        found.update(dict.fromkeys(written, latin))
    return found
