INSTALLED_APPS = ["django.contrib.auth", "django_celery_beat", "shop"]

CELERY_BROKER_URL = "redis://localhost:6379/0"
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_ANNOTATIONS = {
    "shop.tasks.send_receipt": {"rate_limit": "30/m"},
    "shop.tasks.ask_for_review": {"rate_limit": "1/week"},  # expect CEL707: "1/week"
}
