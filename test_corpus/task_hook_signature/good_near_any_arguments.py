"""Hooks may call their parameters what they like, take any number of them, or have more with defaults."""

from celery import Task

from press.alerts import alert


class Alerting(Task):
    abstract = True

    def on_failure(self, *args, **kwargs):
        alert(args[0])

    def on_retry(self, error, task, positional, named, info, quiet=True):
        if not quiet:
            alert(error)

    def after_return(self, status, *rest):
        alert(status)

    @staticmethod
    def on_success(retval, task_id, args, kwargs):
        alert(retval)
