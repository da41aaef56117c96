"""Many tasks of the schedule start in the same minute, or one at a minute drawn by chance.

Whatever comes at minute 0 comes at once: beat sends all of it in one go, the short tasks wait behind the long ones,
and databases and other services see a burst at midnight and nothing in between. A minute drawn by `random` is no way
out: each start of beat draws another, and a daily task may run twice on the day of a release.

Give each task a minute of its own. Turn it on when the workers are busy on the hour and idle after it.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.crontab import Crontab
from celerylint.facts.peak import Peak

rule = Rule(
    __name__,
    code=724,
    message="{count} tasks of this schedule are sent at {hour}:00, all in one minute; spread them over the hour",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)
RANDOM = "each start of beat draws another time, so that a restart may run it twice; write a fixed number"
MANY = 5


@rule.check(Peak)
def check(peak: Peak) -> Findings:
    if peak.count >= MANY:
        yield rule.at(peak, count=peak.count, hour=peak.hour)


@rule.check(Crontab)
def check_chance(crontab: Crontab) -> Findings:
    if crontab.random_part:
        yield rule.at(crontab.random_part, RANDOM)
