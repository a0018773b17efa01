"""What the page of a case shows, as one value for its template."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from markupsafe import Markup
from msgspec import Struct

from tamiz.casework import (
    Act,
    Case,
    Disposition,
    Ruling,
    State,
    Verdict,
    finding_id,
    is_blind,
    may,
    seen_by,
)
from tamiz.casework.clearance import asks_who, covers, parties
from tamiz.casework.events import Lapsed
from tamiz.casework.people import ROLES
from tamiz.casework.removed import brought
from tamiz.casework.says import OPEN_STATES, is_for_senior
from tamiz.model import Evidence, Finding
from tamiz.output import sentences
from tamiz.output.cases import FindingView, case_view
from tamiz.web import clearing, store, visibility
from tamiz.web.evidence import Drawer
from tamiz.web.history import history
from tamiz.web.journaling import events_of
from tamiz.web.models import Case as Row
from tamiz.web.models import Officer
from tamiz.web.paper_source import is_final
from tamiz.web.pictures import addresses
from tamiz.web.shortcuts import keys_of
from tamiz.web.visitor import Visitor
from tamiz.wording import Language, say

REASONS = 2  # sentences that a prefilled reason is made of


class Asked(Struct, frozen=True, kw_only=True):
    """One finding on the page: drawn, with what was said of it and a reason to begin with.

    ``back``: a clearance that kept it quiet ended; ``changes`` say what changed.
    ``before`` and ``after`` are the places on the page that stand next to it. ``is_fact``: it does
    not ask who somebody is, so that "same" and "different" would be no answer. ``is_pair``: it has
    another side.
    """

    key: str
    html: Markup
    needs: bool
    quieted_by: str
    is_fact: bool
    is_pair: bool
    back: Lapsed | None
    changes: tuple[str, ...]
    given: Disposition | None
    reason: str
    before: str
    after: str


def page_of(who: Visitor, row: Row, case: Case, moment: datetime) -> dict[str, object]:
    """Everything that the template needs; what the reader may not see yet is not in it."""
    shown = store.with_standing(row, seen_by(case, who.actor))
    drawer = Drawer(who.language, anchors_of(who, row, case), addresses(row))
    view = case_view(shown.assessment, "case")
    chart = shown.assessment.chart
    blind = is_blind(case, who.actor)
    judges = may_judge(who, case, moment)
    return {
        "row": row,
        "case": shown,
        "grounds": case.grounds,
        "sides": clearing.sides_of(row),
        "blind": blind,
        "elsewhere": shown.decision != case.decision and not blind,
        "findings": list(_findings(who, shown, view.answers, drawer)),
        "papers": drawer.papers(shown.assessment),
        "chart": drawer.chart(chart, shown.assessment.id) if chart is not None else "",
        "also": drawer.also(view),
        "rule": sentences.rule(shown.assessment, who.language),
        "looks": shown.judged.looks if len(shown.judged.looks) > 1 else (),
        "agree": len({one.ruling for one in shown.judged.looks}) == 1,
        "history": () if blind else history(events_of(row.key), who.actor, who.language),
        "verdicts": verdict_buttons(who),
        "rulings": [one for one in Ruling if not (blind and one is Ruling.ASK)],
        "suggested": Ruling.GRANT if judges and not shown.unsettled else None,
        "prefilled": _said(shown) if judges and not shown.unsettled else "",
        "may_judge": judges,
        "may_look": blind and not case.locked_by_other(who.actor.id, moment),
        "holds": case.assignee == who.actor.id and case.locked_until is not None,
        "held_by_other": case.locked_by_other(who.actor.id, moment),
        "may_reopen": may_reopen(who, case),
        "colleagues": colleagues(row) if may(who.actor, Act.ASSIGN, case) and row.is_open else [],
        "contested": [] if blind else list(row.contested_by.order_by("pk")),
        "unread": row.weighed < row.observed,
        "removed": [
            (sentences.question(one.finding, who.language), _party(one.finding))
            for one in shown.judged.removed.values()
        ],
        "brought_by": sorted(brought(shown.judged.removed)),
        "brought_it": judges and who.actor.id in brought(shown.judged.removed),
        "overturns": judges and shown.was_refused,
        "placed_it": judges and who.actor.id in shown.judged.placed,
        "early": [one for one in shown.appeals if not one.opens],
        "may_disclose": may(who.actor, Act.DISCLOSE, case) and not blind,
        "may_audit": may(who.actor, Act.SEE_AUDIT, case),
        "is_final": is_final(row, case),
        "paper_tongues": [(*one, one[0] == who.language) for one in settings.LANGUAGES],
        "may_erase": may(who.actor, Act.ERASE, case) and not blind,
        "may_note": may(who.actor, Act.NOTE, case),
        "left_to_judge": len([key for key in shown.to_judge if key not in shown.dispositions]),
        "invented": row.programme.is_invented,
    }


def verdict_buttons(who: Visitor) -> list[tuple[int, Verdict, str]]:
    """The verdicts in the order of their buttons, each with its key."""
    keys = keys_of(who.officer.keys)
    return [(at, one, keys[f"verdict_{at}"]) for at, one in enumerate(Verdict, start=1)]


def colleagues(row: Row) -> list[Officer]:
    """The people to whom the case can be given."""
    desk = [role.value for role in ROLES[Act.TAKE]]
    found = Officer.objects.filter(is_active=True, programmes=row.programme, given__role__in=desk)
    return list(found.distinct().order_by("full_name"))


def may_judge(who: Visitor, case: Case, moment: datetime) -> bool:
    """Whether the forms are shown; the rules are asked again when they are sent."""
    return (
        case.state in OPEN_STATES
        and may(who.actor, Act.DECIDE, case)
        and (not is_for_senior(case) or may(who.actor, Act.DECIDE_ESCALATED, case))
        and who.actor.id not in case.barred
        and not case.locked_by_other(who.actor.id, moment)
    )


def may_reopen(who: Visitor, case: Case) -> bool:
    """Whether the form for it is shown; the rule is asked again when it is sent."""
    is_theirs = may(who.actor, Act.REOPEN, case) and who.actor.id not in case.barred
    return is_theirs and case.state is State.DECIDED


def _findings(
    who: Visitor, case: Case, answers: tuple[FindingView, ...], drawer: Drawer
) -> Iterator[Asked]:
    views = {finding_id(view.finding): view for view in reversed(answers)}
    keys = list(reversed(views))
    places = ["questions", *(f"f-{key}" for key in keys), "decide"]
    for at, key in enumerate(keys):
        view = views[key]
        yield Asked(
            key=key,
            html=drawer.finding(view, f"q-{key}"),
            needs=key in case.to_judge,
            quieted_by=_quieted_by(case, key),
            is_fact=not asks_who(view.finding),
            is_pair=bool(parties(view.finding)),
            back=case.changed.get(key),
            changes=_changes(case.changed.get(key), who.language),
            given=case.dispositions.get(key),
            reason=reason_of(view.finding.evidence, who.language),
            before=places[at],
            after=places[at + 2],
        )


def _quieted_by(case: Case, key: str) -> str:
    """The clearance that keeps a finding quiet, or that was given for it in this case; "" for none."""
    finding = case.findings[key]
    given = (one.id for one in case.judged.clearances if covers(one, case.applicant, finding))
    return case.quiet.get(key) or next(given, "")


def _changes(lapsed: Lapsed | None, language: Language) -> tuple[str, ...]:
    """What changed since a pair was cleared, as sentences."""
    if lapsed is None:
        return ()
    return tuple(
        say(
            f"casework.change.{kind}", language, value=value,
            side=say(f"casework.side.{change.side.value}", language),
            field=say(f"casework.field.{change.field}", language),
        )
        for change in lapsed.changes
        for kind, values in (("added", change.added), ("removed", change.removed))
        for value in values
    )  # fmt: skip


def _party(finding: Finding) -> str:
    """The other side of a finding, as an officer would look it up; "" where it has none."""
    listed = finding.listed
    return finding.other if listed is None else f"{listed.source} {listed.id} {listed.name}"


def _said(case: Case) -> str:
    """The reasons of the verdicts, to begin the decision's with."""
    return " ".join(dict.fromkeys(given.reason for given in case.dispositions.values()))


def reason_of(evidence: Iterable[Evidence], language: Language) -> str:
    """The sentences that weigh most, to begin a reason with; the officer changes them at will."""
    weighed = [one for one in evidence if one.feature != "prior"]
    telling = sorted(weighed, key=lambda one: -abs(one.bits or 0.0))[:REASONS]
    return " ".join(sentences.reason(one, language) for one in weighed if one in telling)


def anchors_of(who: Visitor, row: Row, case: Case) -> dict[str, str]:
    """The pages of the applicants whom this case names, as far as the reader may open them."""
    named = {one.other for one in case.assessment.findings if one.other}
    if case.assessment.chart is not None:
        named |= {node.id for node in case.assessment.chart.nodes}
    found = visibility.cases(who.actor).filter(programme=row.programme, applicant__in=named)
    return {applicant: f"/case/{pk}/" for applicant, pk in found.values_list("applicant", "pk")}
