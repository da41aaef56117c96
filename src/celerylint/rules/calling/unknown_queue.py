"""A task is sent to a queue that no worker consumes.

Celery makes the queue, and the message waits in it for ever; the state of the task stays PENDING. With
`task_create_missing_queues = False` a queue outside `task_queues` raises QueueNotFound when the task is sent.

Write the name of a queue that workers consume. The setting `queues` lists them; while it is empty, only queues outside
a `task_queues` of the same file are found.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.queue_name import QueueName

rule = Rule(
    __name__,
    code=520,
    message="no worker consumes the queue `{queue}`; write one of the setting `queues`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)
UNDECLARED = "`task_queues` has no queue `{queue}`, which raises QueueNotFound; declare it, or write another"


@rule.check(QueueName)
def check(queue: QueueName) -> Findings:
    if not queue.is_declared:
        yield rule.at(queue, UNDECLARED, queue=queue.name)
    elif not queue.is_consumed:
        yield rule.at(queue, queue=queue.name)
