"""A task calls another service, and nothing limits how often.

After an outage, or when many are sent at once, all of them run as fast as the workers can: the service answers with
429, or locks the account. `rate_limit="100/m"` spreads them over time. Each worker counts for itself, so with four
workers a limit of 100 lets 400 through: divide it, or count in the client, by a limiter that all workers share.

Write `rate_limit=` at the task, or in `task_annotations` under its name. Turn it on when tasks depend on services with
a quota; an annotation in another file is not seen.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.unlimited_request import UnlimitedRequest

rule = Rule(
    __name__,
    code=741,
    message="nothing here limits how often `{task}` calls `{function}`; give it `rate_limit=`, "
    "which each worker counts by itself",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("queue-operations",),
)


@rule.check(UnlimitedRequest)
def check(unlimited: UnlimitedRequest) -> Findings:
    yield rule.at(unlimited, task=unlimited.task.name, function=unlimited.request.function)
