"""Beat cannot keep an entry of the schedule.

Beat makes an object of every entry when it starts, and an entry that it cannot make ends it, with every other entry: an
unknown key is a TypeError, text or a time of day as `schedule` an AttributeError. A schedule of 0 or less sends the
task without a pause, thousands of messages in a second. An `expires` that is a timedelta is a TypeError at every run.

Write the keys `task`, `schedule`, `args`, `kwargs` and `options` (which holds `queue`, `expires` in seconds and the
like), and as `schedule` seconds, a `timedelta` or a `crontab`.
"""

from celerylint.core.rewrite import MakeTuple, RenameKey, TakeSeconds
from celerylint.core.rule import Findings, Fix, Profile, Rule, Severity
from celerylint.facts.periodic_call import PeriodicCall
from celerylint.facts.schedule_entry import ScheduleEntry

rule = Rule(
    __name__,
    code=717,
    message="beat stops at the unknown key `{key}`, and with it every entry; {advice}",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
    fix=Fix.UNSAFE,
)
NO_SCHEDULE = "beat stops at an entry without `schedule`, and with it every other; write one"
NO_TASK = "beat sends a message without a name for an entry without `task`, which no worker takes; write `task`"
NOT_A_SCHEDULE = (
    "beat stops at a schedule that is {what}, and with it every entry; "
    "write seconds, `timedelta(...)` or `crontab(...)`"
)
NO_PAUSE = "a schedule that is not above 0 sends the task without a pause; write seconds above 0"
UNUSABLE = "beat stops at `{key}` that is no {kind}, and with it every entry; write {better}"
EXPIRES = "a timedelta as `expires` is a TypeError at every run, and nothing is sent; write seconds"
FAULTS = {"text": "text", "other": "neither a number nor a schedule"}
KINDS = {"args": ("list", "`(value,)`"), "kwargs": ("dict", '`{"name": value}`')}


@rule.check(ScheduleEntry)
def check_entry(entry: ScheduleEntry) -> Findings:
    """What another scheduler may read otherwise is left alone, but for keys that are plainly misspelt."""
    for key in entry.unknown_keys:
        if key.meant or entry.is_surely_celerys:
            inside = f'write it in `options`: `"options": {{"{key.name}": ...}}`' if key.is_option else "leave it out"
            rewrite = RenameKey(key.span, key.meant) if key.meant and not entry.place_of(key.meant) else None
            advice = f"write `{key.meant}`" if key.meant else inside
            yield rule.at(key.span, None, rewrite, key=key.name, advice=advice)
    if entry.lacks_task and not entry.unknown_keys:
        yield rule.at(entry, NO_TASK)
    place = entry.place_of("schedule")
    if place is None and entry.lacks_schedule and not entry.unknown_keys:
        yield rule.at(entry, NO_SCHEDULE)
    elif place and entry.schedule_fault == "never pauses":
        yield rule.at(place, NO_PAUSE)
    elif place and entry.schedule_fault and not entry.has_another_reader:
        yield rule.at(place, NOT_A_SCHEDULE, what=FAULTS[entry.schedule_fault])
    if entry.unusable:
        kind, better = KINDS[entry.unusable]
        place = entry.place_of(entry.unusable) or entry.span
        made = MakeTuple(place) if entry.unusable == "args" else None
        yield rule.at(place, UNUSABLE, made, key=entry.unusable, kind=kind, better=better)
    if entry.timedelta_expires:
        yield rule.at(entry.timedelta_expires, EXPIRES, TakeSeconds(entry.timedelta_expires))


@rule.check(PeriodicCall)
def check_call(call: PeriodicCall) -> Findings:
    """A call with its arguments in the wrong places is misused-add-periodic-task's."""
    schedule = call.given("schedule")
    if schedule and call.schedule_fault and call.misuse != "swapped":
        if call.schedule_fault == "never pauses":
            yield rule.at(schedule, NO_PAUSE)
        else:
            yield rule.at(schedule, NOT_A_SCHEDULE, what=FAULTS[call.schedule_fault])
    if call.timedelta_expires:
        yield rule.at(call.timedelta_expires, EXPIRES)
