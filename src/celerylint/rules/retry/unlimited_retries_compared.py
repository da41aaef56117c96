"""The number of retries is compared with `max_retries`, which is None.

`max_retries=None` means retries without end, and None is no number: the comparison raises TypeError in the handler
that was to retry, so the task is not retried at all.

Give the task a number, or compare with one of your own.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.retry_count import RetryCount

rule = Rule(
    __name__,
    code=240,
    message="`{task}` is retried without end, so its `max_retries` is no number and `{text}` a TypeError; "
    "give it a number, or compare with one of your own",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(RetryCount)
def check(count: RetryCount) -> Findings:
    if count.has_no_limit:
        yield rule.at(count, task=count.task.name, text=count.text)
