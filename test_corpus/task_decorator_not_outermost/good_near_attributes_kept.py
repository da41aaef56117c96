"""What stands in the task's place is given its methods."""

import functools

from celery import shared_task

from forum.posts import hide


def moderated(task):
    @functools.wraps(task)
    def call(*args, **kwargs):
        return task(*args, **kwargs)

    call.delay = task.delay
    call.apply_async = task.apply_async
    return call


@moderated
@shared_task
def hide_post(post_id: int) -> None:
    hide(post_id)
