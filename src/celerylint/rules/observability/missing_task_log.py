"""A task writes no line to the log where it starts, where it ends, or where it fails.

Celery's worker writes lines of its own: the name and the id of each task when it is received and when it has succeeded,
and a traceback when it has failed. They say nothing of what the run was about: for which customer, how many rows, how
many of them failed, what the error was about.

Log the start, the end with what was counted, and in the handler what the error was about. Turn it on when a run is
to be understood from the log alone.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.task_log import SilentHandler, TaskLog

rule = Rule(
    __name__,
    code=801,
    message="`{task}` writes no line at its {where}; log the start, and the end with what was counted",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("service-tasks", "async-runner"),
)
HANDLER = "no line of this handler tells what the error was about; log that first"


@rule.check(TaskLog)
def check(log: TaskLog) -> Findings:
    if log.missing:
        yield rule.at(log, task=log.task.name, where=log.missing)


@rule.check(SilentHandler)
def check_handler(handler: SilentHandler) -> Findings:
    yield rule.at(handler, HANDLER)
