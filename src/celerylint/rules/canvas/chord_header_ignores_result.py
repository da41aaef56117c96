"""A task in the header of a chord ignores its result.

A chord calls its body once the results of its header are there. With `ignore_result=True`, or the setting
`task_ignore_result`, they are not stored, and on database, cache and file backends the body is never called, or fails
with ChordError after a timeout. The Redis backend counts the tasks and gets the results by another way.

Give the task `ignore_result=False`; from Celery 5.7 on `.s(...).set(ignore_result=False)` does it for one call.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.chord import IgnoredHeader

rule = Rule(
    __name__,
    code=605,
    message="the chord waits for the result of `{task}`, which is ignored, so its body is never called; "
    "give `{task}` `ignore_result=False`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(IgnoredHeader)
def check(header: IgnoredHeader) -> Findings:
    """Where the backend knows no chords at all, chord-without-backend speaks."""
    yield rule.at(header, task=header.dispatch.name)
