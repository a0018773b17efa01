"""By which policy this unit screens: jobs, dossiers that programs send, rules that read what was observed.

Nothing else in these rooms loads one, so that the same dossier is asked the same wherever it comes in.
"""

from django.conf import settings

from tamiz.output.run import RunSummary
from tamiz.screening import LoadedPolicy
from tamiz.web.columns import column

LONGEST = 100  # signs; a digest has 64


def unit_policy() -> LoadedPolicy:
    """The policy that was named when this process began, or the default one."""
    policy: LoadedPolicy = settings.SCREENING_POLICY
    return policy


def told_of(policy: LoadedPolicy) -> dict[str, str]:
    """What the journal tells of a policy, in the clear: its file, its version, its digest."""
    return _told(policy.name, policy.policy.version, policy.sha256)


def told_of_run(run: RunSummary) -> dict[str, str]:
    """The same of the policy that a run was screened by, here or elsewhere."""
    return _told(run.policy, run.policy_version, run.policy_sha256)


def _told(name: str, version: str, sha256: str) -> dict[str, str]:
    """Results come from elsewhere, too: no more of it stands in the journal than a policy needs."""
    told = {"policy": name, "version": version, "sha256": sha256}
    return {key: column(value, LONGEST) for key, value in told.items()}
