from celery import shared_task
from nests.scales import weigh


@shared_task
def count() -> int:
    return weigh("chicks") // 45


@shared_task(name="chicks.count")
def count_chicks() -> int:
    return weigh("chicks") // 50
