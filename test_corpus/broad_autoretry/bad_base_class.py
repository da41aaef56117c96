from celery import Task, shared_task

from stock.counting import count_shelf, report_shelf


class TaskWithRetry(Task):
    abstract = True
    autoretry_for = (Exception,)  # expect CEL207: (Exception,)
    retry_backoff = 2


@shared_task(base=TaskWithRetry)
def count(shelf: str) -> int:
    return count_shelf(shelf)


@shared_task(base=TaskWithRetry)
def report(shelf: str) -> None:
    report_shelf(shelf)
