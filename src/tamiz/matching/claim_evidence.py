"""What sex, nationality and birth place prove. Each is only compared, never judged."""

from collections.abc import Iterator
from math import log2

from tamiz.matching.code_names import may_be_call_sign
from tamiz.matching.subject import Subject
from tamiz.matching.weights import Weights
from tamiz.model import Evidence, Nationality, PartyType, Place, Sex, SourceRecord
from tamiz.normalise.places import place_words

LONGEST_CODE = 3  # letters of a country code


def compare_sex(here: Sex | None, there: Sex | None, weights: Weights) -> Iterator[Evidence]:
    """Same or different; nothing where a side does not say, or says unspecified (X)."""
    if here is None or there is None or Sex.UNSPECIFIED in {here, there}:
        return
    level = "same" if here is there else "different"
    yield Evidence(
        feature="sex",
        code=f"sex.{level}",
        bits=getattr(weights.sex, level),
        applicant=here.value,
        other=there.value,
        field="sex",
    )


def compare_nationality(
    subject: Subject,
    record: SourceRecord,
    weights: Weights,
) -> Iterator[Evidence]:
    """Agreement by how rare the country is among the world's people; disagreement little."""
    here, there = _countries(subject.nationalities), _countries(record.nationalities)
    if not here or not there:
        return
    shared = sorted(here.keys() & there.keys())
    table = weights.nationality
    if shared:
        bits = min(table.most, max(log2(table.same_share / country_share(code)) for code in shared))
        level = "same"
    else:
        bits, level = table.different, "different"
    yield Evidence(
        feature="nationality",
        code=f"nationality.{level}",
        bits=round(bits, 4),
        applicant="; ".join(here.values()),
        other="; ".join(there.values()),
        field=subject.nationalities[0].field,
    )


def compare_birth_place(
    subject: Subject,
    record: SourceRecord,
    weights: Weights,
) -> Iterator[Evidence]:
    """Same town by its words, else same or different country."""
    here, there = subject.birth_places, record.birth_places
    if not here or not there:
        return
    level = _place_level(here, there)
    if level:
        yield Evidence(
            feature="birth_place",
            code=f"birth_place.{level}",
            bits=getattr(weights.birth_place, level),
            applicant="; ".join(_shown(place) for place in here),
            other="; ".join(_shown(place) for place in there),
            field=here[0].field,
        )


def most_claim_bits(subject: Subject, weights: Weights) -> float:
    """The most that anything but single words, dates and numbers can prove of this subject."""
    most = weights.sex.same if subject.sex is not None else 0.0
    most += weights.organisation.same_whole if subject.type is PartyType.ORGANISATION else 0.0
    most += weights.name.same_call_sign if any(map(may_be_call_sign, subject.names)) else 0.0
    most += weights.nationality.most if subject.nationalities else 0.0
    return most + (weights.birth_place.same_town if subject.birth_places else 0.0)


# Share of the world's people by country, where it is large enough to make agreement cheap
# (UN World Population Prospects 2024, rounded). Every other country counts as 1 in 60.
_LARGE = {"in": 0.17, "cn": 0.17, "us": 0.04, "id": 0.035, "pk": 0.03, "ng": 0.03, "br": 0.026,
          "bd": 0.021, "ru": 0.018}  # fmt: skip
_OTHER = 1 / 60


def country_share(code: str) -> float:
    """The share of people who hold this nationality."""
    return _LARGE.get(code, _OTHER)


def _countries(nationalities: tuple[Nationality, ...]) -> dict[str, str]:
    """Country code to the text to show; texts that name no known country are left out."""
    return {n.country: _told(n) for n in nationalities if n.country is not None}


def _told(nationality: Nationality) -> str:
    """As written; a bare code in capitals, as documents have it."""
    text = nationality.text or nationality.country or ""
    return text.upper() if len(text) <= LONGEST_CODE else text


def _place_level(here: tuple[Place, ...], there: tuple[Place, ...]) -> str:
    words_here = {word for place in here for word in place_words(place.text, place.country)}
    words_there = {word for place in there for word in place_words(place.text, place.country)}
    if words_here & words_there:
        return "same_town"
    countries_here = {place.country for place in here} - {None}
    countries_there = {place.country for place in there} - {None}
    if not countries_here or not countries_there:
        return ""
    return "same_country" if countries_here & countries_there else "different_country"


def _shown(place: Place) -> str:
    return place.text or (place.country or "").upper()
