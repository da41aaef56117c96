from bank.celery_app import app


@app.task
def book(amount: int) -> None:
    """Book an amount."""
