"""The setting `timezone` names no time zone.

Celery asks `zoneinfo` for the zone when it is first needed: beat and workers that have a crontab or an `eta` end with
ZoneInfoNotFoundError. Upper and lower case differ, `utc` is no zone, and an offset such as `GMT+1` is none either.

Write `UTC`, or a place such as `Europe/Paris`. For a fixed offset there are zones such as `Etc/GMT-1`, which is one
hour ahead of Greenwich.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.timezone import Timezone

rule = Rule(
    __name__,
    code=731,
    message="no time zone is called `{name}`, a ZoneInfoNotFoundError when it is first needed; write {advice}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)


@rule.check(Timezone)
def check(timezone: Timezone) -> Findings:
    if not timezone.is_known:
        advice = f"`{timezone.meant}`" if timezone.meant else "`UTC` or a place such as `Europe/Paris`"
        yield rule.at(timezone, name=timezone.name, advice=advice)
