"""The throttle rates are Django REST framework's, which knows days; Celery's limit is beside them."""

INSTALLED_APPS = ["rest_framework", "weather"]

REST_FRAMEWORK = {
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"anon": "100/day", "user": "10/min"},
}

CELERY_TASK_ANNOTATIONS = {"weather.tasks.fetch_forecast": {"rate_limit": "10/m"}}
