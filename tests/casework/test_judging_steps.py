"""What is remembered of a verdict beside its words."""

from casework.desks import LISTED, OLENA, after, assessment, by, finding, judged, opened, read
from tamiz.casework import DEFAULT, ENGINE, finding_id, renew


def test_a_sum_that_creeps_is_held_against_what_the_officer_saw() -> None:
    """Half a bit at a time, each time beside something that is new."""
    case = judged(read(opened(), OLENA), OLENA)
    kept = []
    for step in (1, 2):
        heavier = finding(listed=LISTED.listed, bits=3.0 + 0.6 * step)
        now = assessment(heavier, finding(f"document_{step}"))
        case = after(case, renew(case, by(ENGINE, step), DEFAULT, assessment=now))
        kept.append(set(case.dispositions))

    assert kept == [{finding_id(LISTED)}, set()]
