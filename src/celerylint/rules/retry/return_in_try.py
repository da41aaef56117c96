"""A `return` stands in the `try` whose `finally` disposes of the engine.

The `finally` runs all the same: Python executes it before the function returns, and the proof of this rule shows the
engine disposed of. The guides that forbid such a `return` for fear that it skips the clean-up are wrong in that. A team
may want it out of the `try` nevertheless: the function then ends in one place, after the clean-up, and reads in the
order in which it runs.

Bind `result = None` before the `try`, set it inside, and `return result` after the `finally`. Turn it on when the house
writes its coroutines so.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.guarded_return import GuardedReturn

rule = Rule(
    __name__,
    code=229,
    message="`{function}` ends here and not after the `finally` with `{disposal}`; "
    "keep the result in a name and return it after the `finally`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("async-runner",),
)


@rule.check(GuardedReturn)
def check(guarded: GuardedReturn) -> Findings:
    yield rule.at(guarded, function=guarded.function, disposal=guarded.text)
