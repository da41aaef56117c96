"""A coroutine method of an async session, connection or engine is called without `await`.

Calling it only makes a coroutine. If that is dropped, nothing happens: the rows of `session.commit()` are never stored,
the pool of `engine.dispose()` stays open, and the only sign is a RuntimeWarning on stderr. If it is used like a result,
`session.execute(query).scalars()` fails with AttributeError.

Write `await`. `add`, `add_all`, `expire` and `expunge` are plain methods and need none.
"""

from celerylint.core.rewrite import AwaitCall
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.async_session import AsyncCall

rule = Rule(
    __name__,
    code=320,
    message="`{function}()` only makes a coroutine, which never runs; write `await {function}(...)`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.SAFE,
)
READ = "`{function}()` gives a coroutine, not its result; write `(await {function}(...))`"
IN_SYNC_CODE = "`{function}()` only makes a coroutine, and a plain `def` cannot await it; make `{name}` an `async def`"


@rule.check(AsyncCall)
def check(call: AsyncCall) -> Findings:
    if not (call.is_dropped or call.is_read or call.is_returned_by_task) or call.is_handed_on:
        return
    if not call.code.is_coroutine:
        yield rule.at(call, IN_SYNC_CODE, function=call.function, name=call.code.name)
    else:
        yield rule.at(call, READ if call.is_read else None, AwaitCall(call.span), function=call.function)
