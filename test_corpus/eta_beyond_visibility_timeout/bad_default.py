import os
from datetime import datetime, timedelta, timezone

from celery import Celery

from library.loans import remind

HOUR = 3600
app = Celery("library", broker="redis://localhost:6379/0", backend=os.environ.get("RESULTS"))


@app.task(bind=True)
def remind_reader(self, reader: int) -> None:
    if not remind(reader):
        raise self.retry(countdown=12 * HOUR)  # expect CEL512: countdown=12 * HOUR


def lend(reader: int) -> None:
    remind_reader.apply_async((reader,), countdown=21 * 24 * HOUR)  # expect CEL512: countdown=21 * 24 * HOUR
    tomorrow = datetime.now(timezone.utc) + timedelta(days=1)
    remind_reader.s(reader).set(eta=tomorrow).delay()  # expect CEL512: eta=tomorrow
