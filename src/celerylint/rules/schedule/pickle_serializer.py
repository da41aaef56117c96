"""Pickle is chosen for messages or results, or accepted.

A pickled message is a program that the worker runs when it reads it. Whoever can write to the broker, or to the result
backend, can run any code in every worker.

Use `json`, the default, and leave `pickle` out of `accept_content`; hand over ids instead of objects.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.serializer import Accepted, Serializer

rule = Rule(
    __name__,
    code=708,
    message="a pickled message runs as code in whoever reads it; use `json`",
    severity=Severity.WARNING,
    profile=Profile.RECOMMENDED,
)


@rule.check(Accepted)
def check(accepted: Accepted) -> Findings:
    if accepted.pickle:
        yield rule.at(accepted.pickle)


@rule.check(Serializer)
def check_choice(serializer: Serializer) -> Findings:
    """Where the file lists what is accepted, the list is the place; serializer-not-accepted speaks of what it lacks."""
    if serializer.is_pickle and serializer.is_accepted is None:
        yield rule.at(serializer)
