"""The error of one item is handled: by a function that is called, by a `with`, or by a task for each."""

import contextlib

from celery import shared_task

from gym.courses import cancel, list_courses, list_free_courses
from gym.errors import isolated
from gym.tasks.courses import remind


def cancel_quietly(course) -> bool:
    try:
        cancel(course)
    except LookupError:
        return False
    return True


@shared_task
def cancel_empty() -> int:
    return_count = 0
    for course in list_courses():
        return_count += cancel_quietly(course)
    return return_count


@shared_task
def cancel_free() -> None:
    for course in list_free_courses():
        with isolated(course.id):
            cancel(course)


@shared_task
def cancel_what_goes() -> None:
    for course in list_courses():
        with contextlib.suppress(LookupError):
            cancel(course)


@shared_task
def remind_all() -> None:
    for course in list_courses():
        remind.delay(course.id)
