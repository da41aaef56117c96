from celery import Celery

from census.files import write_table

app = Celery("census")


@app.task(time_limit=300, soft_time_limit=240)  # expect CEL215: soft_time_limit=240
def tabulate(district: str) -> str:
    return write_table(district, f"/tmp/{district}.csv")
