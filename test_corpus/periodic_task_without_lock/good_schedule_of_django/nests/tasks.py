from celery import shared_task
from nests.locks import single_instance
from nests.scales import weigh


@shared_task
@single_instance("count", timeout=300)
def count_eggs() -> int:
    return weigh("eggs") // 60


@shared_task(name="weigh")
@single_instance("weigh", timeout=300)
def weigh_eggs() -> int:
    return weigh("eggs")


@shared_task
def weigh_nest(nest: int) -> int:
    return weigh(f"nest {nest}")
