"""`autoretry_for` takes in every error.

A retry mends what passes by itself: a lost connection, a lock that somebody holds. With `autoretry_for=(Exception,)` a
task is also retried for a TypeError of its own code or for an order that does not exist: it fails in the same way each
time, and is reported as failed only when the retries are used up.

Name the errors that pass, or leave out those that do not with `dont_autoretry_for` (Celery 5.3). Turn it on when
failures are to be seen at once.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.broad_retry import BroadRetry

rule = Rule(
    __name__,
    code=207,
    message="`autoretry_for` takes in every error, and retries also those of the code, which do not pass; "
    "name the errors that pass",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(BroadRetry)
def check(broad: BroadRetry) -> Findings:
    """Where the task raises Reject, reject-with-broad-autoretry speaks; where it has a soft time limit,
    timeout-autoretried."""
    if not (broad.policy.spares or broad.rejects or broad.times_out):
        yield rule.at(broad)
