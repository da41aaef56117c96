import asyncio

from celery import Celery, Task

from harbour.radio import report

app = Celery("harbour")


class ReportedTask(Task):
    def on_failure(self, exc, task_id, args, kwargs, einfo):
        asyncio.run(report(task_id, str(exc)))  # expect CEL401: asyncio.run(report(task_id, str(exc)))


@app.task(base=ReportedTask)
def count_ships() -> int:
    return 7
