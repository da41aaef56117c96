"""Names that are made of parts, or are those of something else than a task."""

import os

from celery import Celery

app = Celery("harbour")
PREFIX = os.environ["PIER"]


@app.task(name=f"{PREFIX}.load")
def load(ship_id: int) -> int:
    return ship_id
