"""The index, the candidate search and the evidence model."""

from tamiz.matching.build import build_index
from tamiz.matching.index import Index
from tamiz.matching.matcher import Matcher
from tamiz.matching.pairs import PairVerdict, compare_pair
from tamiz.matching.subject import AlsoListed, Match, Subject, probability_of
from tamiz.matching.weights import Weights, default_weights

__all__ = [
    "AlsoListed",
    "Index",
    "Match",
    "Matcher",
    "PairVerdict",
    "Subject",
    "Weights",
    "build_index",
    "compare_pair",
    "default_weights",
    "probability_of",
]
