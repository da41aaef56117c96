"""A coroutine function is called and its coroutine is dropped.

Calling an `async def` only makes a coroutine. In a statement of its own it never runs: the task ends with SUCCESS, and
the only sign is a RuntimeWarning on stderr. Returned by the task, it is a result that cannot be stored (EncodeError);
used like a value, it fails with TypeError or AttributeError, and as a condition it is always true.

Run it, `asyncio.run(send(...))` or the project's own runner, and in a coroutine write `await`.
"""

from celerylint.core.rewrite import AwaitCall, CallInstead, Rewrite, RunCall
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.coroutine import Coroutine

rule = Rule(
    __name__,
    code=405,
    message="`{function}()` only makes a coroutine, which never runs; {advice}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
READ = "`{function}()` gives a coroutine, not its result; {advice}"


@rule.check(Coroutine)
def check(made: Coroutine) -> Findings:
    if made.is_dropped or made.is_returned_by_task:
        yield rule.at(made, None, _run(made), function=made.function, advice=_advice(made))
    elif made.is_read:
        yield rule.at(made, READ, _run(made), function=made.function, advice=_advice(made))


def _advice(made: Coroutine) -> str:
    if made.code.is_coroutine:
        return f"write `(await {made.function}(...))`" if made.is_read else f"write `await {made.function}(...)`"
    return f"write `{made.plain}(...)`" if made.plain else f"run it: `asyncio.run({made.function}(...))`"


def _run(made: Coroutine) -> Rewrite:
    if made.code.is_coroutine:
        return AwaitCall(made.span)
    return CallInstead(made.span, made.plain) if made.plain else RunCall(made.span, made.runner or "")
