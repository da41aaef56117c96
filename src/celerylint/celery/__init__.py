"""Celery as data. No logic.

`tests/test_celery_tables.py` holds each table against the installed Celery, `tests/test_celery_versions.py` against
every one from 5.2 to the newest.
"""
