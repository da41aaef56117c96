"""Celery calls `on_failure` for the last failure only, and the handler is not around the run."""

from celery import Task

from jobs.store import mark, read_arguments


class TrackedTask(Task):
    def __call__(self, *args, **kwargs):
        try:
            arguments = read_arguments(args)
        except Exception:
            mark(self.request.id, "refused")
            raise
        return super().__call__(*arguments, **kwargs)

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        mark(task_id, "failed")
