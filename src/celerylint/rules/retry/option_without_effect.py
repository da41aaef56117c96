"""An option acts only beside another, which is not there.

`acks_on_failure` and `acks_on_timeout` say what becomes of a message that is not acknowledged before the task runs, and
so need `acks_late`. `store_errors_even_if_ignored` is about results that are ignored, `track_started` about those that
are not. The `pydantic_…` options belong to `pydantic=True`, and a number of retries in `retry_kwargs` goes before
`max_retries`. Celery says nothing of it: the option reads as if it were in force.

Give the other option, or drop this one. Turn it on when options are to say what happens.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.idle_option import IdleOption

rule = Rule(
    __name__,
    code=238,
    message="`{option}` has no effect {where}; {better}",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)
NEEDS = {
    "acks_late": ("on a message that is acknowledged before the task runs", "set `acks_late=True`, or drop it"),
    "pydantic": ("without `pydantic=True`", "add that, or drop it"),
    "ignored": ("on a result that is not ignored", "set `ignore_result=True`, or drop it"),
    "kept": ("on a result that is ignored", "drop it, or `ignore_result`"),
    "by hand": ("on automatic retries, which go by `retry_kwargs`", "give the number once"),
    "worker_soft_shutdown_timeout": ("without `worker_soft_shutdown_timeout`", "set the time to wait"),
}


@rule.check(IdleOption)
def check(idle: IdleOption) -> Findings:
    """Of `reject_on_worker_lost` worker-lost-without-late-ack speaks, of the options beside `autoretry_for`
    backoff-without-autoretry and retry-delay-ignored."""
    where, better = NEEDS[idle.needed]
    yield rule.at(idle, option=idle.name, where=where, better=better)
