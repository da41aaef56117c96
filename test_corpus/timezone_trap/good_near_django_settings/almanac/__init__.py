"""Celery takes the time zone of Django, which always has one."""
