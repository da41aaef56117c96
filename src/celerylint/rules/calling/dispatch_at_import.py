"""A task is sent while a module is imported.

Every process that imports the module sends it: each web process, each worker, a shell, the tests. While the broker is
down the import waits, and then fails, so that nothing starts.

Send it from a function, from a signal such as `worker_ready`, or under `if __name__ == "__main__"`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.canvas_dispatch import CanvasDispatch
from celerylint.facts.dispatch import Dispatch

rule = Rule(
    __name__,
    code=516,
    message="every process that imports this module sends {task}; send it from a function",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Dispatch)
def check(dispatch: Dispatch) -> Findings:
    if dispatch.is_sent and dispatch.is_at_import:
        yield rule.at(dispatch, task=f"`{dispatch.name}`")


@rule.check(CanvasDispatch)
def check_canvas(canvas: CanvasDispatch) -> Findings:
    if canvas.is_at_import:
        yield rule.at(canvas, task="the canvas")
