"""Some tasks are routed to queues of their own, and this one is not.

What no route, no option of the task and no call sends to a queue goes to the default one, where it waits with
everything else that somebody forgot; a worker that consumes only the named queues never takes it.

Add it to `task_routes`, or give the default queue a name with `task_default_queue` if that is where it belongs. Turn it
on when every task has a queue that was chosen.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.unrouted_task import UnroutedTask

rule = Rule(
    __name__,
    code=739,
    message="no route is for `{task}`, which goes to the default queue; add it to `task_routes`",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("single-instance-tasks", "queue-operations"),
)


@rule.check(UnroutedTask)
def check(task: UnroutedTask) -> Findings:
    """Of tasks beside the routes, and of tasks whose app is seen to have routes in other files."""
    yield rule.at(task, task=task.name)
