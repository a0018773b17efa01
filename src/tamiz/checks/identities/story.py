"""Two applications of one person: do they tell one identity, or two?"""

from collections.abc import Iterator
from functools import cache, partial

from msgspec import Struct

from tamiz.checks.identities.namesakes import as_namesakes
from tamiz.links import states_of
from tamiz.links.graph import CohortGraph, Neighbour, SamePerson
from tamiz.links.resolve import prior_bits
from tamiz.matching.subject import probability_of
from tamiz.model import Dossier, Evidence, PastOutcome
from tamiz.normalise.names import parse_person

LIKELY = 0.5  # probability from which another application is told: likelier the same than not
SURE = 0.9  # the same, where nothing but name and claims agrees
# Birth dates that are made of one another by an alteration: or by a slip, where contacts agree.
_ALTERED = frozenset(
    f"identity.birth_date.{level}"
    for level in ("same_day", "same_month", "decade", "year_one", "swapped", "digit")
)
# Other dates altogether are those of two people, of one family or one name, unless they share what
# is one person's own.
_OTHER_DATE = frozenset(
    f"identity.birth_date.{level}" for level in ("different", "near", "same_year", "far_day")
)
# Other days of people of one age: no father and son, and no two brothers have one full name.
_ONE_AGE = frozenset({"identity.birth_date.same_year", "identity.birth_date.near"})
_SAME_TOWN = "identity.birth_place.same"
_FULL_NAME = 3  # words: cousins are called by one surname and a grandfather's name
_OTHER_NUMBER = frozenset({"identity.number.different", "identity.number.one_register"})
_SAME_CONTACT = frozenset({"identity.phone.same", "identity.email.same", "identity.handle.same"})
_OWN = frozenset({"identity.email.same", "identity.handle.same", "identity.number.same"})
_SAME_MOTHER = frozenset({"identity.birth_date.same", "identity.relative.same"})
_SAME_NAME = frozenset({"identity.name.same", "identity.name.alike", "identity.name.part"})


class Story(Struct, frozen=True):
    """Another application that is likely the same person's, what speaks for it, and what differs.

    ``other`` is the id of its dossier. ``bits`` is the sum of the evidence, the prior first, and
    ``probability`` follows from it.
    """

    other: str
    same: SamePerson
    bits: float
    probability: float
    evidence: tuple[Evidence, ...]
    differing: tuple[Evidence, ...]


def stories(graph: CohortGraph, number: int, dossier: Dossier) -> tuple[Story, ...]:
    """Every other application that is likely the same person's, the likeliest first."""
    return graph.once("stories", number, partial(_told, graph, number, dossier))


def are_one(graph: CohortGraph, number: int, other: int) -> bool:
    """Whether two applications are told as one person's, so that their ties need no telling.

    Whom the resolver takes for one, and we for namesakes or relatives, are told by what ties them.
    """
    return graph.is_same(number, other) and other in _of_one(graph, number)


def ties_of(graph: CohortGraph, number: int) -> tuple[Neighbour, ...]:
    """Those who are tied to an applicant but for their own applications, the strongest tie first."""
    return graph.neighbours(number, _of_one(graph, number))


def _of_one(graph: CohortGraph, number: int) -> frozenset[int]:
    """The other applications that are told as the person's."""
    if not graph.same.of(number):
        return frozenset()
    return graph.once("of_one", number, partial(_found_one, graph, number))


def _found_one(graph: CohortGraph, number: int) -> frozenset[int]:
    told = stories(graph, number, graph.roster.dossier(number))
    return frozenset(one.same.number for one in told if graph.is_same(number, one.same.number))


def _told(graph: CohortGraph, number: int, dossier: Dossier) -> tuple[Story, ...]:
    return tuple(_each(graph, number, dossier))


def _each(graph: CohortGraph, number: int, dossier: Dossier) -> Iterator[Story]:
    for same in graph.same.of(number):
        if same.probability < LIKELY:
            return
        other = graph.roster.dossier(same.number)
        evidence = _evidence(dossier, other, number, same, graph)
        bits = sum(one.bits or 0.0 for one in evidence)
        probability = probability_of(bits)
        if probability < LIKELY:
            continue
        codes = {one.code for one in evidence}
        if _are_of_one_age(codes, dossier, other):
            if probability < SURE and not (_SAME_TOWN in codes and _was_refused(graph, same)):
                continue
        elif _are_relatives(codes) or _are_namesakes(codes, probability):
            continue
        differing = tuple(_differing(dossier, other, codes))
        if not differing and _are_twins(codes):
            continue
        yield Story(
            other=other.id,
            same=same,
            bits=round(bits, 2),
            probability=probability,
            evidence=evidence,
            differing=differing,
        )


def _evidence(
    dossier: Dossier, other: Dossier, number: int, same: SamePerson, graph: CohortGraph
) -> tuple[Evidence, ...]:
    """The prior, what the two tell, and what is taken off again for names that are common here."""
    told = graph.same.evidence(same, dossier, other)
    roster = graph.roster
    heard = roster.told(number).heard & roster.told(same.number).heard
    common = as_namesakes(dossier, heard, told, graph.name_groups)
    return (
        _prior(graph.same.population),
        *told,
        *([common] if common else ()),
    )


@cache
def _prior(population: int) -> Evidence:
    """What is known before anything is compared."""
    return Evidence(
        feature="prior", code="identity.prior", bits=round(prior_bits(population), 2),
        params={"count": str(population)},
    )  # fmt: skip


def _differing(dossier: Dossier, other: Dossier, codes: set[str]) -> Iterator[Evidence]:
    """What an honest person would tell alike each time."""
    here, there = states_of(dossier), states_of(other)
    if not (here <= there or there <= here):
        yield _said("states", here, there)
    if _is_date_altered(codes):
        yield _said("birth_date", _days(dossier), _days(other))
    if "identity.number.one_register" in codes:
        yield Evidence(feature="identifier", code="identity.two.register")
    if "identity.sex.different" in codes:
        yield Evidence(feature="sex", code="identity.two.sex")


def _are_relatives(codes: set[str]) -> bool:
    """Whether birth dates are two people's, and nothing that is one person's own agrees.

    A father and a son of one name share their home and its phone.
    """
    return bool(codes & _OTHER_DATE) and not (codes & _OWN and codes & _SAME_NAME)


def _are_of_one_age(codes: set[str], dossier: Dossier, other: Dossier) -> bool:
    """Whether no family explains one whole name of two people of one age, and all else is new."""
    is_new = bool(codes & _OTHER_NUMBER) and not codes & _SAME_CONTACT
    if not (is_new and codes & _ONE_AGE and "identity.name.same" in codes):
        return False
    return min(map(_words_of_name, (dossier, other))) >= _FULL_NAME


def _was_refused(graph: CohortGraph, same: SamePerson) -> bool:
    """Whether they have a reason to come back as another: of one town, likelier than not is enough."""
    return graph.roster.outcome(same.number) is PastOutcome.REFUSED


def _words_of_name(dossier: Dossier) -> int:
    return max((len(parse_person(one).words) for one in dossier.identity.names), default=0)


def _are_namesakes(codes: set[str], probability: float) -> bool:
    """Whether only names and claims agree, and not surely enough: two of one people and one year.

    Who was born on one day and names one mother is no namesake: a surname is changed sooner.
    """
    if codes & (_SAME_CONTACT | _OWN):
        return False
    return probability < SURE or not (codes & _SAME_NAME or codes >= _SAME_MOTHER)


def _are_twins(codes: set[str]) -> bool:
    """Whether given names are two people's, and nothing that is one person's own agrees."""
    return "identity.name.kin" in codes and not codes & _OWN


def _is_date_altered(codes: set[str]) -> bool:
    """Whether one person gives two birth dates with two papers, and no clerk's slip explains it."""
    if codes & _OTHER_DATE:
        return True
    is_alike = bool(codes & _ALTERED and codes & _SAME_NAME)
    return is_alike and bool(codes & _OTHER_NUMBER) and not codes & _SAME_CONTACT


def _days(dossier: Dossier) -> frozenset[str]:
    return frozenset(day.text() for day in dossier.identity.birth_dates)


def _said(what: str, here: frozenset[str], there: frozenset[str]) -> Evidence:
    shown = ("; ".join(sorted(one)).upper() for one in (here, there))
    mine, theirs = shown
    feature = "nationality" if what == "states" else what
    return Evidence(
        feature=feature, code=f"identity.two.{what}", applicant=mine, other=theirs
    )  # fmt: skip
