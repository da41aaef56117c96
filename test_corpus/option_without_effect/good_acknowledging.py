from celery import Celery

from trains.tickets import refund, sell

app = Celery("trains", broker="redis://localhost")


@app.task(
    name="trains.sell",
    acks_late=True,
    acks_on_failure=False,
)
def sell_ticket(seat: str) -> str:
    return sell(seat)


@app.task(time_limit=60)
def refund_ticket(number: int) -> None:
    refund(number)
