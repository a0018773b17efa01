"""Given names that are forms of one another: José and Pepe, Oleksandr and Alejandro.

The data file ``name_forms.txt`` holds one family of forms a line, romanised, so that a newcomer
adds a nickname by adding a word.
"""

from functools import cache
from importlib.resources import files


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Each form with all forms of its families, itself left out."""
    found: dict[str, set[str]] = {}
    text = files("tamiz.normalise").joinpath("name_forms.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        forms = line.partition("#")[0].split()
        for form in forms:
            found.setdefault(form, set()).update(other for other in forms if other != form)
    return {form: tuple(sorted(others)) for form, others in found.items()}


def forms_of(word: str) -> tuple[str, ...]:
    """Other forms of a romanised given name, sorted; empty if none is known."""
    return _families().get(word, ())
