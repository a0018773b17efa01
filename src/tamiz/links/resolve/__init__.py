"""Which records of a file are of one person, among a million."""

from tamiz.links.resolve.builder import PeopleBuilder
from tamiz.links.resolve.clusters import Cluster, Cut, Link, Reason, clusters
from tamiz.links.resolve.counts import Known
from tamiz.links.resolve.engine import Pairs, resolve
from tamiz.links.resolve.explain import statements
from tamiz.links.resolve.lookup import Lookup
from tamiz.links.resolve.people import People
from tamiz.links.resolve.score import FEATURES, prior_bits

__all__ = [
    "FEATURES",
    "Cluster",
    "Cut",
    "Known",
    "Link",
    "Lookup",
    "Pairs",
    "People",
    "PeopleBuilder",
    "Reason",
    "clusters",
    "prior_bits",
    "resolve",
    "statements",
]
