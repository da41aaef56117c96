"""`task_queues` leaves out the default queue.

A worker consumes the queues of `task_queues` and no other. What no route, option or call sends elsewhere goes to the
default queue, which is called `celery` unless `task_default_queue` says otherwise. If that is not among them, messages
pile up there: no error, no result, the tasks stay PENDING.

Add `Queue("celery")`, or make one of the queues the default with `task_default_queue`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.queue_list import QueueList

rule = Rule(
    __name__,
    code=727,
    message="`{task}` goes to the default queue `{queue}`, which no worker takes from; add it, or set "
    "`task_default_queue` to one of these",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(QueueList)
def check(queues: QueueList) -> Findings:
    """Only where the schedule, this file or one beside it is seen to send a task there."""
    task = None if queues.is_default_consumed else queues.unrouted
    if task:
        yield rule.at(queues, task=task, queue=queues.default)
