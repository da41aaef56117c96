from celery import Celery, Task

from courier.settings import LAST_TRY
from courier.tracking import NotScanned, locate

app = Celery("courier")


class Patient(Task):
    autoretry_for = (OSError,)


@app.task(bind=True, base=Patient)
def locate_parcel(task, parcel: str) -> tuple[float, float]:
    try:
        return locate(parcel)
    except NotScanned as error:
        task.retry(exc=error, max_retries=LAST_TRY)  # expect CEL228: max_retries=LAST_TRY
