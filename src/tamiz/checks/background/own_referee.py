"""Is the applicant their own referee or recruiter?

Who pays for themselves is in order. A reference must come from somebody else: one from the
applicant's own phone or e-mail does not, though relatives share a phone, and a name alone may be
a father's. What many applicants give is nobody's own: they write their recruiter's number as theirs.
"""

from collections.abc import Iterator

from tamiz.checks.background.rule import Answer, Rule, Strength, clear, concern, said
from tamiz.checks.background.story import Story
from tamiz.checks.check import Context
from tamiz.links.graph import values_of
from tamiz.model import Contact, ContactKind, Relation, RelationKind
from tamiz.normalise.contacts import SHORTEST_PHONE, email_key, handle_key
from tamiz.normalise.text import folded

LAST_DIGITS = 9  # of a phone: those that make it somebody's within a country
_KINDS = frozenset({RelationKind.REFEREE, RelationKind.REFERRED_BY})


def run(story: Story, context: Context) -> Iterator[Answer]:
    """One answer for each referee and recruiter."""
    named = [one for one in story.dossier.relations if one.kind in _KINDS]
    if named:
        mine = frozenset(_words(name.text) for name in story.dossier.identity.names)
        for relation in named:
            yield _answer(story, relation, mine, context)


RULE = Rule(
    name="background_own_referee",
    version="3",
    basis="BS 7858:2019 (references are obtained from others)",
    needs="referees or recruiter",
    strength=Strength.C,  # B where name and contact are both the applicant's
    false_alarms="low: a father of one name without a phone; a phone of the household",
    reads=("relations",),
    run=run,
)


def _answer(
    story: Story, relation: Relation, mine: frozenset[frozenset[str]], context: Context
) -> Answer:
    """``mine`` are the words of each of the applicant's names."""
    words = _words(relation.name)
    theirs = _keys(relation.contacts) if relation.contacts else frozenset()
    own = _keys(story.dossier.contacts)
    same_contact = bool(theirs & own) and not _is_common(story, relation, theirs & own, context)
    is_another = bool(theirs and own) and not same_contact
    same_name = len(words) > 1 and words in mine and not is_another
    if not same_name and not same_contact:
        return clear(said("own_referee.another", relation.name, field=relation.field))
    names = story.dossier.identity.names
    shown = names[0].text if names else ""
    told = "same_name" if same_name else "same_contact"
    evidence = said(f"own_referee.{told}", relation.name, shown, field=relation.field)
    return concern(evidence, Strength.B if same_name and same_contact else Strength.C)


def _is_common(story: Story, relation: Relation, keys: frozenset[str], context: Context) -> bool:
    """Whether so many applicants give one of the contacts in any role that it is nobody's own."""
    graph, few = context.graph, context.thresholds.common_from
    if graph is None:
        return False
    told = (*story.dossier.contacts, *relation.contacts)
    texts = {one.value for one in told if _key(one) in keys}
    nodes = {one.node for one in values_of(story.dossier) if one.text in texts}
    return any(graph.table.is_of(node, few) for node in nodes)


def _words(name: str) -> frozenset[str]:
    return frozenset(folded(name).replace(",", " ").split())


def _keys(contacts: tuple[Contact, ...]) -> frozenset[str]:
    """What reaches somebody, as it compares."""
    return frozenset(_key(one) for one in contacts) - {""}


def _key(contact: Contact) -> str:
    """Phones by their last digits, with the country's code or without."""
    if contact.kind is ContactKind.PHONE:
        digits = "".join(filter(str.isdecimal, contact.value))
        return digits[-LAST_DIGITS:] if len(digits) >= SHORTEST_PHONE else ""
    return (
        email_key(contact.value) if contact.kind is ContactKind.EMAIL else handle_key(contact.value)
    )
