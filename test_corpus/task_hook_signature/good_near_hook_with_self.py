"""The function takes the task first; the other hooks come decorated, or from where they cannot be seen."""

import functools

from celery import Task, shared_task

from bakery.hooks import count_failure
from bakery.oven import bake


def ring(self, exc, task_id, args, kwargs, einfo):
    print(self.name, exc)


def quietly(hook):
    @functools.wraps(hook)
    def call(self, *args):
        return hook(self, args[0])

    return call


class Baking(Task):
    @quietly
    def on_success(self, retval):
        print(retval)


def count_loaves(kind, retval, task_id, args, kwargs):
    print(kind, retval)


@shared_task(base=Baking, on_failure=ring, on_retry=count_failure, on_success=functools.partial(count_loaves, "rye"))
def bake_bread(loaves: int) -> int:
    return bake(loaves)
