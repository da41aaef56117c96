"""A callback for `on_commit` that is made in a loop reads the loop's variable when it is called.

The callbacks run together after the commit, when the loop is over. Each then finds the last item in the variable: the
last order is confirmed three times, and the others never.

Bind the item when the callback is made: `on_commit(partial(task.delay, order.pk))`, or a default argument,
`lambda pk=order.pk: task.delay(pk)`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.on_commit import OnCommit

rule = Rule(
    __name__,
    code=332,
    message="after the commit every callback of this loop reads the last `{name}`; "
    "write `partial(task.delay, ...)`, which binds it now",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(OnCommit)
def check(hook: OnCommit) -> Findings:
    if hook.late_name:
        yield rule.at(hook, name=hook.late_name)
