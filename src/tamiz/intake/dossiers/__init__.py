"""Applicants' dossiers from tables, JSON and FollowTheMoney, typed or rejected with reasons."""

from tamiz.intake.dossiers.ahead import read_ahead
from tamiz.intake.dossiers.cohort import Cohort, open_cohort
from tamiz.intake.dossiers.problems import Problem, Reject
from tamiz.intake.dossiers.single import dossier_of

__all__ = ["Cohort", "Problem", "Reject", "dossier_of", "open_cohort", "read_ahead"]
