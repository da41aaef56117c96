from celery import signature
from django.utils import timezone

from harbour.celery import app
from harbour.tasks import open_gate, weigh

DELAY = 5 * 60


def ship_arrived(ship: int) -> None:
    open_gate.apply_async(args=[ship], eta=timezone.now(), countdown=DELAY)  # expect CEL508: eta=timezone.now()
    app.send_task("harbour.pilot", (ship,), eta="2031-05-01T04:00:00+00:00", countdown=30)  # expect CEL508: eta="2031-05-01T04:00:00+00:00"
    signature("harbour.tug", countdown=int(ship / 2), eta=timezone.now())  # expect CEL508: eta=timezone.now()


@app.task(bind=True)
def unload(self, ship: int) -> None:
    if not weigh(ship):
        raise self.retry(countdown=2**self.request.retries, eta=timezone.now())  # expect CEL508: eta=timezone.now()
