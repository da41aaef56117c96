"""Two tasks take one lock, by a key that is written out twice.

While one of them works, the other finds the lock taken and does nothing: it is skipped, or waits, though nothing of
its own is running. A decorator that was copied with its key does that, and only when both run at the same time.

Give each task a key of its own. If they are not to run together, say so: keep the key in a constant that both use.
Turn it on when the team locks its tasks by keys that are written by hand.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.lock_key import LockKey

rule = Rule(
    __name__,
    code=119,
    message="`{earlier}` has the lock {key!r} too, so `{task}` does not run while that works; "
    "give it a key of its own, or keep the shared key in a constant",
    severity=Severity.WARNING,
    profile=Profile.STRICT,
)


@rule.check(LockKey)
def check(key: LockKey) -> Findings:
    if key.earlier:
        yield rule.at(key, earlier=key.earlier.name, key=key.text, task=key.task.name)
