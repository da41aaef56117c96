"""The body of a chord cannot take the list of results.

A chord waits for its header and puts one argument, the list of all results, before the arguments of its body; so does a
group that is joined to a task by `|` or in a chain. A body without a parameter for the list, or with one argument too
many, fails with ChordError after all the work is done.

Give the function a first parameter for the list, or write `.si(...)` where the results are not wanted.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.handover import Handover

rule = Rule(
    __name__,
    code=606,
    message="with the list of results `{task}` gets too many positional arguments, {given} for {taken}; "
    "write `.si(...)`, or a parameter for the list",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
TWICE = "`{task}` gets `{name}` twice, as the list of results and by name; write `.si(...)`, or pass another argument"
MISSING = "`{task}` gets one list of results and still lacks `{name}`, a ChordError; pass `{name}`"
MESSAGES = {"surplus": None, "twice": TWICE, "missing": MISSING}


@rule.check(Handover)
def check(handover: Handover) -> Findings:
    """Of a result that is no list, chain-arity-mismatch speaks."""
    if handover.before == "results":
        words = {"name": handover.name, "given": handover.given, "taken": handover.taken}
        yield rule.at(handover, MESSAGES[handover.kind], task=handover.dispatch.name, **words)
