"""How often real passports' numbers lack the forms of ``number_forms.tsv``.

Usage: python bench/document_numbers.py

The passports of ``parties.jsonl.gz`` (``TAMIZ_SHARED`` says where), a sanctions list's own: typed
by its clerks, of unknown days of issue, some of them stolen or forged. So a share is no more than
an upper bound of false alarms. Forms of the States without a row are counted too: what the most
have is a hint for whoever looks for a source. No number is printed.
"""

import re
from collections import Counter, defaultdict

from parties import parties
from tamiz.checks.documents.shapes import bare, has_shape
from tamiz.checks.documents.tables import OURS
from tamiz.model import IdentifierKind

FEWEST = 20  # numbers of a State that make a share worth printing


def main() -> None:
    """Print a line for each State with enough passports."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for party in parties():
        for one in party.identifiers:
            if one.kind is IdentifierKind.PASSPORT and one.country:
                numbers[one.country].append(bare(one.number))
    print(f"{'State':6}{'passports':>10}{'of no form':>12}  the most frequent forms")
    for state, found in sorted(numbers.items(), key=lambda item: -len(item[1])):
        if len(found) >= FEWEST:
            print(f"{state:6}{len(found):>10}{_of_no_form(state, found):>12}  {_forms(found)}")


def _of_no_form(state: str, numbers: list[str]) -> str:
    shapes = [row["shape"] for row in OURS.rows("number_forms", "state", state)]
    if not shapes:
        return "no row"
    odd = sum(not any(has_shape(number, shape) for shape in shapes) for number in numbers)
    return f"{odd} ({odd / len(numbers):.0%})"


def _forms(numbers: list[str]) -> str:
    forms = Counter(re.sub("[A-Z]", "A", re.sub("[0-9]", "9", number)) for number in numbers)
    return ", ".join(f"{form} {count / len(numbers):.0%}" for form, count in forms.most_common(3))


if __name__ == "__main__":
    main()
