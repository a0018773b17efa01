"""What keeps a check from a whole answer: no list, a required list missing, an old one."""

from collections.abc import Iterator

from tamiz.checks.check import Check, Context
from tamiz.model import Evidence, Finding, Outcome


def gaps_in_lists(check: Check, context: Context) -> Iterator[Finding]:
    """An indeterminate finding for each thing that could not be looked at."""
    if context.matcher is None:
        yield check.finding(Outcome.INDETERMINATE, (Evidence(feature="list", code="lists.none"),))
    for code, keys in (("lists.missing", context.missing), ("lists.stale", context.stale)):
        if keys:
            evidence = Evidence(feature="list", code=code, params={"lists": ", ".join(keys)})
            yield check.finding(Outcome.INDETERMINATE, (evidence,))
