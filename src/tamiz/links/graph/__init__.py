"""What ties applicants, companies, phones, addresses and listed parties to one another."""

from tamiz.links.graph.companies import BURST, CompanyProfile, SharedSeat
from tamiz.links.graph.forms import Unusual
from tamiz.links.graph.graph import CohortGraph
from tamiz.links.graph.letters import FEWEST_SHARED
from tamiz.links.graph.neighbours import Neighbour, Tie
from tamiz.links.graph.same import SamePerson
from tamiz.links.graph.seats import vouching_sites
from tamiz.links.graph.strength import CHAIN, CONCERN, OF_PARTY, STEP, together
from tamiz.links.graph.table import party_code
from tamiz.links.graph.values import (
    Role,
    Value,
    ValueKind,
    company_values,
    party_nodes,
    values_of,
)
from tamiz.links.graph.writer import CohortGraphWriter

__all__ = [
    "BURST",
    "CHAIN",
    "CONCERN",
    "FEWEST_SHARED",
    "OF_PARTY",
    "STEP",
    "CohortGraph",
    "CohortGraphWriter",
    "CompanyProfile",
    "Neighbour",
    "Role",
    "SamePerson",
    "SharedSeat",
    "Tie",
    "Unusual",
    "Value",
    "ValueKind",
    "company_values",
    "party_code",
    "party_nodes",
    "together",
    "values_of",
    "vouching_sites",
]
