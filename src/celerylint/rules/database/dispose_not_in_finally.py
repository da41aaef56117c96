"""An engine is disposed of only if the task succeeds.

When the work before `dispose()` fails, or returns early, the connections of the engine stay open: each failure leaves
some at the server until the garbage collector finds them. Those of an asynchronous driver belong to an event loop
that is closed by then, so the next task that gets one of them fails as well.

Put `dispose()` into the `finally` of a `try` around the work.
"""

from celerylint.core.rewrite import CallInFinally
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.engine import Engine

rule = Rule(
    __name__,
    code=310,
    message="if the work before it fails, `{engine}` keeps its connections open; dispose of it in `finally`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(Engine)
def check(engine: Engine) -> Findings:
    if engine.disposal and engine.is_pooled and not engine.has_other_owner and engine.outlives_a_failure:
        start = engine.span if engine.is_bound_here else engine.code.start
        rewrite = CallInFinally(start, not engine.is_bound_here, engine.disposal_text, engine.disposal)
        yield rule.at(engine.disposal, None, rewrite, engine=engine.name)
