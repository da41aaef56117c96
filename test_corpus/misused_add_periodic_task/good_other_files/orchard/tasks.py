from orchard.celery import app


@app.task
def water(tree: str) -> None:
    """Water a tree."""


@app.task
def pick(tree: str) -> None:
    """Pick what is ripe."""
