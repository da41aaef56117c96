"""How long the broker waits stands in the module that the app is configured from."""

from celery import Celery

from seeds.beds import sow

app = Celery("seeds", broker="redis://localhost/0")
app.config_from_object("seeds.settings", namespace="CELERY")


@app.task
def sow_seed(seed: str) -> None:
    sow(seed)


def april(seed: str) -> None:
    sow_seed.apply_async((seed,), countdown=14 * 24 * 3600)
