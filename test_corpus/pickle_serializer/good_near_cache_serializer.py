"""A serializer of Django's cache and sessions, not of Celery."""

SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
CACHES = {"default": {"BACKEND": "django_redis.cache.RedisCache", "OPTIONS": {"SERIALIZER": "pickle"}}}
CELERY_TASK_SERIALIZER = "json"
