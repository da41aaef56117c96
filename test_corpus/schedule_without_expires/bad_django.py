from datetime import timedelta

HEARTBEAT = 5

CELERY_BEAT_SCHEDULE = {
    "heartbeat": {  # expect CEL716: "heartbeat"
        "task": "clinic.tasks.heartbeat",
        "schedule": HEARTBEAT,
    },
}
CELERY_BEAT_SCHEDULE["sync-patients"] = {  # expect CEL716: "sync-patients"
    "task": "clinic.tasks.sync_patients",
    "schedule": timedelta(hours=1),
}
