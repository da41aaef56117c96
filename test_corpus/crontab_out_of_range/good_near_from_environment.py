"""What the deployment sets is not known here."""

import os

from celery.schedules import crontab

HOUR = int(os.environ.get("BACKUP_HOUR", "24"))
FIELDS = {"minute": 0, "hour": HOUR}

CELERY_BEAT_SCHEDULE = {
    "backup": {"task": "storage.tasks.backup", "schedule": crontab(minute=0, hour=HOUR)},
    "verify": {"task": "storage.tasks.verify", "schedule": crontab(**FIELDS)},
    "prune": {"task": "storage.tasks.prune", "schedule": crontab(minute=os.environ["PRUNE_MINUTE"], hour="*/6")},
    "line": {"task": "storage.tasks.sync", "schedule": crontab.from_string(os.environ["SYNC_CRON"])},
}
