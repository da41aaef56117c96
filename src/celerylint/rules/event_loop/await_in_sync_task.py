"""A plain `def` awaits something.

`await`, `async with` and `async for` are a SyntaxError outside an `async def`: the module of the task cannot be
imported, so a worker that loads it does not start. Tools that only parse the file, flake8 among them, say nothing,
since Python finds the mistake when it compiles.

Put the awaiting part into an `async def` and run that in the task: `asyncio.run(_execute())`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.misplaced_await import MisplacedAwait

rule = Rule(
    __name__,
    code=414,
    message="`{spelling}` in the plain `def {name}`: the module cannot be imported; move it into an `async def`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(MisplacedAwait)
def check(misplaced: MisplacedAwait) -> Findings:
    """One finding a function, at the first: they are mended together."""
    yield rule.at(misplaced, spelling=misplaced.spelling, name=misplaced.name)
