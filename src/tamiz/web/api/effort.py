"""How much a request asks of the lists as a whole: weighed before anything is searched.

The unit is an ordinary name: some milliseconds among 40,000 parties, some 60 among two million.
"""

from collections.abc import Iterable

from tamiz.matching import Subject
from tamiz.matching.build import parse_name
from tamiz.model import Name, PartyType
from tamiz.web.api.fault import too_much

# Of one request: a hundred queries with two aliases of four words each, looked for as persons and
# as organisations. Among two million parties, a minute at worst.
MOST = 1_000
MOST_ANSWERS = 5_000  # results that a request may ask for: some 20 MB of JSON
WORDS = 4  # of a name, for which it counts one more: the time grows with them
CLAIMS = 25  # dates, numbers and contacts of a party, for which it counts one more
# Words of one letter fit every name that has such a word, and nothing tells beforehand which these
# are: with one or two a search takes what others do, with more tenths of a second, then seconds
# (measured among 40,000 parties).
FEW_INITIALS = 2
THREE_INITIALS, MORE_INITIALS = 30, 450


def refuse_too_much(subjects: Iterable[Subject], where: str) -> None:
    """Nothing, where a request asks for no more than a minute's work.

    Raises:
        Fault: it asks for more.
    """
    found = sum(map(effort, subjects))
    if found > MOST:
        raise too_much(
            "the request asks for too much at once", where=where,
            found=f"{found} names' worth of searching", expected=f"at most {MOST}",
        )  # fmt: skip


def refuse_too_many_answers(queries: int, limit: int) -> None:
    """Nothing, where all results together fit into an answer.

    Raises:
        Fault: they do not.
    """
    if queries * limit > MOST_ANSWERS:
        raise too_much(
            "the request asks for too many results at once", where="query limit",
            found=f"{queries} queries with {limit} results each",
            expected=f"at most {MOST_ANSWERS} results of all queries together",
        )  # fmt: skip


def effort(subject: Subject) -> int:
    """What a subject asks for, in ordinary names."""
    claims = len(subject.birth_dates) + len(subject.identifiers) + len(subject.contacts)
    return sum(_of_name(name, subject.type) for name in subject.names) + claims // CLAIMS


def _of_name(name: Name, kind: PartyType) -> int:
    words = [word.text for word in parse_name(name, kind).words]
    initials = sum(len(word) == 1 for word in words) if kind is PartyType.PERSON else 0
    return 1 + len(words) // WORDS + _of_initials(initials)


def _of_initials(count: int) -> int:
    if count <= FEW_INITIALS:
        return 0
    return THREE_INITIALS if count == FEW_INITIALS + 1 else MORE_INITIALS
