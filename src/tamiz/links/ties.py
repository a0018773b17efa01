"""Ties that applicants declare: who names whom, one family name, one unit."""

from tamiz.links.family import family_names
from tamiz.model import Dossier
from tamiz.normalise.names import spell_words


def names_or_resembles(dossier: Dossier, name: str, family: str) -> bool:
    """Whether an applicant names somebody, or both bear a family name in common.

    ``name`` is the other one's, ``family`` their family names, romanised, with spaces between.
    """
    theirs = set(spell_words(name))
    named = [set(spell_words(relation.name)) for relation in dossier.relations]
    if any(len(words & theirs) > 1 for words in named):
        return True
    return bool(family_names(dossier.identity.names) & set(family.split()))
