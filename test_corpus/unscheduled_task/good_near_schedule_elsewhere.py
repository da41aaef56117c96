"""The schedule is another file's."""

from celery import shared_task

from league.locks import single_instance


@shared_task(bind=True, max_retries=2, default_retry_delay=300)
@single_instance("update_rankings", timeout=600)
def update_rankings(self, batch_size: int = 1000):
    print("ranked", batch_size)
