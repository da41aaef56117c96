"""A worker takes several messages in advance, and its tasks are long or acknowledged late.

`worker_prefetch_multiplier` is how many messages a worker takes for each of its processes, 4 unless it is set. While
one task runs, the others wait for that worker, though others are idle.

Set it to 1, and give short tasks a worker of their own, for which more is faster. Turn it on when some tasks take
minutes.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.prefetch import Prefetch

rule = Rule(
    __name__,
    code=714,
    message="a busy worker keeps {count:g} messages for each process from idle ones, though tasks {reason}; write 1",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("queue-operations",),
)
DEFAULT = (
    "a busy worker keeps {count:g} messages for each process from idle ones, though tasks {reason}; "
    "set `worker_prefetch_multiplier` to 1"
)


@rule.check(Prefetch)
def check(prefetch: Prefetch) -> Findings:
    """A multiplier of zero is prefetch-multiplier-zero's."""
    reason = "are acknowledged late" if prefetch.seconds is None else f"may run for {prefetch.seconds:g} s"
    yield rule.at(prefetch, DEFAULT if prefetch.is_default else None, count=prefetch.multiplier, reason=reason)
