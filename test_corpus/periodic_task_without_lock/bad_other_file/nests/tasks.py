from celery import shared_task
from nests.celery_app import app
from nests.scales import weigh


@shared_task
def count_eggs() -> int:  # expect CEL117: def count_eggs
    return weigh("eggs") // 60


@app.task(name="chicks")
def count_chicks() -> int:  # expect CEL117: def count_chicks
    return weigh("chicks") // 45


@shared_task
def weigh_eggs() -> int:  # expect CEL117: def weigh_eggs
    return weigh("eggs")


@shared_task
def weigh_nest(nest: int) -> int:
    return weigh(f"nest {nest}")
