from datetime import datetime, timedelta, timezone

from celery import Celery

from greenhouse.valves import Valve

app = Celery("greenhouse")


@app.task(expires=60)
def water(valve: int) -> None:
    Valve(valve).open()


def dry(valve: int) -> None:
    soon = datetime.now(timezone.utc) + timedelta(minutes=10)
    water.apply_async((valve,), countdown=120)  # expect CEL528: countdown=120
    water.apply_async((valve,), eta=soon, expires=300)  # expect CEL528: expires=300
    water.s(valve).set(countdown=900, expires=soon).delay()  # expect CEL528: expires=soon
    app.send_task("greenhouse.light", (valve,), countdown=5.5, expires=0.5)  # expect CEL528: expires=0.5
