"""The table of weights as typed values; ``weights.toml`` is the table itself."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class WordWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """How often, and how much, two words of one person's name agree in each way."""

    exact: float
    sound: float
    form: float
    bones: float
    one_edit: float
    near_sound: float
    two_edits: float
    outline: float
    joined: float
    initial: float
    most: float
    together: float


class WholeWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """What names prove that are alike only when each is written as one word."""

    close: float
    alike: float
    distant: float


class NameWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """What missing, differing and exchanged words, and doubtful names, take away."""

    extra_applicant: float
    extra_listed: float
    conflict_given: float
    conflict_family: float
    conflict_patronymic: float
    conflict_across: float
    family_only: float
    conflict: float
    rotated: float
    reordered: float
    weak: float
    code: float
    same_call_sign: float


class BirthDateWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """What each way in which two birth dates agree or differ is worth."""

    same_day: float
    same_new_year: float
    swapped: float
    year_off_one: float
    year_typo: float
    same_month: float
    same_year_day: float
    month: float
    year: float
    near_year: float
    circa_year: float
    circa: float
    range_narrow: float
    range: float
    range_wide: float
    same_day_other_year: float
    same_year: float
    close: float
    different: float
    far: float
    ambiguous: float
    choice: float
    young: tuple[tuple[int, float], ...] = ()  # applicants born from a year on


class SexWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """Same or different sex."""

    same: float
    different: float


class NationalityWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """Agreement is worth more the rarer the country; disagreement little."""

    same_share: float
    most: float
    different: float


class BirthPlaceWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """Same town, same country, another country."""

    same_town: float
    same_country: float
    different_country: float


class IdentifierWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """Same or different numbers of documents and registers."""

    same: float
    same_loose: float
    per_character: float
    different_national: float
    different_passport: float


class ContactWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """The same phone, e-mail, handle or web site."""

    email: float
    phone: float
    handle: float
    website: float


class OrganisationWeights(Struct, frozen=True, forbid_unknown_fields=True):
    """Where names of organisations are weighed differently from names of persons."""

    conflict: float
    extra_applicant: float
    extra_listed: float
    same_whole: float
    together: float
    reordered: float


class Weights(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole table; ``version`` stands in every finding made with it."""

    version: str
    word: WordWeights
    name: NameWeights
    whole: WholeWeights
    birth_date: BirthDateWeights
    sex: SexWeights
    nationality: NationalityWeights
    birth_place: BirthPlaceWeights
    identifier: IdentifierWeights
    contact: ContactWeights
    organisation: OrganisationWeights


@cache
def default_weights() -> Weights:
    """The weights that come with this version of Tamiz."""
    text = files("tamiz.matching").joinpath("weights.toml").read_bytes()
    return msgspec.toml.decode(text, type=Weights)
