"""A task makes an engine and never disposes of it.

An engine keeps its connections in a pool. One that is made in a task is forgotten when the task ends, with its
connections open until the garbage collector finds it: each run leaves some at the server, which refuses further clients
once its limit is reached. A coroutine that is run in a loop of its own cannot close them afterwards at all.

Make one engine for the module. Where each run needs its own, dispose of it in a `finally`, or make it with
`poolclass=NullPool`, which keeps none.
"""

from celerylint.core.rewrite import CallInFinally, Rewrite, UseNullPool
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.engine import Engine

rule = Rule(
    __name__,
    code=308,
    message="every run of `{function}` leaves the connections of this engine open; "
    "dispose of it in `finally`, or make it with `poolclass=NullPool`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)


@rule.check(Engine)
def check(engine: Engine) -> Findings:
    if engine.is_made_here and engine.is_pooled and engine.disposal is None and not engine.has_other_owner:
        yield rule.at(engine, None, _disposed(engine), function=engine.code.name)


def _disposed(engine: Engine) -> Rewrite | None:
    if engine.name is None:
        return None if engine.is_told_about_pool else UseNullPool(engine.span)
    if engine.is_async and not engine.code.is_coroutine:
        return None
    return CallInFinally(engine.span, False, f"{'await ' if engine.is_async else ''}{engine.name}.dispose()", None)
