from celery import shared_task

from courts.filings import FilingService, ServiceDown


@shared_task(bind=True, max_retries=5)
def fetch_filing(self, filing_id: int) -> str:
    try:
        return FilingService().fetch(filing_id)
    except ServiceDown as error:
        raise self.retry(exc=error)
