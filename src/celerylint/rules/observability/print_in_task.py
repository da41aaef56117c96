"""A task prints.

The worker takes what is printed for lines of its own log: each comes out as a WARNING, whatever it says, so
that it cannot be told from a warning, or left out by its level.

Write it to a logger, with the level that it has. Turn it on when somebody reads, filters or counts the worker's log.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.printed_line import PrintedLine

rule = Rule(
    __name__,
    code=809,
    message="the worker logs what is printed as a WARNING, whatever it says; write it to a logger",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(PrintedLine)
def check(line: PrintedLine) -> Findings:
    yield rule.at(line)
