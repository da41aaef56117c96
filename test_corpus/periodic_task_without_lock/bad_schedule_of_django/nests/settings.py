INSTALLED_APPS = ["nests"]
CELERY_BROKER_URL = "redis://localhost"
CELERY_BEAT_SCHEDULE = {
    "count-eggs": {"task": "nests.tasks.count_eggs", "schedule": 60.0},
    "weigh-eggs": {"task": "weigh", "schedule": 600.0},
}
