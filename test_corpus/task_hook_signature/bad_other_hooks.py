from celery import Celery

from theatre.metrics import count, measure

app = Celery("theatre")


class Measured(app.Task):
    def before_start(self, task_id, args, kwargs, started):  # expect CEL123: def before_start
        measure(task_id, started)

    def after_return(self, status, retval, task_id):  # expect CEL123: def after_return
        count(status)

    @staticmethod
    def on_retry(exc, task_id):  # expect CEL123: def on_retry
        count("retry")

    def shadow_name(self, *, args, kwargs, options):  # expect CEL123: def shadow_name
        return f"{self.name}({args})"
