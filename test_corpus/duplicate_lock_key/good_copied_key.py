from celery import shared_task

from tower.bells import ring, ring_all
from tower.locks import single_instance


@shared_task(bind=True)
@single_instance("tower_bells_hour", timeout=600)
def ring_hour(self, hour: int) -> None:
    ring(hour)


@shared_task(bind=True)
@single_instance("tower_bells_feast", timeout=600)
def ring_feast(self, feast: str) -> None:
    ring_all(feast)
