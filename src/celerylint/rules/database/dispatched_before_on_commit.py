"""A task is sent in the argument of `on_commit`.

`on_commit` takes a function and calls it after the commit. `on_commit(task.delay(1))` calls `delay` first: the task is
sent before the commit, and then Django refuses its result with TypeError, which rolls the transaction back. The task
runs for a row that does not exist.

Hand over a function: `on_commit(lambda: task.delay(1))`, `on_commit(partial(task.delay, 1))` or
`on_commit(task.s(1).delay)`.
"""

from celerylint.core.rewrite import DeferCall
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.on_commit import OnCommit

rule = Rule(
    __name__,
    code=326,
    message="this sends the task before the commit and then raises TypeError, since `on_commit` takes a function; "
    "write `lambda: {source}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)


@rule.check(OnCommit)
def check(hook: OnCommit) -> Findings:
    if hook.is_result:
        rewrite = DeferCall(hook.span) if hook.can_be_deferred else None
        yield rule.at(hook, None, rewrite, source=hook.source)
