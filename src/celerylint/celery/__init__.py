"""Celery as data. No logic; `tests/test_celery_tables.py` holds each table against the installed Celery."""
