"""Officers of all roles do whatever the rules let them, in any order; what must never be, never is."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from casework.desks import (
    AUDITOR,
    CLEAR,
    DOCUMENT,
    IVAN,
    LISTED,
    MARTA,
    NOON,
    OLENA,
    PABLO,
    RUTH,
    UNSEEN,
    actor,
    assessment,
)
from tamiz.casework import (
    DEFAULT,
    ENGINE,
    Actor,
    AnyEvent,
    By,
    Case,
    Fields,
    Opinion,
    Quiet,
    Role,
    Ruling,
    State,
    Verdict,
    answer,
    ask_again,
    decide,
    dispose,
    finding_id,
    fold,
    keep_quiet,
    observe,
    open_case,
    renew,
    reopen,
    second_look,
    see,
    seen_by,
    take,
    undo,
)
from tamiz.casework.deciding import FINAL
from tamiz.casework.events import Decided
from tamiz.casework.journal import event_in, next_entry
from tamiz.casework.verdicts import SETTLES
from tamiz.errors import CaseworkError, HurriedVerdict
from tamiz.model import Finding

ABROAD = actor("abroad", Role.OFFICER, compartments=frozenset({"south"}))
EVERYBODY = (OLENA, PABLO, RUTH, MARTA, IVAN, AUDITOR, ABROAD, ENGINE)
OFFICERS = (OLENA, PABLO, RUTH, MARTA)
# Officers act most, the others now and then; most verdicts settle, most rulings end something.
WHO = st.sampled_from(OFFICERS * 4 + EVERYBODY)
VERDICTS = st.sampled_from([Verdict.DIFFERENT, Verdict.NOT_A_CONCERN] * 4 + list(Verdict))
RULINGS = st.sampled_from([Ruling.GRANT, Ruling.REFUSE] * 4 + list(Ruling))
FINDINGS = st.lists(
    st.sampled_from([LISTED, DOCUMENT, UNSEEN, CLEAR]), unique_by=finding_id, min_size=1
)
KEY = bytes(32)


class Casework(RuleBasedStateMachine):
    """One case, and everything that anybody may try with it."""

    @initialize(findings=FINDINGS)
    def begin(self, findings: list[Finding]) -> None:
        self.now = NOON
        self.events: list[AnyEvent] = []
        self.case: Case | None = None
        self.keep(
            open_case(
                By(ENGINE, self.now), DEFAULT, case="C1", applicant="P1", compartment="north",
                assessment=assessment(*findings),
            )
        )  # fmt: skip

        for who in OFFICERS:
            self.reads(who)

    def keep(self, events: tuple[AnyEvent, ...]) -> None:
        for event in events:
            if isinstance(event, Decided) and self.case is not None:
                assert event.decision.checker not in self.case.judged_before
        self.events += events
        self.case = fold(events, self.case)

    def by(self, who: Actor) -> By:
        return By(who, self.now)

    def attempt(self, who: Actor, act: Callable[[], tuple[AnyEvent, ...]]) -> None:
        """Do it; where a rule says no, nothing changes."""
        before = self.case
        try:
            self.keep(act())
        except HurriedVerdict:
            assert before is not None
            self.keep(ask_again(before, self.by(who)))
        except CaseworkError:
            assert self.case is before

    @property
    def open(self) -> Case:
        assert self.case is not None
        return self.case

    @rule(seconds=st.sampled_from([0, 1, 3, 9, 11, 60, 4000, 90 * 86400]))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(who=WHO)
    def reads(self, who: Actor) -> None:
        all_of_it = tuple(self.open.findings)
        self.attempt(who, lambda: see(self.open, self.by(who), purpose="x", read=all_of_it))

    @rule(who=WHO)
    def takes(self, who: Actor) -> None:
        self.attempt(who, lambda: take(self.open, self.by(who), DEFAULT))

    @rule(who=WHO, verdict=VERDICTS, bulk=st.sampled_from(["", "", "", "B1"]))
    def disposes(self, who: Actor, verdict: Verdict, bulk: str) -> None:
        self.attempt(
            who,
            lambda: dispose(
                self.open, self.by(who), DEFAULT, findings=tuple(self.open.to_judge),
                verdict=verdict, reason="because of this", bulk=bulk,
            ),
        )  # fmt: skip

    @rule(who=WHO)
    def keeps_quiet(self, who: Actor) -> None:
        quiet = Quiet(id=f"K{len(self.events)}", applicant=Fields(), listed=Fields())
        finding = next(iter(self.open.dispositions), "none")
        self.attempt(
            who, lambda: keep_quiet(self.open, self.by(who), DEFAULT, finding=finding, quiet=quiet)
        )

    def opinion(self, ruling: Ruling) -> Opinion:
        return Opinion(
            ruling=ruling, reason="because of this", seen=self.open.grounds, told="so it is"
        )

    @rule(who=WHO, ruling=RULINGS, sampled=st.booleans())
    def decides(self, who: Actor, ruling: Ruling, sampled: bool) -> None:
        said = self.opinion(ruling)
        self.attempt(who, lambda: decide(self.open, self.by(who), DEFAULT, said, sampled=sampled))

    @rule(who=WHO, ruling=RULINGS)
    def looks(self, who: Actor, ruling: Ruling) -> None:
        said = self.opinion(ruling)
        self.attempt(who, lambda: second_look(self.open, self.by(who), DEFAULT, said))

    @rule(who=WHO)
    def undoes(self, who: Actor) -> None:
        self.attempt(who, lambda: undo(self.open, self.by(who), DEFAULT))

    @rule(findings=FINDINGS, says_the_same=st.integers(0, 4))
    def screens_again(self, findings: list[Finding], says_the_same: int) -> None:
        now = self.open.assessment if says_the_same else assessment(*findings)
        self.attempt(ENGINE, lambda: renew(self.open, self.by(ENGINE), DEFAULT, assessment=now))

    @rule(who=WHO)
    def answers(self, who: Actor) -> None:
        self.attempt(who, lambda: answer(self.open, self.by(who), DEFAULT, text="my brother's"))

    @rule(who=WHO)
    def reopens(self, who: Actor) -> None:
        self.attempt(who, lambda: reopen(self.open, self.by(who), DEFAULT, reason="a letter"))

    @rule(who=st.sampled_from((IVAN, IVAN, AUDITOR, ABROAD, ENGINE)))
    def observes(self, who: Actor) -> None:
        self.attempt(
            who, lambda: observe(self.open, self.by(who), DEFAULT, text="knew it", grading="C3")
        )

    @invariant()
    def four_eyes_hold(self) -> None:
        decision = self.open.decision
        if decision is None:
            return
        assert decision.ruling in FINAL
        assert decision.evidence == self.open.evidence or decision.ruling is Ruling.GRANT
        if decision.why:
            assert decision.checker
        assert decision.maker != decision.checker
        if decision.ruling is Ruling.REFUSE or decision.waived:
            assert decision.checker

    @invariant()
    def a_grant_by_one_officer_leaves_nothing_open(self) -> None:
        decision = self.open.decision
        if decision is not None and decision.ruling is Ruling.GRANT and not decision.checker:
            assert not decision.waived
            given = self.open.dispositions
            assert all(given[key].verdict in SETTLES for key in self.open.to_judge)

    @invariant()
    def only_officers_of_here_judged(self) -> None:
        assert self.open.judges <= {"olena", "pablo", "ruth", "marta"}

    @invariant()
    def state_and_decision_agree(self) -> None:
        assert (self.open.decision is not None) == (self.open.state is State.DECIDED)
        assert bool(self.open.judged.asked) == (self.open.state is State.WAITING)

    @invariant()
    def the_events_make_the_case_again(self) -> None:
        assert fold(self.events) == self.open
        assert self.open.revision == len(self.events)

    @invariant()
    def the_last_event_survives_the_journal(self) -> None:
        last = self.events[-1]
        assert event_in(next_entry(None, last, KEY), KEY) == last

    @invariant()
    def the_blind_see_no_verdict(self) -> None:
        for who in (OLENA, PABLO, RUTH, MARTA):
            if self.open.state is State.PENDING and who.id not in self.open.judges:
                shown = seen_by(self.open, who)
                assert not shown.dispositions
                assert not shown.judged.looks


TestCasework = Casework.TestCase
TestCasework.settings = settings(max_examples=150, stateful_step_count=40)
