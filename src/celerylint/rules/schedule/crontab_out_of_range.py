"""A crontab holds what Celery cannot read.

`crontab` reads its fields at once, so the module that makes it cannot be imported: the beat and every worker stop with
ValueError or TypeError. Hours go from 0 to 23, days of the week from 0 (Sunday) to 6; a step stands behind `*` or a
range, not behind a number; `?`, `L`, `W` and `@daily` of other crons are not known, nor is a blank before `*`.

Write the field in Celery's grammar: numbers and names, `*`, `*/15`, `9-17`, `9-17/2`, several of them with commas.
"""

from celerylint.core.rule import Findings, Profile, Rule, Severity
from celerylint.facts.crontab import Crontab

rule = Rule(
    __name__,
    code=702,
    message="`crontab` raises an error at this {field}: {fault}; write {first} to {last}, `*`, `*/N` or `A-B`",
    severity=Severity.ERROR,
    profile=Profile.RECOMMENDED,
)
WHOLE_LINE = (
    "`crontab` raises an error at a whole cron line; write each field as an argument, or, from Celery 5.5 on, "
    "`crontab.from_string(...)`"
)
NOT_FIVE_PARTS = "`from_string` raises ValueError at {count} parts; write five, with one blank between them"
UNKNOWN_FIELD = "`crontab` takes no `{keyword}` and raises TypeError; write {better}"
RANGES = {"day_of_week": ("0 (Sunday)", "6 (Saturday)")}


@rule.check(Crontab)
def check(crontab: Crontab) -> Findings:
    if not crontab.has_five_parts:
        yield rule.at(crontab, NOT_FIVE_PARTS, count=len(crontab.line))
    for unknown in crontab.unknown_fields:
        better = f"`{unknown.meant}`" if unknown.meant else "one of its five fields"
        yield rule.at(unknown, UNKNOWN_FIELD, keyword=unknown.name, better=better)
    for field in crontab.fields:
        if field.fault and field.looks_like_a_cron_line:
            yield rule.at(field, WHOLE_LINE)
        elif field.fault:
            first, last = RANGES.get(field.name, (field.first, field.last))
            yield rule.at(field, field=field.name, fault=field.fault, first=first, last=last)
