"""The soft time limit is above the hard one.

The soft limit is there to give the task a moment to clean up before the hard one kills it. Since Celery 5.5 a task
with a soft limit above its hard one cannot be called at all: `delay` raises ValueError, and so does every tick of
beat. Before that the task was killed without a word. A setting for all tasks counts for each that does not give its
own.

Set the soft limit below the hard one, with as much time between them as cleaning up takes.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.time_limit import TimeLimits

rule = Rule(
    __name__,
    code=214,
    message="the soft time limit of {task}, {soft:g} s, is above the hard one, {hard:g} s: each call raises "
    "ValueError; set it below",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
KILLED = "the soft time limit of {task}, {soft:g} s, is above the hard one, {hard:g} s, and never acts; set it below"
REFUSED_SINCE = (5, 5)


@rule.check(TimeLimits)
def check(limits: TimeLimits) -> Findings:
    if limits.soft > limits.hard > 0:
        task = f"`{limits.task.name}`" if limits.task else "all tasks"
        message = None if limits.module.settings.target_celery >= REFUSED_SINCE else KILLED
        yield rule.at(limits, message, task=task, soft=limits.soft, hard=limits.hard)
