from time import sleep

from celery import Celery
from celery.result import AsyncResult

app = Celery("exports", backend="redis://")


@app.task(bind=True)
def deliver(self, export_id: str) -> bool:
    return _wait_for(export_id)


def _wait_for(export_id: str) -> bool:
    for _ in range(60):
        state = AsyncResult(export_id, app=app).state  # expect CEL517: AsyncResult(export_id, app=app).state
        if state in ("SUCCESS", "FAILURE"):
            return state == "SUCCESS"
        sleep(5)
    return False
