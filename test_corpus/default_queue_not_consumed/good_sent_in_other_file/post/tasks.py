from post.celery_app import app


@app.task
def deliver_parcel(parcel: str) -> None:
    """Bring a parcel."""


@app.task(queue="letters")
def deliver_letter(letter: str) -> None:
    """Bring a letter."""
