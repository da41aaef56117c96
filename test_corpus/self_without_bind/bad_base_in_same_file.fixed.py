import logging

from celery import Celery, Task

from vineyard.probes import read_probe

app = Celery("vineyard")


class LoggedTask(Task):
    max_retries = 1

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        logging.getLogger("vineyard").error("%s%r failed", self.name, args, exc_info=exc)


@app.task(bind=True, base=LoggedTask)
def measure_soil(self, probe_id: int) -> float:
    return read_probe(probe_id).moisture
