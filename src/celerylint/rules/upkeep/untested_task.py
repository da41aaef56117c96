"""No test of the project mentions a task.

The task is looked for by its name, and by the names of the functions of its file that it runs, in every test file.
What none of them names is run for the first time by a worker, with the data of a customer.

Write a test that calls the function, or the coroutine that it runs, and one that sends the task through a worker. A
project without any test file is left alone. Turn it on when each task is to come with its tests.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.untested_task import UntestedTask

rule = Rule(
    __name__,
    code=907,
    message="no test of the project mentions `{task}`; write one that runs it",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("single-instance-tasks",),
)


@rule.check(UntestedTask)
def check(untested: UntestedTask) -> Findings:
    yield rule.at(untested, task=untested.task.name)
