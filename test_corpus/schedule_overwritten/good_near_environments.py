"""One schedule an environment: branches, classes of profiles, and an override that is meant."""

import os

CELERY_BEAT_SCHEDULE = {
    "sync": {"task": "crm.tasks.sync", "schedule": 300},
    "report": {"task": "crm.tasks.report", "schedule": 3600},
}

if os.environ.get("STAGING"):
    CELERY_BEAT_SCHEDULE = {
        "sync": {"task": "crm.tasks.sync", "schedule": 60},
    }
elif os.environ.get("DEMO"):
    CELERY_BEAT_SCHEDULE["sync"] = {"task": "crm.tasks.sync", "schedule": 30}


class Production:
    CELERY_BEAT_SCHEDULE = {"purge": {"task": "crm.tasks.purge", "schedule": 86400}}


class Development(Production):
    CELERY_BEAT_SCHEDULE = {"purge": {"task": "crm.tasks.purge", "schedule": 60}}
