from celery import Celery

from stocks.orders import MarketClosed, place

app = Celery("stocks")


class Overloaded(Exception):
    pass


@app.task(autoretry_for=(Exception,), dont_autoretry_for=())
def place_order(order_id: int) -> None:
    place(order_id)


@app.task(autoretry_for=("ConnectionError", MarketClosed, Overloaded()))
def cancel_order(order_id: int) -> None:
    place(order_id, cancel=True)


@app.task(autoretry_for="TimeoutError")
def confirm_order(order_id: int) -> None:
    place(order_id, confirm=True)
