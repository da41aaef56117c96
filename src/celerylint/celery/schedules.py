"""Schedules and rate limits as data. Sources: `celery.schedules.crontab`, `celery.utils.time.rate`."""

CRONTAB_FIELDS = ("minute", "hour", "day_of_week", "day_of_month", "month_of_year")
"""The parameters of `crontab`, in their order."""

HOURS_A_DAY = 24
MINUTES_AN_HOUR = 60

RATE_UNITS = ("s", "m", "h")
"""The units after the slash of a rate limit; any other is a KeyError in the worker at its start."""
