"""django-celery-beat may keep times without a zone, which it reads by this setting."""

INSTALLED_APPS = ["django_celery_beat", "clinic"]
USE_TZ = False
CELERY_BROKER_URL = "redis://localhost"
CELERY_TIMEZONE = "Asia/Kolkata"
CELERY_ENABLE_UTC = False
DJANGO_CELERY_BEAT_TZ_AWARE = False
