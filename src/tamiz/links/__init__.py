"""What applicants share with each other."""

from tamiz.links.blanks import Blank, Neighbour, blanks_of, circles_of, units_of
from tamiz.links.declared import states_of
from tamiz.links.family import family_names, names_heard, names_on_papers
from tamiz.links.issues import Issue, Issued, Issues, issues_of
from tamiz.links.pictures import PictureKey, PictureKind, SamePicture, picture_keys
from tamiz.links.register import CohortRegister, Sharer
from tamiz.links.shared import SharedKey, shared_keys
from tamiz.links.ties import names_or_resembles

__all__ = [
    "Blank",
    "CohortRegister",
    "Issue",
    "Issued",
    "Issues",
    "Neighbour",
    "PictureKey",
    "PictureKind",
    "SamePicture",
    "SharedKey",
    "Sharer",
    "blanks_of",
    "circles_of",
    "family_names",
    "issues_of",
    "names_heard",
    "names_on_papers",
    "names_or_resembles",
    "picture_keys",
    "shared_keys",
    "states_of",
    "units_of",
]
