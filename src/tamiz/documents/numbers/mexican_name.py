"""How a name as written may be split into given name and two surnames."""

from collections.abc import Iterator

from tamiz.documents.numbers.name_letters import PARTICLES, PersonName
from tamiz.model import Name, Role

MOST_WORDS = 10  # of a name: more is no name, and every split of it would be tried


def person_names(name: Name) -> Iterator[PersonName]:
    """Every way to read a name as a Mexican one; none for a name of one word.

    Where the source separates the parts, or a comma does, only the surnames are split; a bare text
    is read with the given names in front and with the surnames in front, as forms have both.
    """
    parts = {role: _joined(name, role) for role in Role}
    if parts[Role.PATERNAL]:
        yield PersonName(parts[Role.GIVEN], parts[Role.PATERNAL], parts[Role.MATERNAL])
    elif parts[Role.FAMILY]:
        yield from _split_surnames(parts[Role.GIVEN], parts[Role.FAMILY].split())
    elif "," in name.text:
        family, _, given = name.text.partition(",")
        yield from _split_surnames(given.strip(), family.split())
    else:
        words = name.text.split()[:MOST_WORDS]
        for at in range(1, len(words)):
            yield from _split_surnames(" ".join(words[:at]), words[at:])
            yield from _split_surnames(" ".join(words[at:]), words[:at])


def _joined(name: Name, role: Role) -> str:
    return " ".join(part.text for part in name.parts if part.role is role)


def _split_surnames(given: str, words: list[str]) -> Iterator[PersonName]:
    """Paternal and maternal surname at every place where no particle would be torn off."""
    words = words[:MOST_WORDS]
    for at in range(1, len(words) + 1):
        if words[at - 1].upper().strip(".") not in PARTICLES:
            yield PersonName(given, " ".join(words[:at]), " ".join(words[at:]))
