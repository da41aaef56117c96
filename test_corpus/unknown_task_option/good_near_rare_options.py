"""Seldom seen, but real: Celery reads each of these options."""

from celery import Celery
from pydantic import BaseModel

app = Celery("observatory")


class Exposure(BaseModel):
    target: str
    seconds: float


@app.task(
    pydantic=True,
    shared=False,
    lazy=False,
    typing=False,
    compression="gzip",
    expires=600,
    resultrepr_maxsize=200,
    throws=(ValueError,),
    acks_on_failure_or_timeout=False,
    store_errors_even_if_ignored=True,
)
def expose(exposure: Exposure) -> float:
    return exposure.seconds
