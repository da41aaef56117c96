"""The settings that production reads last may come from a file that is not there, and switch late acknowledgement on."""

from manor.celery import app as celery_app

__all__ = ["celery_app"]
