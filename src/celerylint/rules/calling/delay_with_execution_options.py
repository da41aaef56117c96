"""`delay` is given an execution option.

`delay(*args, **kwargs)` hands everything to the task's function: `countdown=10` is an argument that the function does
not take, so the call raises TypeError; where it takes `**kwargs`, the option silently becomes one of them and the
task runs at once. The same holds for `s` and `si`.

Write `apply_async(args=(...), countdown=10)`, or `s(...).set(countdown=10)` for a signature.
"""

from celerylint.celery.options import EXECUTION_OPTIONS
from celerylint.core.rewrite import MoveOptions
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.dispatch import Dispatch

rule = Rule(
    __name__,
    code=501,
    message="`{method}` hands `{option}` to the function of `{task}`, as an argument; write `{better}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
    words=tuple(sorted(EXECUTION_OPTIONS)),
)
BETTER = {"delay": "apply_async(...)", "delay_on_commit": "apply_async_on_commit(...)"}


@rule.check(Dispatch)
def check(dispatch: Dispatch) -> Findings:
    """One finding a call, at the first such option: all of them move together."""
    if not dispatch.passes_arguments:
        return
    options = [
        each for each in dispatch.keywords if each.name in EXECUTION_OPTIONS and not dispatch.is_taken(each.name)
    ]
    for first in options[:1]:
        better = BETTER.get(dispatch.method, f"{dispatch.method}(...).set({first.name}=...)")
        rewrite = MoveOptions(dispatch.span, tuple(option.name for option in options))
        fix = None if dispatch.is_refused_by_task else Fix.UNSAFE
        words = {"option": first.name, "task": dispatch.name, "better": better}
        yield rule.at(first, None, rewrite, fix, method=dispatch.method, **words)
