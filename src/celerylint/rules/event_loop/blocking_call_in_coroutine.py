"""A coroutine of a task calls something that blocks.

One thread runs the loop: while `time.sleep`, a request of requests or a query of a plain session waits there, no other
coroutine of the task goes on, and what `gather` should do at once is done one after the other. A coroutine that is the
only one in its loop loses nothing by it.

Await what waits without blocking, or hand the call to a thread: `await asyncio.to_thread(fetch, url)`. Turn it on when
tasks run coroutines to do many things at once.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.blocking_call import BlockingCall

rule = Rule(
    __name__,
    code=412,
    message="`{function}` holds up the event loop, and every other coroutine in it; write {instead}",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


@rule.check(BlockingCall)
def check(call: BlockingCall) -> Findings:
    yield rule.at(call, function=call.function, instead=call.instead)
