from celery import shared_task

from pottery.fire import burn


@shared_task(time_limit=4 * 3600)  # expect CEL719: time_limit=4 * 3600
def burn_bowls(kiln: int) -> None:
    burn(kiln)
