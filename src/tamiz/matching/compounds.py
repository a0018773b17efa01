"""Words of names that go together: who is called Miguel is often called Ángel as well.

Each word of a name is weighed as if it told something new. The second word of ``Miguel Ángel``
tells much less than ``Ángel`` by itself would: whoever has the first often has the second. The
table ``compounds.tsv`` says how much, counted by ``scripts/compounds.py``.
"""

from functools import cache
from importlib.resources import files


def told_already(first: str, second: str) -> float:
    """The bits of ``second`` that ``first`` before it has told already; 0 if none is known."""
    return _table().get((first, second), 0.0)


@cache
def _table() -> dict[tuple[str, str], float]:
    path = files("tamiz.matching").joinpath("compounds.tsv")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return {(first, second): float(bits) for first, second, bits in rows}
