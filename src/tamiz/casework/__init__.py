"""Casework: officers judge what screening found. Pure rules; no clock, no storage, no framework.

A case is what its events fold to. Every act is a function that takes the case, who acts and when
(``By``) and the unit's policy, and returns the events to store, or raises an error of
``tamiz.errors`` that says why not. Rules ask for role and compartment themselves::

    case = fold(events)
    said = Opinion(ruling=Ruling.GRANT, reason="a namesake", seen=case.grounds)
    new = decide(case, By(actor, now), policy, said)
    case = fold(new, case)

``docs/casework.md`` draws the states and the table of four eyes.
"""

from tamiz.casework.blind import is_blind, seen_by
from tamiz.casework.bulk import BulkRow, each
from tamiz.casework.case import Answer, Case, State
from tamiz.casework.clearance import Change, Clearance, Holding, Side, still_holds
from tamiz.casework.deciding import decide, effective_from, second_look, second_officer
from tamiz.casework.desk import disclosed, note, release, see, take
from tamiz.casework.disclosure import Audience, Record, disclose
from tamiz.casework.erasing import ask_erasure, drop_erasure, erase, kept_until
from tamiz.casework.events import AnyEvent, Event, Ground
from tamiz.casework.evidence import evidence_hash, finding_id, needs_verdict
from tamiz.casework.fields import (
    Fields,
    applicant_fields,
    fold_written,
    listed_fields,
    written_by,
    written_in,
)
from tamiz.casework.fold import apply, fold
from tamiz.casework.incoming import answer, appeal, for_others, is_early, observe
from tamiz.casework.judging import Quiet, dispose, keep_quiet, undo, withdraw
from tamiz.casework.opening import open_case, renew, reopen
from tamiz.casework.pace import ask_again, is_sampled
from tamiz.casework.people import (
    ENGINE,
    EVERYWHERE,
    FORM,
    Act,
    Actor,
    By,
    Role,
    compartments,
    incompatible,
    may,
    require,
)
from tamiz.casework.policy import (
    DEFAULT,
    CaseKind,
    CasePolicy,
    Due,
    default_case_policy_text,
    due_at,
    read_case_policy,
)
from tamiz.casework.putting_away import is_put_away
from tamiz.casework.refusal import told
from tamiz.casework.sides import Sides, sides_of
from tamiz.casework.sifting import Sifted, ended_elsewhere, in_force, sift
from tamiz.casework.standing import standing, with_standing
from tamiz.casework.verdicts import Decision, Disposition, Look, Opinion, Ruling, Verdict, Why

__all__ = [
    "DEFAULT",
    "ENGINE",
    "EVERYWHERE",
    "FORM",
    "Act",
    "Actor",
    "Answer",
    "AnyEvent",
    "Audience",
    "BulkRow",
    "By",
    "Case",
    "CaseKind",
    "CasePolicy",
    "Change",
    "Clearance",
    "Decision",
    "Disposition",
    "Due",
    "Event",
    "Fields",
    "Ground",
    "Holding",
    "Look",
    "Opinion",
    "Quiet",
    "Record",
    "Role",
    "Ruling",
    "Side",
    "Sides",
    "Sifted",
    "State",
    "Verdict",
    "Why",
    "answer",
    "appeal",
    "applicant_fields",
    "apply",
    "ask_again",
    "ask_erasure",
    "compartments",
    "decide",
    "default_case_policy_text",
    "disclose",
    "disclosed",
    "dispose",
    "drop_erasure",
    "due_at",
    "each",
    "effective_from",
    "ended_elsewhere",
    "erase",
    "evidence_hash",
    "finding_id",
    "fold",
    "fold_written",
    "for_others",
    "in_force",
    "incompatible",
    "is_blind",
    "is_early",
    "is_put_away",
    "is_sampled",
    "keep_quiet",
    "kept_until",
    "listed_fields",
    "may",
    "needs_verdict",
    "note",
    "observe",
    "open_case",
    "read_case_policy",
    "release",
    "renew",
    "reopen",
    "require",
    "second_look",
    "second_officer",
    "see",
    "seen_by",
    "sides_of",
    "sift",
    "standing",
    "still_holds",
    "take",
    "told",
    "undo",
    "with_standing",
    "withdraw",
    "written_by",
    "written_in",
]
