from celery import Celery, Task

from flights.context import request_context
from flights.prices import refresh

app = Celery("flights")


class ContextTask(Task):
    def __call__(self, *args, **kwargs):  # expect CEL123: def __call__
        with request_context(self.name):
            print("running", self.request.id)


class Recorded(Task):
    def __call__(self, *args, **kwargs):  # expect CEL123: def __call__
        with request_context(self.name):
            super().__call__(*args, **kwargs)


@app.task(base=ContextTask)
def refresh_prices(route: str) -> int:
    return refresh(route)
