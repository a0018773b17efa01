"""The questions that look at other applicants: a dossier by itself cannot answer them anew."""

from tamiz.checks import shared_document
from tamiz.checks.background import said_dead, told_before
from tamiz.checks.check import Asked
from tamiz.checks.documents import issue_cluster, number_unlike, run_of_blanks, same_picture
from tamiz.checks.identities import applied_before, second_identity
from tamiz.checks.links import front_company, known_ties, shared_ties

OF_OTHERS: tuple[Asked, ...] = (
    shared_document.CHECK,
    second_identity.CHECK,
    applied_before.CHECK,
    shared_ties.CHECK,
    front_company.CHECK,
    known_ties.CHECK,
    same_picture.PORTRAIT,
    same_picture.FACE,
    same_picture.FILE,
    run_of_blanks.RULE,
    issue_cluster.RULE,
    number_unlike.RULE,
    told_before.RULE,
    said_dead.RULE,
)
