from celery import Celery

from stocks.orders import MarketClosed, place

app = Celery("stocks")


class Overloaded(Exception):
    pass


@app.task(autoretry_for=Exception, dont_autoretry_for=None)  # expect CEL223: autoretry_for=Exception  # expect CEL223: dont_autoretry_for=None
def place_order(order_id: int) -> None:
    place(order_id)


@app.task(autoretry_for=("ConnectionError", MarketClosed, Overloaded()))  # expect CEL223: "ConnectionError"  # expect CEL223: Overloaded()
def cancel_order(order_id: int) -> None:
    place(order_id, cancel=True)


@app.task(autoretry_for="TimeoutError")  # expect CEL223: autoretry_for="TimeoutError"
def confirm_order(order_id: int) -> None:
    place(order_id, confirm=True)
