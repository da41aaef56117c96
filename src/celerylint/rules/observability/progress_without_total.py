"""A line about progress does not say how much there is to do.

It tells how many items are done. Whether that is nearly all or hardly any, and when the rest will be done, is left to
whoever remembers the line of the start.

Write the total beside it: `logger.info("progress", done=done, total=total)`, or `"%d of %d"`. Turn it on when somebody
waits for long tasks.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.progress_line import ProgressLine

rule = Rule(
    __name__,
    code=820,
    message="this line tells how many items are done, and not of how many; write the total beside it",
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("single-instance-tasks",),
)


@rule.check(ProgressLine)
def check(line: ProgressLine) -> Findings:
    if not line.tells_total:
        yield rule.at(line)
