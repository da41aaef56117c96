from celery import Celery

from donations.bank import Bank

app = Celery("donations")


@app.task(bind=True, max_retries=3)  # expect CEL233: max_retries=3
def collect(self, donation: dict) -> str:
    try:
        return Bank().collect(donation)
    except Exception as error:
        raise self.retry(exc=error)
