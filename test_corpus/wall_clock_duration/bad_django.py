from celery import Task, shared_task
from django.utils import timezone

from bakery.reports import write_report


class TimedTask(Task):
    def __call__(self, *args, **kwargs):
        begin = timezone.now()
        try:
            return self.run(*args, **kwargs)
        finally:
            self.report((timezone.now() - begin).total_seconds())  # expect CEL804: timezone.now() - begin

    def report(self, seconds):
        write_report(self.name, seconds)


@shared_task(base=TimedTask)
def count_flour():
    write_report("flour", 0)
