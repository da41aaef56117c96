from celery import Celery

from bakery.ovens import Oven

app = Celery("bakery", broker="redis://localhost")
app.conf.timezone = "Europe/Paris"


@app.task(bind=True, name="bakery.bake", max_retries=3, acks_late=True)
def bake(self, oven: int, loaves: int) -> None:  # expect CEL216: def bake
    Oven(oven).bake(loaves)
