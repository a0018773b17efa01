"""Runs the checks over dossiers: one or a cohort."""

from tamiz.screening.consulted import Consulted, consulted
from tamiz.screening.lists_in_use import ListsInUse, lists_in_use
from tamiz.screening.policy import (
    LoadedPolicy,
    Policy,
    default_policy_text,
    load_policy,
    read_policy,
)
from tamiz.screening.screener import Screener, Setup, assess_documents, setup_of
from tamiz.screening.spool import Spool
from tamiz.screening.workers import screen_spool

__all__ = [
    "Consulted",
    "ListsInUse",
    "LoadedPolicy",
    "Policy",
    "Screener",
    "Setup",
    "Spool",
    "assess_documents",
    "consulted",
    "default_policy_text",
    "lists_in_use",
    "load_policy",
    "read_policy",
    "screen_spool",
    "setup_of",
]
