"""Not all of the names are to be seen here, nor all of the tasks."""

from celery import Celery

from honey.hives import NAMES, collect
from honey.options import defaults

app = Celery("good_near_names_out_of_sight", include=["honey.tasks"])


@app.task(name=NAMES.COLLECT)
def collect_honey(hive: int) -> None:
    collect(hive)


@app.task(name="honey.sell", **defaults())
def sell(hive: int) -> None:
    collect(hive)


def june(hive: int) -> None:
    app.send_task("good_near_names_out_of_sight.weigh", (hive,))
    app.send_task("honey.Sell", (hive,))
    app.send_task("honey.tell", (hive,))
