from celery import Celery

from lanterns.street import light

app = Celery("lanterns")


@app.task
def light_all(street: str = "all") -> None:
    light(street)


light_all.delay()  # expect CEL516: light_all.delay()

for street in ("Mill Lane", "High Street"):
    light_all.apply_async((street,), countdown=10)  # expect CEL516: light_all.apply_async((street,), countdown=10)

try:
    first = light_all.s("Castle Road").delay()  # expect CEL516: light_all.s("Castle Road").delay()
except OSError:
    first = None
