from celery import shared_task
from nests.locks import nest_mutex


@shared_task
def count_eggs() -> int:
    with nest_mutex("eggs"):
        return 3
