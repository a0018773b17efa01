"""Applicants' dossiers from tables, JSON and FollowTheMoney, typed or rejected with reasons."""

from tamiz.intake.dossiers.cohort import Cohort, open_cohort
from tamiz.intake.dossiers.problems import Problem, Reject

__all__ = ["Cohort", "Problem", "Reject", "open_cohort"]
