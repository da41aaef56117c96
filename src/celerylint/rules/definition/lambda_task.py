"""A lambda is made a task.

Celery writes a function of the same name to check arguments against, and a lambda's name, `<lambda>`, is no name:
SyntaxError, when the task is first used or the worker starts.

Write a `def`.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.lambda_task import LambdaTask

rule = Rule(
    __name__,
    code=133,
    message="a lambda has no name that Celery can use: SyntaxError when the task is first used; write a `def`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(LambdaTask)
def check(task: LambdaTask) -> Findings:
    yield rule.at(task)
