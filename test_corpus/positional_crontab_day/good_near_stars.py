"""By place only what is every day, or what has the same place in a cron line."""

from celery.schedules import crontab

NIGHTLY = crontab("0", "4", "*")
EVERY = crontab("*/5", "*", "*", "*", "*")
HOURLY = crontab(0)
FROM_LINE = crontab.from_string("0 4 1 * *")
