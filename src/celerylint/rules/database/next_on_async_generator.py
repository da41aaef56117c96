"""`next()` is called on an asynchronous generator.

An `async def` with a `yield` gives an asynchronous generator, which `next()` refuses: "TypeError: 'async_generator'
object is not an iterator", each time the task runs. It happens to dependencies of FastAPI that tasks borrow,
`next(get_db())`.

Open the session as the dependency does, `async with SessionLocal() as session:`, in a coroutine that the task runs; or
give tasks a synchronous way to open one.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.next_call import NextCall

rule = Rule(
    __name__,
    code=330,
    message="`{generator}` is an asynchronous generator, which `next` refuses with TypeError; "
    "open the session in `async with`, in a coroutine",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(NextCall)
def check(call: NextCall) -> Findings:
    if call.async_generator:
        yield rule.at(call, generator=call.async_generator)
