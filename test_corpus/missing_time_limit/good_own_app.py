from celery import Celery

from bakery.ovens import Oven

app = Celery("bakery", broker="redis://localhost")
app.conf.timezone = "Europe/Paris"


@app.task(bind=True, name="bakery.bake", max_retries=3, acks_late=True, soft_time_limit=3000, time_limit=3600)
def bake(self, oven: int, loaves: int) -> None:
    Oven(oven).bake(loaves)
