# settings: target-celery = "5.4"
"""This Celery does not know these options at all, of which another rule speaks."""

from celery import Celery

from trains.tickets import sell

app = Celery("trains", broker="redis://localhost")
app.conf.worker_enable_soft_shutdown_on_idle = True


@app.task(acks_on_failure=False, pydantic_strict=True)
def sell_ticket(seat: str) -> str:
    return sell(seat)
