"""The app is of a class of the project's own, which may read options that Celery does not know."""

from shop.core import app


@app.task(request_context=True)
def render_invoice(order_id: int) -> None:
    print(order_id)
