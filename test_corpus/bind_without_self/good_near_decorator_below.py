"""The decorator in between takes the task, and calls the function without it."""

import functools

from celery import shared_task

from search.index import rebuild


def without_task(function):
    @functools.wraps(function)
    def call(task, *args, **kwargs):
        return function(*args, **kwargs)

    return call


@shared_task(bind=True)
@without_task
def rebuild_index() -> None:
    rebuild()
