"""Schedules and rate limits as data. Sources: `celery.schedules`, `celery.beat`, `celery.utils.time`."""

CRONTAB_FIELDS = ("minute", "hour", "day_of_week", "day_of_month", "month_of_year")
"""The parameters of `crontab`, in their order."""

CRON_LINE_FIELDS = ("minute", "hour", "day_of_month", "month_of_year", "day_of_week")
"""The fields of a cron line, in their order: what `crontab.from_string` (Celery 5.5) takes."""

CRONTAB_RANGES = {
    "minute": (0, 59),
    "hour": (0, 23),
    "day_of_week": (0, 6),
    "day_of_month": (1, 31),
    "month_of_year": (1, 12),
}
"""The first and the last number of each field."""

CRONTAB_ARGUMENTS = frozenset({"nowfun", "app"})
"""Keywords of `crontab` that are no field."""

CRONTAB_ALIASES = {
    "minutes": "minute",
    "hours": "hour",
    "day": "day_of_month",
    "days": "day_of_month",
    "dom": "day_of_month",
    "days_of_month": "day_of_month",
    "month": "month_of_year",
    "months": "month_of_year",
    "weekday": "day_of_week",
    "weekdays": "day_of_week",
    "dow": "day_of_week",
    "days_of_week": "day_of_week",
}
"""What people write for a field."""

WEEKDAYS = {"sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6}
MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
"""Names of days and months by their first three letters. Any field takes any of them, months first."""

MONTH_NAMES_SINCE = (5, 5)
"""The first Celery whose crontab knows names of months."""

DAYS_OF_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
IMPOSSIBLE_DATES_SINCE = (5, 7)
"""The first Celery that refuses a crontab whose day no month has."""

MINUTES_AN_HOUR = 60
HOURS_A_DAY = 24

RATE_UNITS = ("s", "m", "h")
"""The units after the slash of a rate limit; any other is a KeyError in the worker at its start."""

SCHEDULE_ENTRY_KEYS = frozenset(
    "task schedule args kwargs options relative name last_run_at total_run_count app".split()
)
"""Keys of an entry of `beat_schedule`: the parameters of `celery.beat.ScheduleEntry`."""

SCHEDULE_ENTRY_ALIASES = {
    "option": "options",
    "opts": "options",
    "arg": "args",
    "arguments": "args",
    "kwarg": "kwargs",
    "keywords": "kwargs",
    "task_name": "task",
    "function": "task",
    "crontab": "schedule",
    "cron": "schedule",
    "interval": "schedule",
    "every": "schedule",
    "run_every": "schedule",
    "period": "schedule",
}
"""What people write for one."""

PERIODIC_TASK_PARAMETERS = ("schedule", "sig", "args", "kwargs", "name")
"""The parameters of `add_periodic_task`, in their order; other keywords are execution options."""

NO_SCHEDULES = frozenset({"datetime.time", "datetime.datetime", "datetime.date"})
"""Classes whose instances people take for schedules."""
