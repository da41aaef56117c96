"""A schedule names hours of the day, and nothing says of which time zone.

Without the setting `timezone` a crontab goes by UTC, whatever the clock of the machine says: nine o'clock in the file
is four or five in the morning in New York. With `enable_utc = False` it goes by the clock of the machine that beat
happens to run on, which is another one in the next container; beside a `timezone` it changes nothing, though many
believe that the zone needs it.

Set `timezone`, `"UTC"` too if that is meant, and leave `enable_utc` as it is. Turn it on when whoever reads the
schedule has to know at what time a task runs.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.timezone import LocalTime, MissingTimezone

rule = Rule(
    __name__,
    code=711,
    message='this hour is one of UTC, since no `timezone` is set; set it, if only to "UTC"',
    severity=Severity.NOTE,
    profile=Profile.PACK,
    packs=("queue-operations",),
)
LOCAL = "crontabs go by the clock of the machine that beat runs on; set `timezone` instead"
NEEDLESS = "`timezone` alone says at which hours tasks run, and this changes nothing; leave it out"


@rule.check(MissingTimezone)
def check(missing: MissingTimezone) -> Findings:
    yield rule.at(missing)


@rule.check(LocalTime)
def check_switch(switch: LocalTime) -> Findings:
    """Where UTC is switched off, that is the place, and not the crontabs."""
    yield rule.at(switch, NEEDLESS if switch.has_timezone else LOCAL)
