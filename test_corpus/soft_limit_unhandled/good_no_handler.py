from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded

from census.files import remove_table, write_table

app = Celery("census")


@app.task(time_limit=300, soft_time_limit=240)
def tabulate(district: str) -> str:
    try:
        return write_table(district, f"/tmp/{district}.csv")
    except SoftTimeLimitExceeded:
        remove_table(f"/tmp/{district}.csv")
        raise
