from celery import shared_task

from bakery.db import SessionLocal
from bakery.stock import use_up


@shared_task
def bake(recipe: str, loaves: int) -> None:
    with SessionLocal() as session:
        use_up(session, recipe, loaves)
        session.commit()
