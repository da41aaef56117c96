import asyncio

from celery import Celery, Task

from harbour.radio import report

app = Celery("harbour")


class ReportedTask(Task):
    def __call__(self, *args, **kwargs):
        result = super().__call__(*args, **kwargs)
        loop = asyncio.get_event_loop()
        loop.run_until_complete(report(self.name, result))  # expect CEL402: loop.run_until_complete(report(self.name, result))
        return result


@app.task(base=ReportedTask)
def count_ships(pier: int) -> int:
    return pier * 2
