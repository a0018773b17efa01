"""What a query may be and how large, for those who read it and those who describe it."""

from tamiz.model import PartyType

MOST_QUERIES = 100  # of one request, as yente has it
MOST_VALUES = 200  # of a property; the listed party with the most names has about 150
# Which kinds of parties a schema may be; what says little is looked for as both.
KINDS: dict[str, tuple[PartyType, ...]] = {
    "Person": (PartyType.PERSON,),
    "Organization": (PartyType.ORGANISATION,),
    "Company": (PartyType.ORGANISATION,),
    "PublicBody": (PartyType.ORGANISATION,),
    "LegalEntity": (PartyType.PERSON, PartyType.ORGANISATION),
    "Thing": (PartyType.PERSON, PartyType.ORGANISATION),
}
