"""What the schedule sends often never expires.

Beat sends a message at every tick, whether or not somebody takes it. Of a task that comes every minute, 480 messages
wait after a night without a worker; when one is back it runs all of them, one after the other, before anything new.

Give the entry an `expires` in seconds, as long as the interval: a worker then discards what is out of date. Turn it on
when only the latest run of a periodic task matters.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.frequent_run import FrequentRun

rule = Rule(
    __name__,
    code=716,
    message="while no worker runs a message is added every {period:g} s, and all of them run later; {advice}",
    severity=Severity.NOTE,
    profile=Profile.STRICT,
)


@rule.check(FrequentRun)
def check(run: FrequentRun) -> Findings:
    if not run.may_expire:
        seconds = f"{run.period:g}"
        advice = f'write `"options": {{"expires": {seconds}}}`' if run.is_entry else f"write `expires={seconds}`"
        yield rule.at(run, period=run.period, advice=advice)
