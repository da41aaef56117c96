"""The `current_app` of Flask is no Celery app, and the project's own is known by name."""

from flask import current_app

from prairie.celery import current_celery_app
from prairie.grass import mow


@current_celery_app.task
def mow_prairie(acres: int) -> None:
    mow(acres)


def mow_later(acres: int) -> None:
    @current_app.task
    def mow_now() -> None:
        mow(acres)
