INSTALLED_APPS = ["django.contrib.auth", "catalogue"]
CELERY_TIMEZONE = "Europe/Paris"

CELERY_BEAT_SCHEDULE = {
    "sync-catalogue": {
        "task": "catalogue.tasks.sync",
        "schedule": 60 * 60,
        "enabled": False,  # expect CEL717: "enabled"
    },
}
CELERY_BEAT_SCHEDULE["expire-offers"] = dict(
    task="catalogue.tasks.expire_offers",
    schedule=60,
    expires=30,  # expect CEL717: expires
)
