"""A task that talks to somebody else says nothing of retries.

Celery retries nothing by itself. A task that asks a server or a database fails at the first lost connection, and has to
be sent again by somebody who notices.

Say which errors pass, `autoretry_for=(ConnectionError,)`, and how often to try, `max_retries=5`; or `max_retries=0`
where it is right to fail at once. Turn it on when each task is to say what becomes of it on a bad day.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.outside_call import UnretriedTask

rule = Rule(
    __name__,
    code=244,
    message="`{task}` talks to {partner} and says nothing of retries, so it fails at the first error; "
    "give `autoretry_for` and `max_retries`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("single-instance-tasks", "task-definition", "async-runner"),
)


@rule.check(UnretriedTask)
def check(unretried: UnretriedTask) -> Findings:
    yield rule.at(unretried, task=unretried.task.name, partner=unretried.partner)
