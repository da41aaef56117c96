INSTALLED_APPS = ["nests"]
CELERY_BROKER_URL = "redis://localhost"
CELERY_BEAT_SCHEDULE = {
    "count-eggs": {"task": "coops.tasks.count_eggs", "schedule": 60.0},
    "weigh-eggs": {"task": "coops.weigh", "schedule": 600.0},
}
