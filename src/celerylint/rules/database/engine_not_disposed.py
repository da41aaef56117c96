"""A task makes an engine and never disposes of it.

An engine keeps its connections in a pool. One that is made in a task is forgotten when the task ends, with its
connections open until the garbage collector finds it: each run leaves some at the server, which refuses further clients
once its limit is reached. A coroutine that is run in a loop of its own cannot close them afterwards at all.

Make one engine for the module. Where each run needs its own, dispose of it in a `finally`, or make it with
`poolclass=NullPool`, which keeps none.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.engine import Engine

rule = Rule(
    __name__,
    code=308,
    message="every run of `{function}` leaves the connections of this engine open; "
    "dispose of it in `finally`, or make it with `poolclass=NullPool`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Engine)
def check(engine: Engine) -> Findings:
    if engine.is_made_here and engine.is_pooled and engine.disposal is None and not engine.has_other_owner:
        yield rule.at(engine, function=engine.code.name)
