"""A chain, group or chord is built and dropped.

Building a canvas sends nothing: no task runs, and no error is raised. The same goes for `chord(header, body)`, where
only `chord(header)(body)` starts it.

Call it, `chain(...)()`, or write `.delay()` or `.apply_async(...)`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.canvas_use import DroppedCanvas

rule = Rule(
    __name__,
    code=603,
    message="this {kind} is built and never started, so nothing runs; call it, or write `.delay()` or `.apply_async()`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(DroppedCanvas)
def check(canvas: DroppedCanvas) -> Findings:
    """Where the tasks are called or sent instead, task-called-in-canvas and dispatched-in-canvas speak."""
    yield rule.at(canvas, kind=canvas.kind)
