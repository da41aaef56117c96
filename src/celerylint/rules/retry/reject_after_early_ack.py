"""A task that acknowledges early raises Reject.

By default the message is acknowledged before the task runs, so Reject finds nothing to reject: with `requeue=True`
the message is not requeued but gone, and no dead-letter exchange gets it. The task stays PENDING for ever, or ends in
FAILURE since Celery 5.7 where it does not ask to requeue.

Set `acks_late=True`, or raise an ordinary exception.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.option_in_effect import in_effect
from celerylint.facts.predicate import Predicate

rule = Rule(
    __name__,
    code=219,
    message="the message of `{task}` is acknowledged before it runs, so there is nothing to reject; "
    "set `acks_late=True`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(Predicate)
def check(predicate: Predicate) -> Findings:
    """Where a handler takes the Reject, or Celery retries it, the rules about that speak."""
    tasks = predicate.code.tasks
    if not predicate.is_reject or predicate.keeper or predicate.is_retried or not tasks:
        return
    if all(in_effect(task, "acks_late") in (None, False) for task in tasks):
        yield rule.at(predicate, task=predicate.code.owner_name)
