from celery import Task, shared_task

from harbour.log import note


class NotedTask(Task):
    def __call__(self, *args, **kwargs):  # expect CEL123: def __call__
        result = super().__call__(*args, **kwargs)
        note(self.name, result)


@shared_task(base=NotedTask)
def count_ships(harbour: str) -> int:
    return len(harbour)
