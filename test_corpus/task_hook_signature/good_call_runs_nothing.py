from celery import Celery, Task

from flights.context import request_context
from flights.prices import refresh

app = Celery("flights")


class ContextTask(Task):
    def __call__(self, *args, **kwargs):
        with request_context(self.name):
            return self.run(*args, **kwargs)


class Recorded(Task):
    def __call__(self, *args, **kwargs):
        with request_context(self.name):
            result = super().__call__(*args, **kwargs)
        return result


@app.task(base=ContextTask)
def refresh_prices(route: str) -> int:
    return refresh(route)
