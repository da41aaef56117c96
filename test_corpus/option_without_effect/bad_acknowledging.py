from celery import Celery

from trains.tickets import refund, sell

app = Celery("trains", broker="redis://localhost")


@app.task(
    name="trains.sell",
    acks_on_failure=False,  # expect CEL238: acks_on_failure=False
)
def sell_ticket(seat: str) -> str:
    return sell(seat)


@app.task(acks_late=False, acks_on_timeout=True, time_limit=60)  # expect CEL238: acks_on_timeout=True
def refund_ticket(number: int) -> None:
    refund(number)
