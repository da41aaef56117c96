"""The soft time limit is above the hard one.

The soft limit is there to give the task a moment to clean up before the hard one kills it. Since Celery 5.5 a task with
a soft limit above its hard one cannot be called at all: `delay` raises ValueError, and so does every tick of beat;
since 5.7 that holds for limits from settings, too. Before that the task is killed, and the soft limit never acts.

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


@rule.check(TimeLimits)
def check(limits: TimeLimits) -> Findings:
    if limits.soft > limits.hard > 0:
        task = f"`{limits.task.name}`" if limits.task else "all tasks"
        yield rule.at(limits, None if limits.are_compared else KILLED, task=task, soft=limits.soft, hard=limits.hard)
