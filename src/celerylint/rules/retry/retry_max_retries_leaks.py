"""`self.retry(max_retries=n)` is called in a task that Celery also retries by itself.

`retry` writes its `max_retries` on the task, of which there is one in the process, and automatic retries go by what
they find there. So the number meant for this one error holds for every later run of the task, whatever it fails with,
until the process ends.

Set `max_retries` in the decorator, or compare `self.request.retries` with the number of your own.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.retry import Retry

rule = Rule(
    __name__,
    code=228,
    message="`max_retries` stays on `{task}`, and later automatic retries go by it; set it in the decorator",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(Retry)
def check(retry: Retry) -> Findings:
    place = retry.place_of("max_retries")
    if place and retry.leaves_its_limit and retry.task:
        yield rule.at(place, task=retry.task.name)
