"""A task sleeps.

While it does, its slot of the worker runs nothing else: ten such tasks on ten slots, and the queue stands still. Limits
go on counting, and a worker that is told to stop waits for the sleep to end.

Send the rest of the work with `countdown=`, or come back with `raise self.retry(countdown=...)`, which gives the slot
back. Turn it on when queues back up while the machines are idle.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.sleep import Sleep

rule = Rule(
    __name__,
    code=514,
    message="the worker's slot does nothing for {seconds:g} s; send the rest with `countdown=`, "
    "or `raise self.retry(countdown=...)`",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)
SHORTEST = 1


@rule.check(Sleep)
def check(sleep: Sleep) -> Findings:
    """In a loop it paces requests, or polls (polling-in-task); in a coroutine blocking-call-in-coroutine speaks."""
    if sleep.seconds is None or sleep.seconds < SHORTEST:
        return
    if not (sleep.is_green or sleep.is_repeated or sleep.is_on_purpose or sleep.is_handed_on):
        yield rule.at(sleep, seconds=sleep.seconds)
