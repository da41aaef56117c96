"""A signature is made and thrown away.

`task.s(...)`, `task.si(...)` and `task.signature(...)` only describe a call; nothing is sent, and the task never runs.

Write `task.delay(...)`, or send the signature: `task.s(...).apply_async()`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.dispatch import Dispatch

rule = Rule(
    __name__,
    code=515,
    message="`{method}` makes a signature of `{task}` that nobody sends, so it never runs; write `{better}`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    words=(".s(", ".si(", "signature", "Signature", "maybe_signature", "subtask", ".map(", "starmap", "chunks"),
)
BETTER = {"s": "delay(...)", "si": "delay(...)"}


@rule.check(Dispatch)
def check(dispatch: Dispatch) -> Findings:
    if dispatch.is_signature and dispatch.is_thrown_away:
        better = BETTER.get(dispatch.method, f"{dispatch.method}(...).apply_async()")
        yield rule.at(dispatch, method=dispatch.method, task=dispatch.name, better=better)
