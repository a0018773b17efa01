"""The kinds of jobs, and what somebody must be allowed to in order to ask for one."""

from collections.abc import Mapping
from enum import StrEnum

from tamiz.casework import Act


class Kind(StrEnum):
    """What can be asked for; ``web.jobs.kind`` says it.

    SCREEN: a file of applicants is screened and taken in. BRING: results of ``tamiz screen`` are
    taken in. AGAIN: the file of a programme that was kept is screened against the lists of today.
    EXPORT: the journal into a file. WEIGH: the rules about background read what was filed about
    applicants; Tamiz itself asks for it.
    """

    SCREEN = "screen"
    BRING = "bring"
    AGAIN = "again"
    EXPORT = "export"
    WEIGH = "weigh"


ACTS: Mapping[Kind, Act] = {
    Kind.SCREEN: Act.OPEN,
    Kind.BRING: Act.BRING,
    Kind.AGAIN: Act.MANAGE_LISTS,
    Kind.EXPORT: Act.SEE_AUDIT,
    Kind.WEIGH: Act.SEE,  # whoever files learns nothing of what comes of it
}
