"""A task takes `execution_id` and does not tell that record how every run ends.

A scheduler makes the record before it sends the task, and Celery knows nothing of it: the state of a task goes to the
result backend. A way out of the task that says nothing leaves the record as it was, so a run that failed, or one that
succeeded, looks as if it were still going on.

Record success after the work and failure in `except Exception`, or both in `finally`, and roll the session back first
where the same one is used. Turn it on when a scheduler keeps a record of each run and hands its id to the task.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.execution_record import ExecutionRecord

rule = Rule(
    __name__,
    code=805,
    message="when `{task}` {ends}, the record of its `execution_id` is not told; "
    "record success after the work and failure in `except Exception`, or both in `finally`",
    severity=Severity.WARNING,
    profile=Profile.PACK,
    packs=("async-runner", "task-definition"),
)


@rule.check(ExecutionRecord)
def check(record: ExecutionRecord) -> Findings:
    if record.missing:
        yield rule.at(record, task=record.task.name, ends=record.missing)
