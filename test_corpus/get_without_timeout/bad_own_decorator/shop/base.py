from functools import wraps

from celery import shared_task


def shop_task(**options):
    def decorate(function):
        @shared_task(**options)
        @wraps(function)
        def run(*args, **kwargs):
            return function(*args, **kwargs)

        return run

    return decorate
