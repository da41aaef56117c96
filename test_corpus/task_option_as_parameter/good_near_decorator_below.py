"""The decorator in between reads the parameters from the signature."""

from celery import shared_task

from lab.config import options_from_signature
from lab.samples import freeze


@shared_task
@options_from_signature
def freeze_sample(sample_id: int, max_retries: int = 5) -> None:
    freeze(sample_id)
