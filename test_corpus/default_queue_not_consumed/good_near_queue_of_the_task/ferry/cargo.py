from ferry.celery_app import app


@app.task
def stow() -> None:
    """Stow what is there."""
