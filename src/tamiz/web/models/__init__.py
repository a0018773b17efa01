"""The tables: people, tokens, runs, cases with their findings, the journal."""

from tamiz.web.models.cases import Case, CaseFinding, CaseSides
from tamiz.web.models.counts import Counted
from tamiz.web.models.jobs import Job
from tamiz.web.models.journal import CaseKey, Chain, JournalEntry, Ruled
from tamiz.web.models.observations import ObservationForm, Unplaced
from tamiz.web.models.people import Invitation, Officer, RoleGiven
from tamiz.web.models.pictures import CasePicture
from tamiz.web.models.runs import Programme, Run
from tamiz.web.models.tokens import Token

__all__ = [
    "Case",
    "CaseFinding",
    "CaseKey",
    "CasePicture",
    "CaseSides",
    "Chain",
    "Counted",
    "Invitation",
    "Job",
    "JournalEntry",
    "ObservationForm",
    "Officer",
    "Programme",
    "RoleGiven",
    "Ruled",
    "Run",
    "Token",
    "Unplaced",
]
