from celery import Celery

from donations.bank import Bank
from donations.models import LostDonation

app = Celery("donations")


@app.task(bind=True, max_retries=3)
def collect(self, donation: dict) -> str:
    try:
        return Bank().collect(donation)
    except Exception as error:
        if self.request.retries >= self.max_retries:
            keep_lost.delay({"task": self.name, "donation": donation, "error": str(error)})
        raise self.retry(exc=error)


@app.task
def keep_lost(lost: dict) -> None:
    LostDonation.create(**lost)
