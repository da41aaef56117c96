from celery import shared_task
from nests.scales import weigh


@shared_task
def count_eggs() -> int:  # expect CEL117: def count_eggs
    return weigh("eggs") // 60


@shared_task(name="weigh")
def weigh_eggs() -> int:  # expect CEL117: def weigh_eggs
    return weigh("eggs")


@shared_task
def weigh_nest(nest: int) -> int:
    return weigh(f"nest {nest}")
