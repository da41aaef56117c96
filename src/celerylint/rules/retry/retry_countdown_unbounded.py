"""The wait before a retry doubles without a cap, and without chance.

`countdown=2 ** self.request.retries` is the same for all tasks that failed together, so that they all come back in the
same second, again and again. And it grows for as long as the task may be retried: the 20th retry waits six days.

Write `countdown=get_exponential_backoff_interval(1, self.request.retries, 600, full_jitter=True)`, of
`celery.utils.time`, or `autoretry_for` with `retry_backoff=True`, which does the same. Turn it on when many tasks
call one service.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.growing_wait import GrowingWait

rule = Rule(
    __name__,
    code=231,
    message="`{text}` has neither a cap nor jitter, so tasks that failed together come back together; "
    "use `get_exponential_backoff_interval`",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(GrowingWait)
def check(wait: GrowingWait) -> Findings:
    if not wait.is_tempered:
        yield rule.at(wait, text=wait.text)
