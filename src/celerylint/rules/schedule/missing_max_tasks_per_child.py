"""The settings tune the workers, and let their processes live for ever.

A process of a prefork worker runs tasks until the worker stops. What a task leaves behind stays with it: memory that a
library does not give back, open files, caches. With `worker_max_tasks_per_child` it is replaced by a fresh one after so
many tasks.

Set `worker_max_tasks_per_child`, or `worker_max_memory_per_child`. Turn it on when tasks use libraries that leak.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.worker_lifetime import EndlessProcesses

rule = Rule(
    __name__,
    code=715,
    message="the processes of the worker live for ever, and keep what tasks leave behind; "
    "set `worker_max_tasks_per_child` as well",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("queue-operations",),
)


@rule.check(EndlessProcesses)
def check(processes: EndlessProcesses) -> Findings:
    yield rule.at(processes)
