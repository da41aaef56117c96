"""A task polls the result of another task in a loop, and sleeps in between.

The task holds its slot while it does nothing. Once every slot polls, no worker is left to run what they wait for; and
each look asks the result backend.

Let Celery go on when the result is there, by a chain or a chord; or look once and come back with
`raise self.retry(countdown=30)`, which gives the slot back.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.poll import Poll

rule = Rule(
    __name__,
    code=517,
    message="this loop holds the task's slot until another task has ended; chain the tasks, or look once and "
    "`raise self.retry(countdown=...)`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Poll)
def check(poll: Poll) -> Findings:
    if poll.module.settings.worker_pool not in ("gevent", "eventlet"):
        yield rule.at(poll)
